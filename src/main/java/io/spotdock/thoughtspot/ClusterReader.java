package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Capability;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.Release;
import io.spotdock.network.http.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the cluster can do: by its release where the sign-in may see it, else by what it answers. Webhooks are
 * looked for all the same, since many clusters have them switched off. A release does not change under a session, so
 * what was found is kept. Thread-safe.
 */
final class ClusterReader {
    private final Session session;
    private @Nullable Cluster known;

    ClusterReader(Session session) {
        this.session = session;
    }

    synchronized Cluster read() {
        Cluster now = known;
        if (now != null) return now;
        Sight sight = new Sight();
        Optional<Reply.Answer> system = session.ask(Call.SYSTEM, Optional.empty());
        Optional<Release> release = system.filter(Reply.Answer::isGood)
                .flatMap(answer -> Json.read(answer.body()))
                .flatMap(json -> Json.text(json.path("release_version")))
                .flatMap(Release::parse);
        // A member that is missing from a webhook tells something only where no release does.
        if (release.isEmpty()) sight.of(Capability.STORAGE_CONFIG, session.ask(Call.STORAGE_CONFIG, Optional.empty()));
        List<JsonNode> webhooks =
                sight.of(Capability.WEBHOOKS, session.ask(Call.WEBHOOK_SEARCH, Optional.of(search())));
        if (release.isEmpty() && !sight.seen.contains(Capability.STORAGE_CONFIG) && !webhooks.isEmpty()) {
            sight.member(webhooks, "status", Capability.WEBHOOK_STATUS);
            sight.member(webhooks, "additional_headers", Capability.ADDITIONAL_HEADERS);
        }
        Cluster found = new Cluster(release, sight.seen, sight.unseen);
        if (system.isPresent() && sight.complete) known = found;
        return found;
    }

    private ObjectNode search() {
        return Json.object()
                .put("org_identifier", String.valueOf(session.org().id()))
                .put("event_type", WebhookRequest.EVENT)
                .put("record_offset", 0)
                .put("record_size", 1);
    }

    /** What the answers show. */
    private static final class Sight {
        private final Set<Capability> seen = EnumSet.noneOf(Capability.class);
        private final Set<Capability> unseen = EnumSet.noneOf(Capability.class);
        private boolean complete = true;

        /** A path that is not there is answered with 404; any other refusal leaves it open. */
        List<JsonNode> of(Capability capability, Optional<Reply.Answer> reply) {
            complete &= reply.isPresent();
            if (reply.isEmpty()) return List.of();
            Reply.Answer answer = reply.get();
            if (answer.status() == 404 || answer.status() == 410) unseen.add(capability);
            Optional<JsonNode> json = Json.read(answer.body()).filter(_ -> answer.isGood());
            if (json.isPresent()) seen.add(capability);
            return json.map(node -> Json.list(node.isArray() ? node : node.path("webhooks")))
                    .orElse(List.of());
        }

        void member(List<JsonNode> webhooks, String name, Capability capability) {
            (webhooks.stream().anyMatch(webhook -> webhook.has(name)) ? seen : unseen).add(capability);
        }
    }
}
