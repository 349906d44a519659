package io.spotdock.gui.step.access;

import static io.spotdock.settings.Field.EXTERNAL_ID;
import static io.spotdock.settings.Field.GOOGLE_PROVIDER;
import static io.spotdock.settings.Field.HOSTING;
import static io.spotdock.settings.Field.ROLE_ARN;
import static io.spotdock.settings.Field.ROLE_NAME;
import static io.spotdock.settings.Field.SERVICE_ACCOUNT;
import static io.spotdock.settings.Field.THOUGHTSPOT_ACCOUNT;

import io.spotdock.port.WebhookService.StorageOffer.AwsToS3;
import io.spotdock.port.WebhookService.StorageOffer.GcpToS3;
import io.spotdock.service.Connected;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Optional;

/** What ThoughtSpot told of its hosting, as far as it is connected, and what follows from it for a draft. */
record Told(Optional<Connected> connected) {
    private static final String USUAL_NAME = "thoughtspot-s3-upload";

    /** With what ThoughtSpot told or is usual, and without what its hosting has no use for. */
    Draft completed(Draft draft) {
        Draft full = draft.has(ROLE_NAME) || draft.has(ROLE_ARN) ? draft : draft.with(ROLE_NAME, USUAL_NAME);
        if (onGcp(draft)) {
            Draft gone = full.without(EXTERNAL_ID).without(THOUGHTSPOT_ACCOUNT);
            Optional<GcpToS3> offer = connected.flatMap(Connected::onGcp);
            return gone.has(SERVICE_ACCOUNT) || offer.isEmpty()
                    ? gone
                    : gone.with(SERVICE_ACCOUNT, offer.get().serviceAccount().value());
        }
        Draft gone = full.without(SERVICE_ACCOUNT).without(GOOGLE_PROVIDER);
        Optional<AwsToS3> offer = connected.flatMap(Connected::onAws);
        return gone.has(THOUGHTSPOT_ACCOUNT) || offer.isEmpty()
                ? gone
                : gone.with(THOUGHTSPOT_ACCOUNT, offer.get().account().value());
    }

    boolean onGcp(Draft draft) {
        return switch (draft.text(HOSTING).orElse("")) {
            case "gcp" -> true;
            case "aws" -> false;
            default ->
                connected
                        .filter(c -> c.onAws().isEmpty() && c.onGcp().isPresent())
                        .isPresent();
        };
    }

    /** Whether ThoughtSpot's account is the one that ThoughtSpot names. */
    boolean names(Draft draft) {
        return onGcp(draft)
                ? same(
                        draft,
                        SERVICE_ACCOUNT,
                        connected
                                .flatMap(Connected::onGcp)
                                .map(o -> o.serviceAccount().value()))
                : same(
                        draft,
                        THOUGHTSPOT_ACCOUNT,
                        connected.flatMap(Connected::onAws).map(o -> o.account().value()));
    }

    private static boolean same(Draft draft, Field field, Optional<String> told) {
        return told.isPresent() && draft.text(field).equals(told);
    }
}
