package io.spotdock.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Secrets that were put in, and the ways in which they would be recognised if they came out. Thread-safe. */
public final class Planted {
    /** So many characters in a row of a secret are as bad as all of it; fewer come about by chance. */
    private static final int PART = 10;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, Set<String>> forms = new LinkedHashMap<>();

    /** @return the secret itself, to be put somewhere */
    public synchronized String plant(String name, String secret) {
        if (secret.length() < 6) throw new IllegalArgumentException("too short to be recognised: " + name);
        secrets.put(name, secret);
        forms.put(name, formsOf(secret));
        return secret;
    }

    public synchronized int size() {
        return secrets.size();
    }

    public synchronized List<String> names() {
        return List.copyOf(secrets.keySet());
    }

    /** The names of those that are in a text, with how they are written there. */
    public synchronized List<String> in(String text) {
        List<String> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        forms.forEach((name, all) -> {
            for (String form : all)
                if (lower.contains(form)) {
                    int at = lower.indexOf(form);
                    found.add(name + " in “…"
                            + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + form.length() + 20))
                            + "…”");
                    break;
                }
        });
        return found;
    }

    /** In small letters, as names of hosts and headers come in any. */
    private static Set<String> formsOf(String secret) {
        Set<String> all = new LinkedHashSet<>();
        for (String whole : List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), escaped(secret))) {
            int part = Math.min(PART, whole.length());
            for (int i = 0; i + part <= whole.length(); i++) all.add(whole.substring(i, i + part));
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        all.add(HexFormat.of().formatHex(bytes));
        all.add(new StringBuilder(secret).reverse().toString());
        // Within other text, three bytes of which make four letters, it looks different at each of three places.
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.withoutPadding().encodeToString(shifted);
                int from = before == 0 ? 0 : 4;
                int to = encoded.length() - (shifted.length % 3 == 0 ? 0 : 2);
                if (to - from >= 8) all.add(encoded.substring(from, to));
            }
        }
        Set<String> small = new LinkedHashSet<>();
        all.forEach(form -> small.add(form.toLowerCase(Locale.ROOT)));
        return small;
    }

    private static String escaped(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }
}
