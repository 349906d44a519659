package io.spotdock.thoughtspot;

import io.spotdock.domain.Secret;
import io.spotdock.domain.Telltales;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what the other side wrote. A server may echo a request, whole, cut, encoded or quoted, so any
 * eight characters in a row of a secret are hidden. Thread-safe.
 */
final class Redaction {
    private static final String HIDDEN = Telltales.HIDDEN;
    private static final int WINDOW = 8;
    private static final int LONGEST_READ = 20_000;
    private static final int LONGEST_SAID = 800;
    private static final Pattern FIELD = Pattern.compile(
            "(?i)(\\\\*[\"'](?:token|password|secret|secret_key|client_secret|bearer_token|authorization)\\\\*[\"']\\s*:\\s*\\\\*[\"'])[^\"'\\\\]+");

    private final Set<Secret> secrets = new LinkedHashSet<>();

    synchronized Secret keep(Secret secret) {
        secrets.add(secret);
        return secret;
    }

    synchronized void forget(Secret secret) {
        secrets.remove(secret);
    }

    /** One tidy line or a few, without secrets, of bearable length. */
    synchronized String clean(String text) {
        String read = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        String clean = FIELD.matcher(Telltales.hide(read)).replaceAll("$1" + HIDDEN);
        BitSet hidden = new BitSet(clean.length());
        for (Secret secret : secrets) mark(clean, secret, hidden);
        clean = cut(clean, hidden).replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
        return clean.length() > LONGEST_SAID ? clean.substring(0, LONGEST_SAID) + "…" : clean;
    }

    private static void mark(String text, Secret secret, BitSet hidden) {
        for (String form : forms(secret)) {
            int window = Math.min(WINDOW, form.length());
            Set<String> parts = new HashSet<>();
            for (int i = 0; i + window <= form.length(); i++) parts.add(lower(form.substring(i, i + window)));
            for (int i = 0; i + window <= text.length(); i++)
                if (parts.contains(lower(text.substring(i, i + window)))) hidden.set(i, i + window);
        }
    }

    private static List<String> forms(Secret secret) {
        try {
            return secret.use(value -> value.isBlank()
                    ? List.of()
                    : List.of(
                            value,
                            URLEncoder.encode(value, StandardCharsets.UTF_8),
                            Json.pretty(Json.object().textNode(value)).replaceAll("^\"|\"$", ""),
                            Base64.getEncoder()
                                    .withoutPadding()
                                    .encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        } catch (IllegalStateException _) {
            return List.of();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, BitSet hidden) {
        StringBuilder cut = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int from = hidden.nextSetBit(at);
            if (from < 0) return cut.append(text, at, text.length()).toString();
            cut.append(text, at, from).append(HIDDEN);
            at = hidden.nextClearBit(from);
        }
        return cut.toString();
    }
}
