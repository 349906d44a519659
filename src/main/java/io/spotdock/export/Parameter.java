package io.spotdock.export;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.ServiceAccountId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a template leaves open, so that one serves many accounts. Descriptions are English and ASCII, as code is:
 * CloudFormation shows other characters as question marks. The patterns say what Java's, Go's and Python's regular
 * expressions understand alike; length is told apart, because Go's repeat nothing more than 1000 times.
 */
enum Parameter {
    BUCKET_NAME(
            "Name of the bucket that ThoughtSpot delivers into.",
            "^[a-z0-9][a-z0-9.-]*[a-z0-9]$",
            3,
            63,
            "A bucket name has 3 to 63 small letters, digits, dots and hyphens.",
            "stand-in-bucket"),
    PATH_PREFIX(
            "What the key of each file begins with, such as thoughtspot/. ThoughtSpot may write nowhere else.",
            "^([^/*?$\\x00-\\x1f\\x7f-\\x9f][^*?$\\x00-\\x1f\\x7f-\\x9f]*)?$",
            0,
            1024,
            "A path prefix begins with no slash and holds no asterisk, question mark or dollar sign.",
            "stand-in-prefix/"),
    ROLE_NAME(
            "Name of the role that ThoughtSpot assumes.",
            "^[A-Za-z0-9_+=,.@-]+$",
            1,
            64,
            "A role name has 1 to 64 letters, digits and + = , . @ - _ signs.",
            "stand-in-role"),
    THOUGHTSPOT_ACCOUNT_ID(
            "The AWS account that ThoughtSpot assumes the role from.",
            "^[0-9]+$",
            12,
            12,
            "An account ID has 12 digits.",
            "111111111111"),
    EXTERNAL_ID(
            "The external ID that ThoughtSpot names when it assumes the role. Case counts.",
            "^[A-Za-z0-9_+=,.@:/-]+$",
            2,
            1224,
            "An external ID has 2 to 1224 letters, digits and + = , . @ : / - _ signs.",
            "stand-in-external-id"),
    SERVICE_ACCOUNT_ID(
            "The unique ID of ThoughtSpot's Google service account.",
            "^[0-9]+$",
            10,
            30,
            "The unique ID of a service account has 10 to 30 digits.",
            "333333333333333333333"),
    KMS_KEY_ARN(
            "The KMS key that the bucket encrypts with.",
            "^arn:(aws|aws-us-gov|aws-cn):kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36}$",
            20,
            256,
            "The key is named by its ARN; an alias does not do.",
            "arn:aws-us-gov:kms:us-gov-west-1:444444444444:key/44444444-4444-4444-4444-444444444444");

    private final String description;
    private final String pattern;
    private final int shortest;
    private final int longest;
    private final String rule;
    private final String standIn;

    Parameter(String description, String pattern, int shortest, int longest, String rule, String standIn) {
        this.description = description;
        this.pattern = pattern;
        this.shortest = shortest;
        this.longest = longest;
        this.rule = rule;
        this.standIn = standIn;
    }

    /** The value in one integration; empty where there is none of the kind. */
    Optional<String> in(Blueprint blueprint) {
        return switch (this) {
            case BUCKET_NAME -> Optional.of(blueprint.settings().bucket().name().value());
            case PATH_PREFIX ->
                Optional.of(blueprint.settings().bucket().prefix().value());
            case ROLE_NAME -> Optional.of(blueprint.role().name().value());
            case THOUGHTSPOT_ACCOUNT_ID ->
                blueprint.onAws().map(Hosting.OnAws::account).map(AccountId::value);
            case EXTERNAL_ID -> blueprint.externalId().map(ExternalId::value);
            case SERVICE_ACCOUNT_ID -> blueprint.serviceAccount().map(ServiceAccountId::value);
            case KMS_KEY_ARN -> blueprint.key().map(KmsKeyArn::value);
        };
    }

    String description() {
        return description;
    }

    /** What the whole value matches, but for its length. */
    String pattern() {
        return pattern;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    /** What is to be said where a value does not match. */
    String rule() {
        return rule;
    }

    /** A value that nothing else in a policy document looks like. */
    String standIn() {
        return standIn;
    }

    /** As Terraform names it. */
    String snakeCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As CloudFormation names it. */
    String pascalCase() {
        return switch (this) {
            case BUCKET_NAME -> "BucketName";
            case PATH_PREFIX -> "PathPrefix";
            case ROLE_NAME -> "RoleName";
            case THOUGHTSPOT_ACCOUNT_ID -> "ThoughtSpotAccountId";
            case EXTERNAL_ID -> "ExternalId";
            case SERVICE_ACCOUNT_ID -> "ServiceAccountId";
            case KMS_KEY_ARN -> "KmsKeyArn";
        };
    }
}
