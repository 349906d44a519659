package io.spotdock.sandbox.aws.state;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What hands a role to computers of EC2.
 *
 * @param roles their names; one at most (IAM User Guide, "Use instance profiles"), and changed as it is given and taken
 */
public record InstanceProfile(String name, String arn, String id, String path, Instant made, Set<String> roles) {
    public InstanceProfile(String name, String arn, String id, String path, Instant made) {
        this(name, arn, id, path, made, new LinkedHashSet<>());
    }
}
