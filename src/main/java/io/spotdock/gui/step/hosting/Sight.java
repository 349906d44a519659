package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Capability;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.domain.ThoughtSpotRight;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Standing;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.port.WebhookService.TokenLife;
import io.spotdock.service.Connected;
import io.spotdock.settings.Draft;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be seen of the hosting, worked out from what is wanted and what is known.
 *
 * @param connected there while connected to ThoughtSpot
 */
public record Sight(Draft draft, Optional<Connected> connected, boolean inSandbox) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(HOUR)
            .toFormatter(Locale.ROOT);

    /** The cloud chosen. */
    public Optional<ThoughtSpotCloud> cloud() {
        return ThoughtSpotCloud.of(draft);
    }

    /** The cloud that ThoughtSpot named. */
    public Optional<ThoughtSpotCloud> detected() {
        return connected.flatMap(ThoughtSpotCloud::of);
    }

    public List<Answer> answers() {
        return connected.map(it -> Answer.of(it, draft)).orElse(List.of());
    }

    /** The Orgs to choose from; one alone is no choice. */
    public List<Org> orgs() {
        return connected
                .map(it -> it.user().orgs())
                .filter(all -> all.size() > 1)
                .orElse(List.of());
    }

    /** ThoughtSpot's external ID, where the draft has kept another. */
    public Optional<ExternalId> otherExternalId() {
        return connected.flatMap(it -> Answers.otherExternalId(draft, it));
    }

    /** Whether ThoughtSpot also delivers to Google Cloud Storage, which Spotdock doesn't set up. */
    public boolean offersOtherStorage() {
        return connected.stream().flatMap(it -> it.offers().stream()).anyMatch(StorageOffer.Other.class::isInstance);
    }

    /** What is to be said of the answers, but for the external ID. */
    public List<Notice> notices() {
        List<Notice> all = new ArrayList<>();
        hostingNotice().ifPresent(all::add);
        connected
                .filter(Sight::mayNotManage)
                .ifPresent(it -> all.add(Notice.warning(
                        Fault.of("wizard.hosting.no-privilege", it.user().name()),
                        Fault.of("wizard.hosting.no-privilege.text"))));
        connected
                .flatMap(Connected::tokenLife)
                .filter(TokenLife::endsSoon)
                .ifPresent(life -> all.add(Notice.warning(
                        Fault.of("wizard.hosting.token-ends", life.minutes()),
                        Fault.of("wizard.hosting.token-ends.text"))));
        return List.copyOf(all);
    }

    /** Until when the sign-in is good, where ThoughtSpot tells; the hour alone on the day itself, as people say it. */
    public Optional<Fault> signedIn() {
        return connected.flatMap(Connected::tokenLife).map(life -> {
            ZonedDateTime end = life.until().atZone(ZoneId.systemDefault());
            boolean today = end.toLocalDate().equals(end.minus(life.left()).toLocalDate());
            String time = (today ? HOUR : DAY).format(end);
            return Fault.of(life.renewed() ? "wizard.hosting.signed-in-renewed" : "wizard.hosting.signed-in", time);
        });
    }

    /** What is missing that has no notice of its own, and what that means; a line each. */
    public List<Fault> shortages() {
        return connected.map(Shortages::of).orElse(List.of());
    }

    private static boolean mayNotManage(Connected connected) {
        return !connected.user().may(ThoughtSpotRight.WEBHOOKS);
    }

    private boolean hasNoWebhooks() {
        return connected.filter(it -> it.cluster().lacks(Capability.WEBHOOKS)).isPresent();
    }

    private Optional<Notice> hostingNotice() {
        if (connected.isEmpty()) return Optional.empty();
        if (hasNoWebhooks())
            return Optional.of(Notice.warning(
                    Fault.of("wizard.hosting.no-webhooks"), Fault.of("wizard.hosting.no-webhooks.text")));
        if (detected().isPresent()) return contradicted() ? Optional.of(contradiction()) : Optional.empty();
        Optional<Failure> why = connected.get().notTold();
        // Without the privilege nobody is told; that is said of the person then.
        if (why.filter(Failure.Denied.class::isInstance).isPresent()) return Optional.empty();
        return Optional.of(
                why.isPresent()
                        ? Notice.info("wizard.hosting.older-cluster", "wizard.hosting.older-cluster.text")
                        : Notice.info("wizard.hosting.no-s3", "wizard.hosting.no-s3.text"));
    }

    /** Says that the draft has kept another external ID than ThoughtSpot's. */
    public Optional<Notice> externalIdNotice() {
        return otherExternalId()
                .map(offered -> Notice.warning(
                        Fault.of("wizard.hosting.external-id-differs", offered),
                        Fault.of("wizard.hosting.external-id-kept")));
    }

    private boolean contradicted() {
        return detected().isPresent() && cloud().isPresent() && !cloud().equals(detected());
    }

    private Notice contradiction() {
        String runs = detected().equals(Optional.of(ThoughtSpotCloud.AWS))
                ? "wizard.hosting.is-aws"
                : "wizard.hosting.is-google";
        return Notice.warning(Fault.of(runs), Fault.of("wizard.hosting.contradicted"));
    }

    public Standing standing() {
        if (cloud().isEmpty()) return Standing.TO_DO;
        if (contradicted()) return Standing.look(Fault.of("wizard.hosting.standing.contradicted"));
        if (hasNoWebhooks()) return Standing.look(Fault.of("wizard.hosting.standing.no-webhooks"));
        if (connected.filter(Sight::mayNotManage).isPresent())
            return Standing.look(Fault.of("wizard.hosting.standing.no-privilege"));
        if (otherExternalId().isPresent()) return Standing.look(Fault.of("wizard.hosting.standing.external-id"));
        return Standing.done(Fault.of(
                switch (cloud().get()) {
                    case AWS ->
                        inSandbox
                                ? "wizard.hosting.standing.aws-sandbox"
                                : detected().isPresent()
                                        ? "wizard.hosting.standing.aws-detected"
                                        : "wizard.hosting.standing.aws";
                    case GCP ->
                        inSandbox
                                ? "wizard.hosting.standing.google-sandbox"
                                : detected().isPresent()
                                        ? "wizard.hosting.standing.google-detected"
                                        : "wizard.hosting.standing.google";
                }));
    }
}
