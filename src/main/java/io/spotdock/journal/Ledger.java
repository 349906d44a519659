package io.spotdock.journal;

import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.plan.Consent;
import io.spotdock.plan.Secrets;
import io.spotdock.plan.WebhookComparison;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a journal amounts to. */
public final class Ledger {
    private static final Undoing NOTHING = new Undoing.WithAnother();

    private final Map<String, Entry> standing = new LinkedHashMap<>();

    /** @param entries oldest first */
    public Ledger(List<Entry> entries) {
        for (Entry entry : entries) {
            switch (entry.state()) {
                case BEGUN -> begun(entry);
                case DONE -> done(entry);
                case FAILED, UNDONE -> standing.remove(entry.id());
                case LEFT -> {}
            }
        }
    }

    private void begun(Entry entry) {
        if (!goesByItsMaking(entry)) standing.put(entry.id(), entry);
    }

    /** What became of a webhook that Spotdock made needs no undoing of its own: it goes when the webhook does. */
    private boolean goesByItsMaking(Entry entry) {
        return undoing(entry) instanceof Undoing.WebhookDeleted(Webhook before) && made(before)
                || undoing(entry) instanceof Undoing.WebhookChanged changed && made(changed.before());
    }

    private void done(Entry entry) {
        // The undoing of the last line knows most; a line without one says nothing new about it.
        Entry now =
                standing.merge(entry.id(), entry, (old, late) -> late.undoing().isPresent() ? late : old);
        if (undoing(now) instanceof Undoing.WebhookChanged && goesByItsMaking(now)) standing.remove(now.id());
        if (undoing(now) instanceof Undoing.WebhookDeleted(Webhook before)) settleDeletion(now, before);
        if (undoing(now) instanceof Undoing.ChannelSet(ChannelPreference _, ChannelPreference after))
            settleChannel(after);
    }

    /** A webhook that is gone leaves nothing of what was done to it; one of others' is to come back as it was found. */
    private void settleDeletion(Entry deletion, Webhook before) {
        boolean ours = made(before);
        Webhook found = before;
        for (Entry entry : standing())
            if (undoing(entry) instanceof Undoing.WebhookChanged changed && isOf(entry, before))
                found = found.with(ownChanges(found, changed), changed.before());
        standing.values().removeIf(entry -> isOf(entry, before));
        if (ours) standing.remove(deletion.id());
        else
            standing.put(
                    deletion.id(),
                    new Entry(
                            deletion.at(),
                            deletion.id(),
                            deletion.state(),
                            deletion.resource(),
                            deletion.kind(),
                            Optional.of(new Undoing.WebhookDeleted(found)),
                            deletion.by(),
                            deletion.org(),
                            deletion.note()));
    }

    /** Fields that others have changed since stay as they made them. */
    private static Set<WebhookField> ownChanges(Webhook found, Undoing.WebhookChanged changed) {
        Set<WebhookField> fields = new HashSet<>(changed.fields());
        fields.removeAll(WebhookComparison.fields(found, changed.after()));
        return fields;
    }

    private boolean made(Webhook webhook) {
        return standing.values().stream()
                .anyMatch(entry -> undoing(entry) instanceof Undoing.WebhookMade && isOf(entry, webhook));
    }

    /** Whether it is about the making or a change of this webhook. */
    private static boolean isOf(Entry entry, Webhook webhook) {
        if (undoing(entry) instanceof Undoing.WebhookMade made)
            return made.serverId().isPresent()
                    ? made.serverId().equals(webhook.serverId())
                    : made.name().equals(webhook.name());
        return undoing(entry) instanceof Undoing.WebhookChanged changed
                && Optional.of(changed.serverId()).equals(webhook.serverId());
    }

    private static Undoing undoing(Entry entry) {
        return entry.undoing().orElse(NOTHING);
    }

    /** Channels that are again as they were before the first change: nothing is left to take back. */
    private void settleChannel(ChannelPreference after) {
        boolean back = false;
        for (Entry entry : List.copyOf(standing.values())) {
            if (!(undoing(entry) instanceof Undoing.ChannelSet set)
                    || !set.before().org().equals(after.org())) continue;
            back |= set.before().equals(after);
            if (back) standing.remove(entry.id());
        }
    }

    /** Changes that stand, or may stand since the program ended while making them; newest first. */
    public List<Entry> standing() {
        return List.copyOf(standing.values()).reversed();
    }

    /** What Spotdock made and has not taken back. */
    public Set<ResourceId> made() {
        return standing.values().stream()
                .filter(entry -> entry.kind().equals("create"))
                .map(Entry::resource)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The webhooks that Spotdock made, or changed on a person's word: by ThoughtSpot's ID, or by name where an earlier
     * version ended before it knew that.
     */
    public Set<String> webhooks() {
        Set<String> webhooks = new TreeSet<>();
        for (Entry entry : standing.values()) {
            if (undoing(entry) instanceof Undoing.WebhookMade made
                    && made.wanted().isEmpty()) webhooks.add(made.serverId().orElse(made.name()));
            if (undoing(entry) instanceof Undoing.WebhookChanged changed) webhooks.add(changed.serverId());
        }
        return webhooks;
    }

    /** The webhooks that the program was about to make when it ended, so that they may be there, just so. */
    public Set<Webhook> attempted() {
        return standing.values().stream()
                .map(Ledger::undoing)
                .filter(Undoing.WebhookMade.class::isInstance)
                .flatMap(made -> ((Undoing.WebhookMade) made).wanted().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What Spotdock may touch: what it made itself, and what a person lets it. */
    public Consent consent(Set<ResourceKind> overwrite, Secrets secrets) {
        return new Consent(made(), webhooks(), attempted(), overwrite, secrets);
    }

    /** What became of an Org's channels: what was in force before Spotdock's first change, and after its last one. */
    public Optional<Undoing.ChannelSet> channels(Org org) {
        return standing.values().stream()
                .map(Ledger::undoing)
                .filter(Undoing.ChannelSet.class::isInstance)
                .map(Undoing.ChannelSet.class::cast)
                .filter(set -> set.before().org().equals(org))
                .reduce((first, last) -> new Undoing.ChannelSet(first.before(), last.after()));
    }
}
