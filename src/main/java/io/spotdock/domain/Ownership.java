package io.spotdock.domain;

import java.util.Map;

/** The tags by which anyone who looks at a resource sees that Spotdock made it, and what for. */
public final class Ownership {
    public static final String KEY = "managed-by";
    public static final String VALUE = "spotdock";

    /** The tags of everything Spotdock makes. */
    public static final Map<String, String> TAGS = Map.of(KEY, VALUE, "purpose", "thoughtspot-webhook-delivery");

    private Ownership() {}

    public static boolean isOurs(Map<String, String> tags) {
        return VALUE.equals(tags.get(KEY));
    }
}
