package io.spotdock.plan;

import io.spotdock.domain.Fault;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.resource.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what is with what should be. Pure: the same input gives the same plan.
 *
 * <p>Something of ours that differs is an update. Something that others made is kept when it means the same, updated
 * when it serves nothing but this delivery, and otherwise a conflict that a person decides.
 */
public final class Planner {
    public Plan plan(Wanted wanted, Observed observed, Consent consent) {
        List<Change> changes = new ArrayList<>();
        List<Fault> notes = new ArrayList<>();

        new BucketComparison(wanted, consent).compare(observed.bucket(), changes, notes);
        Optional<RoleArn> elsewhere = wanted.settings().role().arn();
        if (elsewhere.isPresent()) notes.add(Fault.of("note.role-made-elsewhere", elsewhere.get()));
        else access(wanted, observed, consent, changes, notes);

        RoleArn role = elsewhere
                .or(() -> observed.role().map(found -> found.role().arn()))
                .orElse(wanted.role().arn());
        observed.thoughtSpot()
                .ifPresent(found -> wanted.webhook(role).ifPresent(webhook -> {
                    notes.addAll(WebhookFit.notes(webhook, found.cluster()));
                    Webhook fitted = WebhookFit.fitted(webhook, found.cluster());
                    changes.add(new ThoughtSpotComparison(consent).webhook(fitted, found.webhooks()));
                    found.channels()
                            .map(ThoughtSpotComparison::channel)
                            .ifPresentOrElse(changes::add, () -> notes.add(Fault.of("note.channel-not-visible")));
                }));
        if (wanted.settings().bucket().prefix().isOpenEnded())
            notes.add(Fault.of(
                    "note.prefix-open-ended", wanted.settings().bucket().prefix()));
        return new Plan(wanted.settings().aws().accountId(), changes, notes);
    }

    /** The role that is made here, and the identity provider it may need. */
    private static void access(
            Wanted wanted, Observed observed, Consent consent, List<Change> changes, List<Fault> notes) {
        IamComparison iam = new IamComparison(wanted, consent);
        wanted.identityProvider()
                .ifPresent(provider -> changes.add(iam.identityProvider(provider, observed.identityProvider())));
        changes.addAll(iam.role(observed.role(), bucketKey(observed)));
        observed.role()
                .flatMap(role -> role.role().boundary())
                .ifPresent(boundary -> notes.add(Fault.of("note.boundary", boundary)));
    }

    /** A conflict that a person has decided is an update. */
    static Change decided(Change change, Consent consent) {
        return switch (change) {
            case Change.Conflict c
            when c.found().isPresent() && consent.decided(c.resource().kind()) ->
                new Change.Update(c.found().get(), c.wanted(), c.differences());
            case Change.Conflict _, Change.Keep _, Change.Create _, Change.Update _, Change.Delete _ -> change;
        };
    }

    private static Optional<KmsKeyArn> bucketKey(Observed observed) {
        return switch (observed.bucket()) {
            case Observed.BucketSight.Ours ours -> ours.bucket().protection().kmsKey();
            case Observed.BucketSight.Absent _, Observed.BucketSight.Foreign _, Observed.BucketSight.Elsewhere _ ->
                Optional.empty();
        };
    }
}
