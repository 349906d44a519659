package io.spotdock.thoughtspot;

import io.spotdock.port.DeliveryHistory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The calls of ThoughtSpot's REST API v2 that Spotdock makes. */
enum Call {
    TOKEN("POST", "auth/token/full", true, "session"),
    TOKEN_VALIDATE("POST", "auth/token/validate", true, "session"),
    SESSION_USER("GET", "auth/session/user", true, "session"),
    SYSTEM("GET", "system", true, "system"),
    ORGS_SEARCH("POST", "orgs/search", true, "org"),
    STORAGE_CONFIG("GET", "webhooks/storage-config", true, "storage-config"),
    WEBHOOK_SEARCH("POST", "webhooks/search", true, "webhook"),
    WEBHOOK_CREATE("POST", "webhooks/create", false, "webhook"),
    WEBHOOK_UPDATE("POST", "webhooks/{}/update", false, "webhook"),
    WEBHOOK_DELETE("POST", "webhooks/delete", false, "webhook"),
    CHANNELS_SEARCH("POST", "system/preferences/communication-channels/search", true, "channel"),
    CHANNELS_CONFIGURE("POST", "system/preferences/communication-channels/configure", false, "channel"),
    /** Writes a file and calls a URL, so it is not a read. */
    VALIDATE("POST", "system/communication-channels/validate", false, "validation"),
    JOB_HISTORY("POST", "jobs/history/communication-channels/search", true, DeliveryHistory.RESOURCE),
    SCHEDULE_SEARCH("POST", "schedules/search", true, "schedule"),
    SCHEDULE_CREATE("POST", "schedules/create", false, "schedule"),
    SCHEDULE_DELETE("POST", "schedules/{}/delete", false, "schedule");

    private final String method;
    private final String path;
    private final boolean read;
    private final String resource;

    Call(String method, String path, boolean read, String resource) {
        this.method = method;
        this.path = path;
        this.read = read;
        this.resource = resource;
    }

    String method() {
        return method;
    }

    /** The name a person finds in ThoughtSpot's documentation, such as {@code webhooks/create}. */
    String title() {
        return path.replace("/{}", "");
    }

    /** @param identifier an ID or a name, for a call that has it in its path */
    String path(String identifier) {
        // A lone dot segment would be taken for a step in the path (RFC 3986 section 5.2.4).
        String segment = URLEncoder.encode(identifier, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
        return "/api/rest/2.0/" + path.replace("{}", segment);
    }

    /** Whether it may be made again without a look at what the first one did. */
    boolean isRead() {
        return read;
    }

    /** What it is about, as a stable word. */
    String resource() {
        return resource;
    }
}
