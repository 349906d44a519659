package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The registered webhooks: one for Liveboard schedules per Org, names unique within it. */
final class Webhooks {
    private final InstantSource clock;
    private final Map<Org, List<StoredWebhook>> byOrg = new HashMap<>();

    Webhooks(InstantSource clock) {
        this.clock = clock;
    }

    synchronized List<StoredWebhook> of(Org org) {
        return List.copyOf(byOrg.getOrDefault(org, List.of()));
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
        byOrg.computeIfAbsent(session.org(), _ -> new ArrayList<>()).add(made);
        return made;
    }

    synchronized StoredWebhook change(Session session, String idOrName, UnaryOperator<ObjectNode> change) {
        StoredWebhook old = find(session.org(), idOrName)
                .orElseThrow(() -> ApiError.invalid("Webhook not found: \"" + idOrName + "\""));
        ObjectNode fields = change.apply(old.fields().deepCopy());
        refuseTakenName(session.org(), fields.path("name").asText(), old.id());
        StoredWebhook changed = old.changed(fields, clock.instant(), session.user());
        ofOrg(session.org()).replaceAll(webhook -> webhook.id().equals(old.id()) ? changed : webhook);
        return changed;
    }

    synchronized Optional<StoredWebhook> remove(Org org, String idOrName) {
        Optional<StoredWebhook> found = find(org, idOrName);
        found.ifPresent(ofOrg(org)::remove);
        return found;
    }

    private List<StoredWebhook> ofOrg(Org org) {
        return byOrg.getOrDefault(org, new ArrayList<>());
    }

    private void refuseTakenName(Org org, String name, String exceptId) {
        boolean taken = of(org).stream()
                .anyMatch(
                        webhook -> webhook.name().equals(name) && !webhook.id().equals(exceptId));
        if (taken) throw ApiError.invalid("A webhook with the name \"" + name + "\" already exists");
    }
}
