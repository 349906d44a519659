package io.spotdock.settings;

import io.spotdock.domain.Fault;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.Unseen;
import io.spotdock.settings.Settings.HostingChoice;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Readers of the fields that are words rather than values of the domain. */
final class Words {
    private static final int LONGEST_LINE = 1024;

    private Words() {}

    static Parsed<HostingChoice> hosting(String text) {
        return switch (text.strip()) {
            case "aws" -> new Parsed.Good<>(HostingChoice.AWS);
            case "gcp" -> new Parsed.Good<>(HostingChoice.GCP);
            case "detect" -> new Parsed.Good<>(HostingChoice.DETECT);
            default -> Parsed.refused(Fault.of("fault.hosting", text));
        };
    }

    static Parsed<GoogleProvider> provider(String text) {
        return switch (text.strip()) {
            case "in-account" -> new Parsed.Good<>(GoogleProvider.IN_ACCOUNT);
            case "built-in" -> new Parsed.Good<>(GoogleProvider.BUILT_IN);
            default -> Parsed.refused(Fault.of("fault.google-provider", text));
        };
    }

    static Parsed<Boolean> flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> new Parsed.Good<>(true);
            case "false" -> new Parsed.Good<>(false);
            default -> Parsed.refused(Fault.of("fault.flag", text));
        };
    }

    static Parsed<String> line(String text) {
        return Parsed.of(text.strip(), Words::lineRule, line -> line);
    }

    static @Nullable Fault lineRule(String text) {
        if (Unseen.in(text)) return Fault.of("fault.text.characters");
        return text.length() > LONGEST_LINE ? Fault.of("fault.text.length", LONGEST_LINE, text.length()) : null;
    }

    /** A header's name: a token (RFC 9110, section 5.6.2). */
    static Parsed<String> headerName(String text) {
        return Parsed.of(text.strip(), Words::headerNameRule, name -> name);
    }

    static @Nullable Fault headerNameRule(String text) {
        return text.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}") ? null : Fault.of("fault.header-name", text);
    }

    /** The token end point of a sign-in by OAuth 2.0; credentials travel to it, so only https will do. */
    static Parsed<String> httpsUrl(String text) {
        return Parsed.of(text.strip(), Words::httpsRule, url -> url);
    }

    private static @Nullable Fault httpsRule(String text) {
        try {
            URI uri = new URI(text);
            boolean good = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && !Unseen.in(text)
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return good ? null : Fault.of("fault.oauth2-url");
        } catch (URISyntaxException _) {
            return Fault.of("fault.oauth2-url");
        }
    }
}
