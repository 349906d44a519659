package io.spotdock.export;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.ServiceAccountId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a template leaves open, so that one serves many accounts, in the order in which it is asked for. Descriptions are
 * English and ASCII, as code is: CloudFormation shows other characters as question marks.
 */
enum Parameter {
    THOUGHTSPOT_ACCOUNT_ID(
            Group.THOUGHTSPOT,
            "ThoughtSpotAccountId",
            "AWS account of ThoughtSpot",
            "The AWS account that ThoughtSpot assumes the role from.",
            "^[0-9]+$",
            12,
            12,
            "An account ID has 12 digits.",
            "111111111111"),
    EXTERNAL_ID(
            Group.THOUGHTSPOT,
            "ExternalId",
            "External ID",
            "The external ID that ThoughtSpot names when it assumes the role. Case counts.",
            "^[A-Za-z0-9_+=,.@:/-]+$",
            2,
            1224,
            "An external ID has 2 to 1224 letters, digits and + = , . @ : / - _ signs.",
            "stand-in-external-id"),
    SERVICE_ACCOUNT_ID(
            Group.THOUGHTSPOT,
            "ServiceAccountId",
            "Google service account of ThoughtSpot",
            "The unique ID of ThoughtSpot's Google service account.",
            "^[0-9]+$",
            10,
            30,
            "The unique ID of a service account has 10 to 30 digits.",
            "333333333333333333333"),
    BUCKET_NAME(
            Group.BUCKET,
            "BucketName",
            "Bucket name",
            "Name of the bucket that ThoughtSpot delivers into. It is unique among all accounts.",
            "^[a-z0-9]([a-z0-9-]|[.][a-z0-9-])*[.]?[a-z0-9]$",
            3,
            63,
            "A bucket name has 3 to 63 small letters, digits, hyphens and single dots.",
            "stand-in-bucket"),
    BUCKET_REGION(
            Group.BUCKET,
            "BucketRegion",
            "Region of the bucket",
            "The region that the bucket is in. It is only passed on to the outputs.",
            "^[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}$",
            1,
            32,
            "A region is named by its code, such as eu-central-1.",
            "stand-in-region-1"),
    PATH_PREFIX(
            Group.BUCKET,
            "PathPrefix",
            "Path prefix",
            "What the key of each file begins with, such as thoughtspot/. ThoughtSpot may write nowhere else.",
            "^([^/*?$\\x00-\\x1f\\x7f-\\x9f][^*?$\\x00-\\x1f\\x7f-\\x9f]*)?$",
            0,
            1024,
            "A path prefix begins with no slash and holds no asterisk, question mark or dollar sign.",
            "stand-in-prefix/"),
    KMS_KEY_ARN(
            Group.BUCKET,
            "KmsKeyArn",
            "KMS key",
            "The KMS key that the bucket encrypts with.",
            "^arn:(aws|aws-us-gov|aws-cn):kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36}$",
            20,
            256,
            "The key is named by its ARN; an alias does not do.",
            "arn:aws-us-gov:kms:us-gov-west-1:444444444444:key/44444444-4444-4444-4444-444444444444"),
    ROLE_NAME(
            Group.ROLE,
            "RoleName",
            "Role name",
            "Name of the role that ThoughtSpot assumes. An account has one of a name, whatever the region.",
            "^[A-Za-z0-9_+=,.@-]+$",
            1,
            64,
            "A role name has 1 to 64 letters, digits and + = , . @ - _ signs.",
            "stand-in-role"),
    PERMISSIONS_BOUNDARY(
            Group.ROLE,
            "PermissionsBoundaryArn",
            "Permissions boundary",
            "The ARN of the policy that bounds what the role may ever do, where your account asks for one. Empty for none.",
            "^(arn:(aws|aws-us-gov|aws-cn):iam::([0-9]{12}|aws):policy/[!-~]+)?$",
            0,
            2048,
            "A permissions boundary is named by the ARN of a managed policy.",
            "stand-in-boundary"),
    CREATE_IDENTITY_PROVIDER(
            Group.ROLE,
            "CreateIdentityProvider",
            "Make Google an identity provider?",
            "Whether to make " + GoogleProvider.HOST
                    + " an identity provider of the account. An account has one at most: say false where it is there"
                    + " already, and see to it that the service account ID is among its client IDs.");

    private final Group group;
    private final String pascalCase;
    private final String label;
    private final String description;
    private final String pattern;
    private final int shortest;
    private final int longest;
    private final String sentence;
    private final String standIn;

    Parameter(
            Group group,
            String pascalCase,
            String label,
            String description,
            String pattern,
            int shortest,
            int longest,
            String sentence,
            String standIn) {
        this.group = group;
        this.pascalCase = pascalCase;
        this.label = label;
        this.description = description;
        this.pattern = pattern;
        this.shortest = shortest;
        this.longest = longest;
        this.sentence = sentence;
        this.standIn = standIn;
    }

    /** Yes or no. */
    Parameter(Group group, String pascalCase, String label, String description) {
        this(group, pascalCase, label, description, "", 0, 0, "", "");
    }

    /** What belongs together on a form. */
    enum Group {
        THOUGHTSPOT("ThoughtSpot"),
        BUCKET("Bucket"),
        ROLE("Role");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Which values there may be. */
    sealed interface Rule {
        /**
         * A text.
         *
         * @param pattern what the whole value matches, but for its length: of the signs that Java's, Go's and Python's
         *     regular expressions understand alike. Length is told apart, because Go's repeat nothing more than 1000 times
         * @param sentence what is to be said where a value does not match
         */
        record Text(String pattern, int shortest, int longest, String sentence) implements Rule {}

        record YesOrNo() implements Rule {}
    }

    /** The value in one integration; empty where there is none of the kind. */
    Optional<String> in(Blueprint blueprint) {
        return switch (this) {
            case THOUGHTSPOT_ACCOUNT_ID ->
                blueprint.onAws().map(Hosting.OnAws::account).map(AccountId::value);
            case EXTERNAL_ID -> blueprint.externalId().map(ExternalId::value);
            case SERVICE_ACCOUNT_ID -> blueprint.serviceAccount().map(ServiceAccountId::value);
            case BUCKET_NAME -> Optional.of(blueprint.settings().bucket().name().value());
            case BUCKET_REGION ->
                blueprint.bucket().isPresent()
                        ? Optional.empty()
                        : Optional.of(blueprint.settings().aws().region().value());
            case PATH_PREFIX ->
                Optional.of(blueprint.settings().bucket().prefix().value());
            case KMS_KEY_ARN -> blueprint.key().map(KmsKeyArn::value);
            case ROLE_NAME -> Optional.of(blueprint.role().arn().name().value());
            case PERMISSIONS_BOUNDARY -> Optional.of(blueprint.role().boundary().orElse(""));
            case CREATE_IDENTITY_PROVIDER -> blueprint.provider().map(_ -> String.valueOf(blueprint.makesProvider()));
        };
    }

    /** The value for whoever has no wish; empty where there is no such. */
    Optional<String> usual() {
        return this == PERMISSIONS_BOUNDARY ? Optional.of("") : Optional.empty();
    }

    Group group() {
        return group;
    }

    /** What a form says beside it. */
    String label() {
        return label;
    }

    String description() {
        return description;
    }

    Rule rule() {
        return standIn.isEmpty() ? new Rule.YesOrNo() : new Rule.Text(pattern, shortest, longest, sentence);
    }

    /** A value that nothing else in a policy document looks like; empty where it is yes or no. */
    Optional<String> standIn() {
        return standIn.isEmpty() ? Optional.empty() : Optional.of(standIn);
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
