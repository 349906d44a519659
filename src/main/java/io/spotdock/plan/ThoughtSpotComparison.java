package io.spotdock.plan;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Telltales;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Org's webhook and its channels. ThoughtSpot allows one webhook for Liveboards per Org, so that whichever is there is
 * the one to be changed, whatever its name; one that Spotdock did not make is changed or deleted on a person's word only.
 */
public final class ThoughtSpotComparison {
    private final Consent consent;

    public ThoughtSpotComparison(Consent consent) {
        this.consent = consent;
    }

    Change webhook(Webhook wanted, List<Webhook> found) {
        Optional<Webhook> there = theOne(found, wanted.name());
        if (there.isEmpty()) return new Change.Create(wanted, WebhookComparison.details(wanted));
        Webhook present = there.get();
        Webhook target = WebhookComparison.onto(present, wanted);
        List<Difference> differences = WebhookComparison.differences(
                present, target, WebhookComparison.fields(present, target, consent.secrets()));
        if (differences.isEmpty()) return new Change.Keep(present);
        return objection(present, target)
                .<Change>map(failure -> new Change.Conflict(Optional.of(present), target, differences, failure))
                .orElseGet(() -> new Change.Update(present, target, differences));
    }

    /** Of an Org's webhooks the one that is Spotdock's, else the one of this name, else the first. */
    public Optional<Webhook> theOne(List<Webhook> found, String name) {
        return found.stream()
                .min(Comparator.comparingInt(
                        webhook -> consent.owns(webhook) ? 0 : webhook.name().equals(name) ? 1 : 2));
    }

    /** Deliveries switched on or off, and nothing else. */
    public Change switched(Webhook present, boolean on) {
        if (present.isDisabled() != on) return new Change.Keep(present);
        Webhook target = present.withEnabled(on);
        List<Difference> differences =
                WebhookComparison.differences(present, target, WebhookComparison.fields(present, target));
        return objection(present, target)
                .<Change>map(failure -> new Change.Conflict(Optional.of(present), target, differences, failure))
                .orElseGet(() -> new Change.Update(present, target, differences));
    }

    /** The webhook deleted; its details say what can't be brought back. */
    public Change removal(Webhook present) {
        List<Difference> details = WebhookComparison.losses(present);
        if (mayBeChanged(present)) return new Change.Delete(present, details);
        return new Change.Conflict(Optional.of(present), present, details, notOurs(present));
    }

    private boolean mayBeChanged(Webhook present) {
        return consent.owns(present) || consent.decided(ResourceKind.WEBHOOK);
    }

    /** Why a person is to be asked before it is changed. */
    private Optional<Failure> objection(Webhook present, Webhook target) {
        if (consent.decided(ResourceKind.WEBHOOK)) return Optional.empty();
        if (!consent.owns(present)) return Optional.of(notOurs(present));
        // Also where it is ours: somebody has sent its files elsewhere, and the way back is not known.
        boolean converted = present.isStoredByGoogle() && !target.isStoredByGoogle();
        return converted
                ? Optional.of(conflict(
                        present,
                        Fault.of(
                                "fault.webhook.google",
                                present.name(),
                                present.storage().orElseThrow().bucket())))
                : Optional.empty();
    }

    /** Whether a plan leaves secrets alone that the settings name: whether they are ThoughtSpot's, nobody can see. */
    public static boolean leavesSecretsUnseen(Plan plan, Settings settings, Secrets secrets) {
        if (secrets == Secrets.ALL || settings.webhook().isEmpty()) return false;
        return plan.changes().stream().anyMatch(change -> switch (change) {
            case Change.Keep(Webhook found) ->
                WebhookComparison.hasUnseenSecrets(found, settings.webhook().get());
            case Change.Update(Webhook found, var _, var _) ->
                WebhookComparison.hasUnseenSecrets(found, settings.webhook().get());
            case Change.Keep _, Change.Create _, Change.Update _, Change.Delete _, Change.Conflict _ -> false;
        });
    }

    private static Failure notOurs(Webhook present) {
        return conflict(
                present, Fault.of("fault.webhook.other", present.name(), Telltales.hideInAddress(present.url())));
    }

    private static Failure conflict(Webhook present, Fault evidence) {
        return new Failure.Conflict(present.id().toString(), evidence, "");
    }

    /** Liveboard schedules sent to the webhook as well. */
    static Change channel(ChannelPreference present) {
        if (present.channels().contains(Channel.WEBHOOK)) return new Change.Keep(present);
        return changed(present, present.withWebhook());
    }

    /**
     * The channels as they were before Spotdock changed them.
     *
     * @param before what was in force
     * @param after what Spotdock set; where that is no longer so, somebody has changed it since, and it stays
     */
    public static Change channelBack(ChannelPreference present, ChannelPreference before, ChannelPreference after) {
        boolean untouched =
                present.source() == after.source() && present.channels().equals(after.channels());
        return untouched ? changed(present, before) : new Change.Keep(present);
    }

    private static Change changed(ChannelPreference present, ChannelPreference target) {
        return new Change.Update(
                present,
                target,
                List.of(new Difference(
                        "field.channels", names(present.channels()), names(target.channels()), Optional.empty())));
    }

    private static List<String> names(Set<Channel> channels) {
        return channels.stream().map(String::valueOf).sorted().toList();
    }
}
