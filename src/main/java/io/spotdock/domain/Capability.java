package io.spotdock.domain;

/** What a ThoughtSpot cluster can do since a release (ThoughtSpot, REST API v2, "Version" of each call and member). */
public enum Capability {
    /** Many clusters have them switched off, whatever their release. */
    WEBHOOKS("webhooks", 10, 14),
    ADDITIONAL_HEADERS("additional_headers", 26, 4),
    VALIDATE("communication-channels/validate", 26, 4),
    DELIVERY_HISTORY("jobs/history", 26, 4),
    WEBHOOK_STATUS("webhook status", 26, 7),
    STORAGE_CONFIG("webhooks/storage-config", 26, 7);

    private final String term;
    private final int year;
    private final int month;

    Capability(String term, int year, int month) {
        this.term = term;
        this.year = year;
        this.month = month;
    }

    /** ThoughtSpot's own term, which no language changes. */
    public String term() {
        return term;
    }

    public Release since() {
        return Release.first(year, month);
    }
}
