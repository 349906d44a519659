package io.spotdock.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a template puts out: all that ThoughtSpot needs. */
enum Output {
    ROLE_ARN("RoleArn", "The role that ThoughtSpot assumes."),
    EXTERNAL_ID("ExternalId", "What ThoughtSpot has to name when it assumes the role."),
    BUCKET_NAME("BucketName", "The bucket that ThoughtSpot delivers into."),
    REGION("Region", "The region of the bucket."),
    PATH_PREFIX("PathPrefix", "What the key of each delivered file begins with.");

    private final String pascalCase;
    private final String description;

    Output(String pascalCase, String description) {
        this.pascalCase = pascalCase;
        this.description = description;
    }

    /** Those that an integration has. */
    static List<Output> of(Blueprint blueprint) {
        return Stream.of(values())
                .filter(output ->
                        output != EXTERNAL_ID || blueprint.externalId().isPresent())
                .toList();
    }

    String description() {
        return description;
    }

    /** As Terraform names it. */
    String snakeCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As CloudFormation names it. */
    String pascalCase() {
        return pascalCase;
    }
}
