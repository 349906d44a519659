package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.network.http.Reply;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists the Org's Liveboard webhooks, to the last page. */
final class WebhookSearch {
    private static final int PAGE = 50;

    /** An Org has one such webhook; this many pages are a server that goes in circles. */
    private static final int MOST_PAGES = 200;

    private final Session session;

    WebhookSearch(Session session) {
        this.session = session;
    }

    List<Webhook> all() {
        Org org = session.org();
        Map<String, Webhook> byId = new LinkedHashMap<>();
        Set<String> others = new HashSet<>();
        int seen = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            ObjectNode body = Json.object()
                    .put("org_identifier", String.valueOf(org.id()))
                    .put("record_offset", seen)
                    .put("record_size", PAGE);
            Reply.Answer answer = session.read(Call.WEBHOOK_SEARCH, Optional.of(body));
            if (answer.status() == 204) break;
            JsonNode json = Json.read(answer.body())
                    .filter(WebhookSearch::isPage)
                    .orElseThrow(() -> session.failures().notUnderstood(Call.WEBHOOK_SEARCH, answer));
            List<JsonNode> nodes = Json.list(json.isArray() ? json : json.path("webhooks"));
            int before = byId.size() + others.size();
            for (JsonNode node : nodes) {
                Webhook webhook = WebhookReader.webhook(node)
                        .orElseThrow(() -> session.failures().notUnderstood(Call.WEBHOOK_SEARCH, answer));
                String id = webhook.serverId().orElse(webhook.name());
                if (concerns(node, org)) byId.put(id, webhook);
                else others.add(id);
            }
            seen += nodes.size();
            // A page without anything new means that the offset is ignored.
            boolean stuck = byId.size() + others.size() == before;
            if (nodes.isEmpty() || stuck || !hasMore(json.path("pagination"), seen, nodes.size())) break;
        }
        return List.copyOf(byId.values());
    }

    private static boolean isPage(JsonNode json) {
        return json.isArray()
                || json.path("webhooks").isContainerNode()
                || json.path("webhooks").isNull()
                || Json.number(json.path("pagination").path("total_count")).orElse(-1) == 0;
    }

    private static boolean hasMore(JsonNode pagination, int seen, int received) {
        return Json.flag(pagination.path("has_more"))
                .orElseGet(() -> Json.number(pagination.path("total_count"))
                        .map(total -> seen < total)
                        .orElse(received >= PAGE));
    }

    /**
     * The server need not filter, so we do. It is not asked to by event: one whose {@code events} is null would be left
     * out, and takes the Org's one place all the same.
     */
    private static boolean concerns(JsonNode node, Org org) {
        if (!Orgs.isOf(node.path("org"), org)) return false;
        List<JsonNode> events = Json.list(node.path("events"));
        return events.isEmpty()
                || events.stream().anyMatch(event -> Json.text(event).orElse("").equals(WebhookRequest.EVENT));
    }
}
