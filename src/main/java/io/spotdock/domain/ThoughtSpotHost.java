package io.spotdock.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ThoughtSpot cluster's origin: scheme, host and, where it is not the scheme's own, port. Plain http is accepted for
 * this computer only, since a token would travel with it.
 */
public record ThoughtSpotHost(URI origin) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<host>\\[[0-9A-Fa-f:]+]|[A-Za-z0-9.-]+)(?::(?<port>[0-9]{1,5}))?(?:[/?#].*)?");
    private static final Pattern LABELS =
            Pattern.compile("(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\\.?");

    public ThoughtSpotHost {
        IllegalValueException.unlessNull(rule(origin.toString()));
    }

    /** Reads a host name, an origin, or any address copied from a browser; path, query and fragment are dropped. */
    public static Parsed<ThoughtSpotHost> parse(String text) {
        return Parsed.of(text.strip(), ThoughtSpotHost::rule, t -> new ThoughtSpotHost(read(t)));
    }

    private static @Nullable Fault rule(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) return Fault.of("fault.host", shown(text));
        String host = matcher.group("host");
        String port = matcher.group("port");
        boolean address =
                host.startsWith("[") ? isIpv6(host) : LABELS.matcher(host).matches();
        if (!address || port != null && (Integer.parseInt(port) == 0 || Integer.parseInt(port) > 65535))
            return Fault.of("fault.host", shown(text));
        String scheme = scheme(matcher);
        if (scheme.equals("https") || scheme.equals("http") && Loopback.names(host)) return null;
        return Fault.of("fault.host.https", shown(text));
    }

    /** Without user information and query, where people paste passwords and tokens. */
    private static String shown(String text) {
        return text.replaceAll("(?s)[?#].*", "").replaceAll("(?s)^([A-Za-z0-9+.-]*://)?.*@", "$1");
    }

    private static boolean isIpv6(String bracketed) {
        try {
            return new URI("https://" + bracketed).getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static URI read(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) throw new IllegalStateException("not checked: " + text);
        String scheme = scheme(matcher);
        String port = matcher.group("port");
        boolean ownPort = port == null || Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80);
        // A dot at the end only says that the name is complete (RFC 1034 section 3.1); certificates and others lack it.
        String host = matcher.group("host").toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return URI.create(scheme + "://" + host + (ownPort ? "" : ":" + Integer.parseInt(port)));
    }

    private static String scheme(Matcher matcher) {
        String scheme = matcher.group("scheme");
        return scheme == null ? "https" : scheme.toLowerCase(Locale.ROOT);
    }

    /** The host, with the port where one is given; what a person calls the cluster. */
    public String name() {
        return origin.getRawAuthority();
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
