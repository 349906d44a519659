package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.WebhookComparison;
import io.spotdock.port.WebhookService;
import java.util.Optional;
import java.util.Set;

/** Changes of the Org's webhook and its channel preference. */
final class ThoughtSpotActions {
    private final Optional<WebhookService> service;

    ThoughtSpotActions(Session session) {
        this.service = session.thoughtSpot();
    }

    Actions.Action create(Webhook wanted) {
        return Actions.action(
                new Undoing.WebhookMade(Optional.empty(), wanted.name()),
                () -> new Undoing.WebhookMade(made(wanted).serverId(), wanted.name()));
    }

    /** A create that got no answer is not repeated blindly: it may have worked. */
    private Webhook made(Webhook wanted) {
        try {
            return service().create(wanted);
        } catch (FailureException e) {
            boolean open = e.failure() instanceof Failure.Unreachable || e.failure() instanceof Failure.AlreadyThere;
            if (!open) throw e;
            return service().webhooks().stream()
                    .filter(found -> found.name().equals(wanted.name())
                            && WebhookComparison.fields(found, wanted).isEmpty())
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    Actions.Action update(Webhook wanted, Webhook found) {
        String serverId = found.serverId().orElseThrow();
        Set<WebhookField> fields = WebhookComparison.fieldsWithSecrets(found, wanted);
        Undoing undoing = new Undoing.WebhookChanged(serverId, found, fields);
        return Actions.action(undoing, () -> {
            service().update(serverId, wanted, fields);
            return undoing;
        });
    }

    Actions.Action setChannels(ChannelPreference wanted, ChannelPreference found) {
        Undoing undoing = new Undoing.ChannelSet(found, wanted);
        return Actions.action(undoing, () -> {
            service().setChannels(wanted);
            return undoing;
        });
    }

    private WebhookService service() {
        return service.orElseThrow(() -> new IllegalStateException("a plan without a connection has no such change"));
    }
}
