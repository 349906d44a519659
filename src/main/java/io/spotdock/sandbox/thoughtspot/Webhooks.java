package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The registered webhooks: one for Liveboard schedules per Org, names unique within it. */
final class Webhooks {
    private final InstantSource clock;
    private final List<StoredWebhook> all = new ArrayList<>();

    Webhooks(InstantSource clock) {
        this.clock = clock;
    }

    synchronized List<StoredWebhook> of(Org org) {
        return all.stream().filter(webhook -> webhook.org().equals(org)).toList();
    }

    synchronized Optional<StoredWebhook> find(Org org, String idOrName) {
        return of(org).stream().filter(webhook -> webhook.answersTo(idOrName)).findFirst();
    }

    synchronized StoredWebhook add(Session session, ObjectNode fields) {
        refuseTakenName(session.org(), fields.path("name").asText(), "");
        of(session.org()).stream().findFirst().ifPresent(first -> {
            throw ApiError.invalid("A webhook for event LIVEBOARD_SCHEDULE already exists in Org "
                    + session.org().name() + ": " + first.name() + " (" + first.id()
                    + "). Only one webhook per event is allowed in an Org");
        });
        StoredWebhook made = new StoredWebhook(
                UUID.randomUUID().toString(),
                session.org(),
                fields,
                clock.instant(),
                clock.instant(),
                session.user(),
                session.user());
        all.add(made);
        return made;
    }

    synchronized StoredWebhook change(Session session, String idOrName, UnaryOperator<ObjectNode> change) {
        StoredWebhook old = find(session.org(), idOrName)
                .orElseThrow(() -> ApiError.invalid("Webhook not found: \"" + idOrName + "\""));
        ObjectNode fields = change.apply(old.fields().deepCopy());
        refuseTakenName(session.org(), fields.path("name").asText(), old.id());
        StoredWebhook changed = old.changed(fields, clock.instant(), session.user());
        all.set(all.indexOf(old), changed);
        return changed;
    }

    synchronized Optional<StoredWebhook> remove(Org org, String idOrName) {
        Optional<StoredWebhook> found = find(org, idOrName);
        found.ifPresent(all::remove);
        return found;
    }

    private void refuseTakenName(Org org, String name, String exceptId) {
        boolean taken = of(org).stream()
                .anyMatch(
                        webhook -> webhook.name().equals(name) && !webhook.id().equals(exceptId));
        if (taken) throw ApiError.invalid("A webhook with the name \"" + name + "\" already exists");
    }
}
