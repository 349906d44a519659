package io.spotdock.domain;

import java.util.Arrays;
import java.util.Optional;

/** A partition of AWS: identities of one cannot be trusted in another (AWS General Reference, "Partition"). */
public enum Partition {
    AWS("aws", "amazonaws.com"),
    AWS_US_GOV("aws-us-gov", "amazonaws.com"),
    AWS_CN("aws-cn", "amazonaws.com.cn");

    private final String id;
    private final String domainName;

    Partition(String id, String domainName) {
        this.id = id;
        this.domainName = domainName;
    }

    /** As it stands in an ARN. */
    public String id() {
        return id;
    }

    /** What its service end points end with. */
    public String domainName() {
        return domainName;
    }

    public static Optional<Partition> ofId(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
