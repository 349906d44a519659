package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.wire.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * An end point.
 *
 * @param path after {@code /api/rest/2.0}; {@code {id}} stands for one segment
 * @param privileges any of which is enough; empty when every user may
 * @param writes whether it changes something when it succeeds
 */
record Route(String method, String path, Set<String> privileges, boolean writes, Handler handler) {
    static final Set<String> WEBHOOKS = Set.of("ADMINISTRATION", "DEVELOPER", "CAN_MANAGE_WEBHOOKS");
    static final Set<String> PREFERENCES = Set.of("ADMINISTRATION", "DEVELOPER", "APPLICATION_ADMINISTRATION");

    /**
     * A request that has a valid token and the privilege.
     *
     * @param id what stands for {@code {id}}; empty where the path has none
     */
    record Request(Session session, String id, Body body) {}

    @FunctionalInterface
    interface Handler {
        Exchange.Answer answer(Request request);
    }

    static Route reading(String method, String path, Set<String> privileges, Handler handler) {
        return new Route(method, path, privileges, false, handler);
    }

    static Route writing(String method, String path, Set<String> privileges, Handler handler) {
        return new Route(method, path, privileges, true, handler);
    }

    /** What stands for {@code {id}} when this end point is meant; an empty text where it has none. */
    Optional<String> match(String rawPath) {
        int at = path.indexOf("{id}");
        if (at < 0) return path.equals(rawPath) ? Optional.of("") : Optional.empty();
        String before = path.substring(0, at);
        String after = path.substring(at + 4);
        if (rawPath.length() <= before.length() + after.length()) return Optional.empty();
        String id = rawPath.substring(before.length(), rawPath.length() - after.length());
        if (!rawPath.startsWith(before) || !rawPath.endsWith(after) || id.contains("/")) return Optional.empty();
        return Optional.of(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
