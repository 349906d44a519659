package io.spotdock.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of this computer (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3). */
public final class Loopback {
    private static final Pattern V4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private Loopback() {}

    public static boolean names(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost")
                || lower.endsWith(".localhost")
                || lower.equals("[::1]")
                || lower.equals("::1")
                || V4.matcher(lower).matches();
    }
}
