package io.spotdock.sandbox.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request, read whole.
 *
 * @param rawPath as sent, still percent-encoded, without the query
 * @param rawQuery as sent; empty when there is none
 * @param headers lower-case name → values
 */
public record Exchange(String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {
    public Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }

    /**
     * What is answered.
     *
     * @param body the server sends none for HEAD, but its length
     * @param drop the connection is closed without an answer instead
     */
    public record Answer(int status, Map<String, String> headers, byte[] body, boolean drop) {
        public Answer(int status, Map<String, String> headers, byte[] body) {
            this(status, headers, body, false);
        }

        /** The same with the time of day that whoever answers believes it is. */
        public Answer at(Instant now) {
            Map<String, String> dated = new LinkedHashMap<>(headers);
            dated.put("Date", HttpWire.date(now));
            return new Answer(status, dated, body, drop);
        }

        public static Answer dropped() {
            return new Answer(0, Map.of(), new byte[0], true);
        }
    }

    /** A service of the sandbox. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Exchange exchange);
    }
}
