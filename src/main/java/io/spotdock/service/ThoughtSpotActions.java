package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Secrets;
import io.spotdock.plan.WebhookComparison;
import io.spotdock.port.WebhookService;
import java.util.Optional;
import java.util.Set;

/** Changes of the Org's webhook and its channel preference. */
final class ThoughtSpotActions {
    private final Optional<WebhookService> service;
    private final Secrets secrets;

    /** @param secrets those that an update sends again */
    ThoughtSpotActions(Optional<WebhookService> service, Secrets secrets) {
        this.service = service;
        this.secrets = secrets;
    }

    Actions.Action create(Webhook wanted) {
        return new Creation(wanted);
    }

    /** A create is never repeated blindly: one that got no answer, or is not listed yet, may have worked. */
    private final class Creation implements Actions.Action {
        private final Webhook wanted;
        private boolean accepted;
        private boolean theirs;

        Creation(Webhook wanted) {
            this.wanted = wanted;
        }

        @Override
        public Undoing undoing() {
            return new Undoing.WebhookMade(Optional.empty(), wanted.name(), Optional.of(wanted));
        }

        @Override
        public Undoing perform() {
            return new Undoing.WebhookMade(made().serverId(), wanted.name());
        }

        private Webhook made() {
            if (accepted)
                return found().orElseThrow(() -> new FailureException(
                        new Failure.NotVisibleYet(wanted.id().toString(), "")));
            try {
                return service().create(wanted);
            } catch (FailureException e) {
                accepted = e.failure() instanceof Failure.NotVisibleYet;
                // The adapter has looked for its own before it says that another one is there.
                theirs = e.failure() instanceof Failure.AlreadyThere && found().isPresent();
                if (!(e.failure() instanceof Failure.Unreachable)) throw e;
                return found().orElseThrow(() -> e);
            }
        }

        private Optional<Webhook> found() {
            return service().webhooks().stream()
                    .filter(webhook -> webhook.name().equals(wanted.name())
                            && WebhookComparison.fields(webhook, wanted).isEmpty())
                    .findFirst();
        }

        @Override
        public boolean halfDone() {
            return accepted;
        }

        @Override
        public boolean standsAnyway() {
            return theirs;
        }
    }

    Actions.Action update(Webhook wanted, Webhook found) {
        String serverId = found.serverId().orElseThrow();
        Set<WebhookField> fields = WebhookComparison.fields(found, wanted, secrets);
        Undoing undoing = new Undoing.WebhookChanged(serverId, found, wanted, fields);
        return Actions.action(undoing, () -> {
            service().update(serverId, wanted, fields);
            return undoing;
        });
    }

    Actions.Action delete(Webhook found) {
        Undoing undoing = new Undoing.WebhookDeleted(found);
        return Actions.action(undoing, () -> {
            service().delete(found.serverId().orElseThrow());
            return undoing;
        });
    }

    /** Where the Org is to have no preference of its own, the cluster's holds again. */
    Actions.Action setChannels(ChannelPreference wanted, ChannelPreference found) {
        Undoing undoing = new Undoing.ChannelSet(found, wanted);
        return Actions.action(undoing, () -> {
            if (wanted.source() == Source.ORG) service().setChannels(wanted);
            else service().resetChannels(wanted.org());
            return undoing;
        });
    }

    private WebhookService service() {
        return service.orElseThrow(() -> new IllegalStateException("a plan without a connection has no such change"));
    }
}
