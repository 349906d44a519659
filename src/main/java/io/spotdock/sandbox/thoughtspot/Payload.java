package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** What ThoughtSpot tells a webhook's URL of a delivery (ThoughtSpot, "Webhooks for Liveboard schedule events"). */
final class Payload {
    private Payload() {}

    /** @param about the schedule's name */
    static ObjectNode of(StoredWebhook webhook, User user, String about, String fileName, Instant now) {
        String liveboard = id("liveboard " + about);
        String schedule = id("schedule " + about);
        ObjectNode payload = Replies.object()
                .put("eventId", "n." + UUID.randomUUID())
                .put("timestamp", now.toString())
                .put("eventType", "LIVEBOARD_SCHEDULE")
                .put("schemaVersion", "1.0");
        payload.putObject("source")
                .put("applicationName", "ThoughtSpot")
                .put("applicationUrl", "https://sandbox.example.com")
                .put("instanceId", id("instance"))
                .put("orgId", String.valueOf(webhook.org().id()));
        payload.putObject("actor").put("actorType", "SYSTEM");
        payload.putObject("metadataObject")
                .put("objectType", "LIVEBOARD")
                .put("id", liveboard)
                .put("name", about)
                .put("url", "https://sandbox.example.com/#/pinboard/" + liveboard);
        ObjectNode data = payload.putObject("data");
        ObjectNode details = data.putObject("scheduleDetails")
                .put("scheduleId", schedule)
                .put("name", about)
                .put("creationTime", now.toString())
                .put("description", "")
                .put("authorId", user.id());
        details.putArray("userIds").add(user.id());
        details.putArray("groupIds");
        details.put("runId", UUID.randomUUID().toString())
                .put("exportRequest", "")
                .put("fileFormat", fileName.substring(fileName.lastIndexOf('.') + 1))
                .put("status", "SCHEDULED");
        details.putArray("emailIds");
        data.putArray("recipients")
                .addObject()
                .put("type", "USER")
                .put("id", user.id())
                .put("name", user.name())
                .put("email", user.email())
                .put("locale", "en-US");
        data.put("msgUniqueId", UUID.randomUUID().toString())
                .put("channelID", webhook.id())
                .put("channelType", "webhook")
                .put("communicationType", "LiveboardSchedules");
        return payload;
    }

    /** Where the file lies. That it is told is published, in which members is not. */
    static void stored(ObjectNode payload, S3Destination to, Uploader.File file) {
        ((ObjectNode) payload.path("data"))
                .putObject("storage")
                .put("storageType", "AWS_S3")
                .put("bucketName", to.bucket())
                .put("objectKey", file.key());
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
