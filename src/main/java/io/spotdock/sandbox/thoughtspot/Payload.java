package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What a webhook's URL is told, in the published form (ThoughtSpot, "Webhooks for Liveboard schedule events"; schema version 1.0). */
record Payload(Instant now) {
    ObjectNode ofValidation(StoredWebhook webhook) {
        ObjectNode payload = envelope(webhook.org());
        payload.putObject("data").put("channelID", webhook.id()).put("channelType", "webhook");
        return payload;
    }

    ObjectNode of(StoredWebhook webhook, Schedule schedule, String runId) {
        ObjectNode payload = envelope(webhook.org());
        Liveboard liveboard = schedule.liveboard();
        payload.putObject("metadataObject")
                .put("objectType", "LIVEBOARD")
                .put("id", liveboard.id())
                .put("name", liveboard.name())
                .put("url", "https://sandbox.invalid/#/pinboard/" + liveboard.id());
        User author = schedule.author().user();
        ObjectNode data = payload.putObject("data");
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
        return payload;
    }

    /** Where the file lies. That it is told is published, in which members is not. */
    static void stored(ObjectNode payload, String bucket, String key) {
        payload.withObject("/data")
                .putObject("storage")
                .put("storageType", "AWS_S3")
                .put("bucketName", bucket)
                .put("objectKey", key);
    }

    private ObjectNode envelope(Org org) {
        ObjectNode payload = Replies.object()
                .put("eventId", "n." + UUID.randomUUID())
                .put("timestamp", now.toString())
                .put("eventType", "LIVEBOARD_SCHEDULE")
                .put("schemaVersion", "1.0");
        payload.putObject("source")
                .put("applicationName", "ThoughtSpot")
                .put("applicationUrl", "https://sandbox.invalid")
                .put("instanceId", "sandbox")
                .put("orgId", String.valueOf(org.id()));
        payload.putObject("actor").put("actorType", "SYSTEM");
        return payload;
    }
}
