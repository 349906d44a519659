package io.spotdock.port;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Org;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.ThoughtSpotRight;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ThoughtSpot, signed in to one Org. Closing it wipes the secrets that it fetched or was lent; the sign-in's is not its own. */
public interface WebhookService extends AutoCloseable {
    @Override
    void close();

    /** Who is signed in, and where. */
    record SessionUser(String name, Set<String> privileges, Org currentOrg, List<Org> orgs) {
        public boolean may(ThoughtSpotRight right) {
            return right.isGivenBy(privileges);
        }
    }

    /**
     * How long the token of a sign-in lives.
     *
     * @param until by this computer's clock
     * @param left from when it was asked
     * @param renewed whether a new one is fetched then, so that the sign-in goes on
     */
    record TokenLife(Instant until, Duration left, boolean renewed) {
        /** What is left is soon used up by a plan that is read and carried out. */
        private static final Duration SHORT = Duration.ofMinutes(10);

        /** What is left in minutes, rounded up. */
        public long minutes() {
            return left.plusSeconds(59).toMinutes();
        }

        public boolean endsSoon() {
            return !renewed && left.compareTo(SHORT) < 0;
        }
    }

    /** What {@code storage-config} offers. */
    sealed interface StorageOffer {
        /** @param externalId the one ThoughtSpot made, from the template; must be kept exactly */
        record AwsToS3(AccountId account, Optional<ExternalId> externalId) implements StorageOffer {}

        record GcpToS3(ServiceAccountId serviceAccount) implements StorageOffer {}

        /** Google Cloud Storage or something newer; not for Spotdock. */
        record Other(String type) implements StorageOffer {}
    }

    /**
     * One step of {@code validate}.
     *
     * @param step ThoughtSpot's own name, such as {@code STORAGE_FILE_UPLOAD_CHECK}
     * @param objectKey of the dummy file it wrote
     */
    record ValidationStep(
            String step,
            boolean passed,
            Optional<Integer> httpStatus,
            Optional<String> error,
            Optional<String> objectKey) {}

    /** @param result {@code SUCCESS}, {@code FAILED} or {@code PARTIAL_SUCCESS} */
    record Validation(String jobId, String result, List<ValidationStep> steps) {}

    SessionUser user();

    /** Empty where the cluster doesn't tell; that is never a failure. */
    Optional<TokenLife> tokenLife();

    /** What the cluster is and can do, as far as it shows; that it doesn't is never a failure. */
    Cluster cluster();

    /** @throws io.spotdock.domain.FailureException Missing on a cluster before 26.7, Denied without the privilege */
    List<StorageOffer> storageOffers();

    /** The Org's webhooks for Liveboard schedules. */
    List<Webhook> webhooks();

    Webhook create(Webhook wanted);

    /** Changes only the fields named. */
    void update(String serverId, Webhook wanted, Set<WebhookField> fields);

    void delete(String serverId);

    /** @throws io.spotdock.domain.FailureException Denied without ADMINISTRATION, DEVELOPER or APPLICATION_ADMINISTRATION */
    ChannelPreference channels();

    void setChannels(ChannelPreference wanted);

    /** Takes the Org's own preference away, so that the cluster's holds again. */
    void resetChannels(Org org);

    /** Makes ThoughtSpot assume the role, write a small file and call the URL. */
    Validation validate(String serverId);

    /** What the Org's webhooks delivered. */
    DeliveryHistory history();

    /** What is delivered when. */
    Schedules schedules();
}
