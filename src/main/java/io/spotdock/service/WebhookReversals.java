package io.spotdock.service;

import static io.spotdock.domain.resource.WebhookField.AUTHENTICATION;
import static io.spotdock.domain.resource.WebhookField.HEADERS;
import static io.spotdock.domain.resource.WebhookField.SIGNATURE;
import static io.spotdock.domain.resource.WebhookField.STORAGE;
import static io.spotdock.domain.resource.WebhookField.URL;
import static io.spotdock.domain.resource.WebhookField.URL_PARAMS;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Telltales;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.domain.resource.WebhookSignature;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.WebhookComparison;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How changes of the webhook and its channel are taken back. Neither secrets nor the values of others' headers were kept, nor what in a URL is likely to be one,
 * so that a person is told what is missing in the end.
 */
final class WebhookReversals {
    private static final Outcome GONE = new Outcome.AlreadyRight();

    private final WebhookService service;
    private final Optional<Settings.Webhook> settings;

    /** @param settings may still name the secrets of a webhook that is made again */
    WebhookReversals(WebhookService service, Optional<Settings.Webhook> settings) {
        this.service = service;
        this.settings = settings;
    }

    Outcome remove(Undoing.WebhookMade made) {
        Optional<Webhook> found = service.webhooks().stream()
                .filter(webhook -> made.serverId().isPresent()
                        ? made.serverId().equals(webhook.serverId())
                        : made.name().equals(webhook.name()))
                .findFirst();
        if (found.isEmpty()) return GONE;
        boolean asMade = made.wanted()
                .filter(wanted -> !WebhookComparison.isMadeAs(wanted, found.get()))
                .isEmpty();
        if (!asMade) return left("undo.webhook-unsure", made.name());
        service.delete(found.get().serverId().orElseThrow());
        return new Outcome.Changed();
    }

    /** What others have changed since stays; the rest comes back as far as it was kept. */
    Outcome restore(Undoing.WebhookChanged changed) {
        Optional<Webhook> found = find(changed.serverId()).map(Webhook::discreet);
        if (found.isEmpty()) return GONE;
        // One that was never switched is on.
        Webhook before = changed.before().withEnabled(!changed.before().isDisabled());
        Set<WebhookField> changedSince = WebhookComparison.fields(found.get(), changed.after());
        changedSince.retainAll(WebhookComparison.fields(found.get(), before));
        changedSince.retainAll(changed.fields());
        Set<WebhookField> lost = new HashSet<>(changed.fields());
        lost.removeAll(changedSince);
        lost.removeIf(field -> isKept(before, field));
        Set<WebhookField> due = new HashSet<>(changed.fields());
        due.removeAll(changedSince);
        due.removeAll(lost);
        due.retainAll(WebhookComparison.fields(found.get(), before));
        if (!due.isEmpty()) service.update(changed.serverId(), before, due);
        if (!changedSince.isEmpty()) return left("undo.changed-since.webhook", before.name());
        if (lost.contains(STORAGE)) return left("undo.webhook-google", before.name());
        if (lost.contains(URL) || lost.contains(URL_PARAMS)) return left("undo.webhook-address", before.name());
        return due.isEmpty() && lost.isEmpty() ? GONE : new Outcome.Changed(rest(before, lost));
    }

    /** Whether the journal knows enough of a field to bring it back. */
    private static boolean isKept(Webhook before, WebhookField field) {
        return switch (field) {
            case AUTHENTICATION -> before.authentication() instanceof WebhookAuthentication.None;
            case SIGNATURE -> before.signature().isEmpty();
            case HEADERS -> before.headers().isEmpty();
            case STORAGE -> !before.isStoredByGoogle();
            case URL -> !Telltales.isHiddenIn(before.url());
            case URL_PARAMS -> !before.urlParams().containsValue(Telltales.HIDDEN);
            case NAME, DESCRIPTION, ENABLED -> true;
        };
    }

    private static Optional<Fault> rest(Webhook before, Set<WebhookField> lost) {
        boolean secrets = lost.contains(AUTHENTICATION) || lost.contains(SIGNATURE);
        String headers =
                String.join(", ", before.headers().keySet().stream().sorted().toList());
        if (secrets && lost.contains(HEADERS))
            return Optional.of(Fault.of("undo.webhook-secrets-and-headers", before.name(), headers));
        if (lost.contains(HEADERS)) return Optional.of(Fault.of("undo.webhook-headers", before.name(), headers));
        return secrets ? Optional.of(Fault.of("undo.webhook-secrets", before.name())) : Optional.empty();
    }

    /** Makes a webhook that was deleted, unless the Org has one by now. */
    Outcome makeAgain(Webhook before) {
        List<Webhook> there = service.webhooks();
        Webhook again = completed(before);
        boolean back = there.stream()
                .anyMatch(found -> found.serverId().equals(before.serverId())
                        || WebhookComparison.fields(found, again).isEmpty());
        if (back) return GONE;
        if (!there.isEmpty())
            return left("undo.webhook-in-place", before.name(), there.getFirst().name());
        if (before.isStoredByGoogle()) return left("undo.webhook-google", before.name());
        if (again.isAddressHidden()) return left("undo.webhook-address", before.name());
        service.create(again);
        Set<WebhookField> lost = EnumSet.noneOf(WebhookField.class);
        if (!again.authentication().looksLike(before.authentication())) lost.add(AUTHENTICATION);
        if (again.signature().isPresent() != before.signature().isPresent()) lost.add(SIGNATURE);
        if (again.headers().size() < before.headers().size()) lost.add(HEADERS);
        return new Outcome.Changed(rest(before, lost));
    }

    /** With the secrets and header values that the settings name, where they are of the same kind; without the others. */
    private Webhook completed(Webhook before) {
        WebhookAuthentication authentication = settings.map(Settings.Webhook::authentication)
                .filter(before.authentication()::looksLike)
                .orElse(new WebhookAuthentication.None());
        Optional<WebhookSignature> signature = settings.flatMap(Settings.Webhook::signature)
                .filter(mine -> before.signature()
                        .filter(theirs -> theirs.header().equals(mine.header()))
                        .isPresent());
        Map<String, String> headers =
                new HashMap<>(settings.map(Settings.Webhook::headers).orElse(Map.of()));
        headers.keySet().retainAll(before.headers().keySet());
        String url = settings.map(mine -> mine.url().toString())
                .filter(mine -> Telltales.hideInAddress(mine).equals(before.url()))
                .orElse(before.url());
        Map<String, String> params = settings.map(Settings.Webhook::urlParams)
                .filter(mine -> Telltales.hideIn(mine).equals(before.urlParams()))
                .orElse(before.urlParams());
        return new Webhook(
                before.serverId(),
                before.name(),
                url,
                before.description(),
                params,
                authentication,
                signature,
                headers,
                before.storage(),
                before.enabled());
    }

    Outcome restoreChannel(Undoing.ChannelSet set) {
        ChannelPreference now = service.channels();
        ChannelPreference before = set.before();
        if (now.source() == before.source() && now.channels().equals(before.channels())) return GONE;
        if (now.source() != set.after().source()
                || !now.channels().equals(set.after().channels())) return left("undo.changed-since.channel");
        if (before.source() == Source.ORG) service.setChannels(before);
        else service.resetChannels(before.org());
        return new Outcome.Changed();
    }

    private Optional<Webhook> find(String serverId) {
        return service.webhooks().stream()
                .filter(found -> found.serverId().equals(Optional.of(serverId)))
                .findFirst();
    }

    private static Outcome left(String key, Object... arguments) {
        return new Outcome.Left(Fault.of(key, arguments));
    }
}
