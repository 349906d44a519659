package io.spotdock.gui.step.hosting;

import io.spotdock.domain.ExternalId;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.service.Connected;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Optional;

/** What ThoughtSpot's answers make of a draft. */
public final class Answers {
    private Answers() {}

    /** Fills in what ThoughtSpot said. An external ID that the draft has stays. */
    public static Draft into(Draft draft, Connected connected) {
        return into(draft, connected, Optional.empty());
    }

    /**
     * Fills in what ThoughtSpot said. An external ID that somebody entered, or that a role already trusts, is never
     * silently replaced: deliveries would stop.
     *
     * @param replaceable an external ID that only an earlier answer put there
     */
    static Draft into(Draft draft, Connected connected, Optional<String> replaceable) {
        Draft told = draft.with(Field.HOST, connected.host().toString())
                .with(Field.ORG, connected.user().currentOrg().name());
        return ThoughtSpotCloud.of(connected)
                .map(cloud -> fill(cloud.chosenIn(told), connected, replaceable))
                .orElse(told);
    }

    private static Draft fill(Draft draft, Connected connected, Optional<String> replaceable) {
        Optional<StorageOffer.AwsToS3> aws = connected.onAws();
        if (aws.isEmpty())
            return connected
                    .onGcp()
                    .map(offer -> draft.with(
                            Field.SERVICE_ACCOUNT, offer.serviceAccount().value()))
                    .orElse(draft);
        Draft told = draft.with(Field.THOUGHTSPOT_ACCOUNT, aws.get().account().value());
        boolean free = draft.text(Field.EXTERNAL_ID).equals(replaceable) || !draft.has(Field.EXTERNAL_ID);
        return aws.get()
                .externalId()
                .filter(_ -> free)
                .map(id -> told.with(Field.EXTERNAL_ID, id.value()))
                .orElse(told);
    }

    /** The external ID that ThoughtSpot offers, where the draft has kept another. */
    static Optional<ExternalId> otherExternalId(Draft draft, Connected connected) {
        return connected
                .onAws()
                .flatMap(StorageOffer.AwsToS3::externalId)
                .filter(offered -> draft.text(Field.EXTERNAL_ID)
                        .filter(own -> !own.strip().equals(offered.value()))
                        .isPresent());
    }
}
