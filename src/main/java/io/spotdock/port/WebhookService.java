package io.spotdock.port;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Org;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ThoughtSpot, signed in to one Org. */
public interface WebhookService {
    /** Who is signed in, and where. */
    record SessionUser(String name, Set<String> privileges, Org currentOrg, List<Org> orgs) {
        /** Each of these lets one manage webhooks (ThoughtSpot REST API v2, "Webhooks"). */
        private static final Set<String> MANAGE_WEBHOOKS = Set.of("ADMINISTRATION", "DEVELOPER", "CAN_MANAGE_WEBHOOKS");

        public boolean mayManageWebhooks() {
            return privileges.stream().anyMatch(MANAGE_WEBHOOKS::contains);
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
