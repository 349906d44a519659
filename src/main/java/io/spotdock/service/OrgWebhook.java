package io.spotdock.service;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Change;
import io.spotdock.plan.Consent;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Secrets;
import io.spotdock.plan.ThoughtSpotComparison;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Org's webhook as it stands, and what a person does with it apart from setting it up: look at it, switch its
 * deliveries on and off, delete it. Has nothing to do with AWS.
 */
public final class OrgWebhook {
    private final Settings settings;
    private final WebhookService service;
    private final Journal journal;
    private final Waiter waiter;
    private final InstantSource clock;

    public OrgWebhook(Settings settings, WebhookService service, Journal journal, Waiter waiter, InstantSource clock) {
        this.settings = settings;
        this.service = service;
        this.journal = journal;
        this.waiter = waiter;
        this.clock = clock;
    }

    /** What is to become of it. */
    public enum Wish {
        ENABLE,
        DISABLE,
        /** The channels go back to what they were before Spotdock changed them. */
        DELETE
    }

    /**
     * What stands.
     *
     * @param webhook the Org's one; where there are more, the one that is meant
     * @param ours whether the journal says that Spotdock made it, or changed it on a person's word
     * @param channels empty when the sign-in may not look
     */
    public record Standing(String org, Optional<Webhook> webhook, boolean ours, Optional<ChannelPreference> channels) {}

    /** Looks; changes nothing. */
    public Standing look() {
        Optional<Webhook> webhook = find(consent(false));
        return new Standing(
                service.user().currentOrg().name(),
                webhook,
                webhook.filter(consent(false)::owns).isPresent(),
                channels());
    }

    /**
     * What would be changed; changes nothing.
     *
     * @param overwrite a person's word that a webhook may be changed although Spotdock did not make it
     * @return no change where it is to be deleted and is not there
     * @throws FailureException Missing when there is none to be switched, Invalid when the cluster knows no such thing
     */
    public Plan plan(Wish wish, boolean overwrite) {
        Consent consent = consent(overwrite);
        Optional<Webhook> found = find(consent);
        ThoughtSpotComparison comparison = new ThoughtSpotComparison(consent);
        List<Change> changes = new ArrayList<>();
        List<Fault> notes = new ArrayList<>();
        switch (wish) {
            case ENABLE, DISABLE -> {
                boolean on = wish == Wish.ENABLE;
                changes.add(possible(comparison.switched(found.orElseThrow(this::missing), on)));
                settings.webhook()
                        .flatMap(Settings.Webhook::enabled)
                        .filter(wanted -> wanted != on)
                        .ifPresent(wanted -> notes.add(Fault.of("note.webhook-enabled-in-settings", wanted)));
            }
            case DELETE -> {
                found.map(comparison::removal).ifPresent(changes::add);
                channelsBack(changes, notes);
            }
        }
        return new Plan(settings.aws().accountId(), changes, notes);
    }

    /** Switching came with a release of its own. */
    private Change possible(Change change) {
        if (change.writes() && service.cluster().lacks(Capability.WEBHOOK_STATUS))
            throw new FailureException(new Failure.Invalid(
                    "webhook.enabled", Fault.of("fault.webhook.no-switch", Capability.WEBHOOK_STATUS.since()), ""));
        return change;
    }

    private void channelsBack(List<Change> changes, List<Fault> notes) {
        Optional<ChannelPreference> now = channels();
        if (now.isEmpty()) return;
        Optional<Undoing.ChannelSet> set =
                new Ledger(journal.entries()).channels(now.get().org());
        if (set.isEmpty()) return;
        Change back = ThoughtSpotComparison.channelBack(
                now.get(), set.get().before(), set.get().after());
        changes.add(back);
        if (!back.writes()) notes.add(Fault.of("undo.changed-since.channel"));
    }

    /**
     * Carries out a plan that a person has seen.
     *
     * @param overwrite as it was planned with
     * @throws IllegalArgumentException when it holds conflicts
     */
    public Applied apply(Plan plan, Wish wish, boolean overwrite, Event.Sink sink) {
        ThoughtSpotActions actions = new ThoughtSpotActions(Optional.of(service), Secrets.SENT);
        WebhookService.SessionUser user = service.user();
        String by = "ThoughtSpot user " + user.name();
        return new Execution(waiter, clock, journal, by, Optional.of(user.currentOrg()), Chronicle.of(sink))
                .run(plan, change -> action(actions, change), () -> plan(wish, overwrite));
    }

    /**
     * Deletes the webhook of a plan that a person has seen, with their word although Spotdock may not have made it.
     *
     * @throws FailureException AlreadyThere when another webhook stands there by now
     */
    Applied delete(Plan seen, Event.Sink sink) {
        Plan plan = plan(Wish.DELETE, true);
        Set<String> meant = webhooks(seen);
        for (String id : webhooks(plan))
            if (!meant.contains(id)) throw new FailureException(new Failure.AlreadyThere("webhook", ""));
        return apply(plan, Wish.DELETE, true, sink);
    }

    private static Set<String> webhooks(Plan plan) {
        return plan.changes().stream()
                .map(change -> switch (change) {
                    case Change.Delete delete -> delete.found();
                    case Change.Conflict conflict -> conflict.wanted();
                    case Change.Keep keep -> keep.found();
                    case Change.Create create -> create.wanted();
                    case Change.Update update -> update.wanted();
                })
                .filter(Webhook.class::isInstance)
                .map(webhook -> ((Webhook) webhook).serverId().orElse(""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Actions.Action> action(ThoughtSpotActions actions, Change change) {
        return switch (change) {
            case Change.Update(Webhook found, Webhook wanted, var _) -> Optional.of(actions.update(wanted, found));
            case Change.Update(ChannelPreference found, ChannelPreference wanted, var _) ->
                Optional.of(actions.setChannels(wanted, found));
            case Change.Delete(Webhook found, var _) -> Optional.of(actions.delete(found));
            case Change.Keep _, Change.Conflict _, Change.Create _, Change.Update _, Change.Delete _ ->
                Optional.empty();
        };
    }

    private Optional<Webhook> find(Consent consent) {
        String name = settings.webhook().map(Settings.Webhook::name).orElse("");
        return new ThoughtSpotComparison(consent).theOne(service.webhooks(), name);
    }

    private Consent consent(boolean overwrite) {
        Ledger ledger = new Ledger(journal.entries());
        return ledger.consent(overwrite ? Set.of(ResourceKind.WEBHOOK) : Set.of(), Secrets.SENT);
    }

    private FailureException missing() {
        String name = settings.webhook().map(Settings.Webhook::name).orElse("");
        return new FailureException(new Failure.Missing(("webhook " + name).strip(), ""));
    }

    /** Whoever may manage webhooks need not be allowed to see the channels. */
    private Optional<ChannelPreference> channels() {
        try {
            return Optional.of(service.channels());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied) return Optional.empty();
            throw e;
        }
    }
}
