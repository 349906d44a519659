package io.spotdock.sandbox.aws.protocol;

import io.spotdock.sandbox.wire.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request with its address taken apart.
 *
 * @param query decoded names and values, in order; a name without {@code =} has an empty value
 */
public record Request(Exchange exchange, List<Map.Entry<String, String>> query) {
    public static Request of(Exchange exchange) {
        return new Request(exchange, pairs(exchange.rawQuery()));
    }

    /** A query string or form body, decoded. */
    public static List<Map.Entry<String, String>> pairs(String encoded) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            pairs.add(Map.entry(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "InvalidURI", "Couldn't parse the specified URI.");
        }
    }

    public String method() {
        return exchange.method();
    }

    /** Decoded; a plus sign stands for itself. */
    public String path() {
        return decode(exchange.rawPath().replace("+", "%2B"));
    }

    public Optional<String> query(String name) {
        return query.stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public boolean has(String name) {
        return query(name).isPresent();
    }

    /** Values of a header that was sent more than once are joined by commas (RFC 9110 section 5.3). */
    public Optional<String> header(String lowerCaseName) {
        List<String> values = exchange.headers().get(lowerCaseName);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    public byte[] body() {
        return exchange.body();
    }

    public boolean isForm() {
        return header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
    }
}
