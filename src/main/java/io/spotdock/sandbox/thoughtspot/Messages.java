package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What a webhook's URL is told, in the published form ("Webhook response payload", schema version 1.0). */
record Messages(Instant now) {
    ObjectNode aboutValidation(StoredWebhook webhook) {
        ObjectNode message = envelope(webhook.org());
        message.putObject("data").put("channelID", webhook.id()).put("channelType", "webhook");
        return message;
    }

    ObjectNode about(StoredWebhook webhook, Schedule schedule, String runId) {
        ObjectNode message = envelope(webhook.org());
        Liveboard liveboard = schedule.liveboard();
        message.putObject("metadataObject")
                .put("objectType", "LIVEBOARD")
                .put("id", liveboard.id())
                .put("name", liveboard.name())
                .put("url", "https://sandbox.invalid/#/pinboard/" + liveboard.id());
        User author = schedule.author().user();
        ObjectNode data = message.putObject("data");
        ObjectNode details = data.putObject("scheduleDetails")
                .put("scheduleId", schedule.id())
                .put("name", schedule.name())
                .put("creationTime", schedule.created().toString())
                .put("description", schedule.fields().path("description").asText())
                .put("authorId", author.id())
                .put("runId", runId)
                .put("fileFormat", schedule.fileFormat().toLowerCase(Locale.ROOT))
                .put("status", "SCHEDULED");
        details.putArray("userIds").add(author.id());
        details.putArray("groupIds");
        details.set("emailIds", schedule.fields().path("recipient_details").path("emails"));
        data.putArray("recipients")
                .addObject()
                .put("type", "USER")
                .put("id", author.id())
                .put("name", author.name())
                .put("email", author.email())
                .put("locale", "en-US");
        data.put("msgUniqueId", UUID.randomUUID().toString());
        data.put("channelID", webhook.id()).put("channelType", "webhook");
        data.put("communicationType", "LiveboardSchedules");
        return message;
    }

    private ObjectNode envelope(Org org) {
        ObjectNode message = Replies.object()
                .put("eventId", "n." + UUID.randomUUID())
                .put("timestamp", now.toString())
                .put("eventType", "LIVEBOARD_SCHEDULE")
                .put("schemaVersion", "1.0");
        message.putObject("source")
                .put("applicationName", "ThoughtSpot")
                .put("applicationUrl", "https://sandbox.invalid")
                .put("instanceId", "sandbox")
                .put("orgId", String.valueOf(org.id()));
        message.putObject("actor").put("actorType", "SYSTEM");
        return message;
    }
}
