package io.spotdock.settings;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookSignature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One integration, complete and valid: an Org of ThoughtSpot, a bucket, a role, and perhaps a webhook. */
public record Settings(ThoughtSpot thoughtSpot, Aws aws, Bucket bucket, Role role, Optional<Webhook> webhook) {
    /** Whether both want the same of AWS; where ThoughtSpot is and what its webhook is like doesn't matter there. */
    public boolean sameOnAws(Settings other) {
        return thoughtSpot.hosting().equals(other.thoughtSpot.hosting())
                && thoughtSpot.accountId().equals(other.thoughtSpot.accountId())
                && thoughtSpot.serviceAccountId().equals(other.thoughtSpot.serviceAccountId())
                && aws.accountId().equals(other.aws.accountId())
                && aws.region().equals(other.aws.region())
                && bucket.equals(other.bucket)
                && role.equals(other.role);
    }

    /** Where the hosting comes from. */
    public enum HostingChoice {
        AWS,
        GCP,
        /** Asked of ThoughtSpot's {@code storage-config}. */
        DETECT
    }

    /**
     * The ThoughtSpot side.
     *
     * @param org name or ID; empty for the Org of the sign-in
     * @param accountId ThoughtSpot's AWS account; there when the hosting is AWS
     * @param serviceAccountId there when the hosting is GCP
     */
    public record ThoughtSpot(
            HostingChoice hosting,
            Optional<ThoughtSpotHost> host,
            Optional<String> org,
            Optional<AccountId> accountId,
            Optional<ServiceAccountId> serviceAccountId) {}

    /**
     * The customer's account.
     *
     * @param accountId guard: nothing runs in another account
     * @param profile of the shared AWS configuration; empty for the default chain
     */
    public record Aws(AccountId accountId, Optional<String> profile, RegionName region) {}

    /**
     * The bucket.
     *
     * @param create whether it may be made; when not, it must exist
     * @param tlsOnly whether a bucket that Spotdock makes refuses connections without TLS
     * @param kmsKey a customer-managed key that the bucket encrypts with
     */
    public record Bucket(
            BucketName name, KeyPrefix prefix, boolean create, boolean tlsOnly, Optional<KmsKeyArn> kmsKey) {}

    /**
     * The role.
     *
     * @param arn there when somebody else makes the role; Spotdock leaves that one alone
     * @param externalId for AWS hosting; empty: taken from {@code storage-config}, or made once and kept
     * @param provider for GCP hosting
     */
    public record Role(RoleName name, Optional<RoleArn> arn, Optional<ExternalId> externalId, GoogleProvider provider) {
        /** Whether somebody else makes it. */
        public boolean isMadeElsewhere() {
            return arn.isPresent();
        }
    }

    /**
     * The webhook.
     *
     * @param enabled empty leaves ThoughtSpot's default, which is enabled
     */
    public record Webhook(
            String name,
            WebhookUrl url,
            Optional<String> description,
            Map<String, String> urlParams,
            WebhookAuthentication authentication,
            Optional<WebhookSignature> signature,
            Map<String, String> headers,
            Optional<Boolean> enabled) {
        /** Every secret it refers to. */
        public List<SecretReference> secrets() {
            return Stream.concat(authentication.secret().stream(), signature.flatMap(WebhookSignature::secret).stream())
                    .toList();
        }
    }
}
