package io.spotdock.support;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Versions, and which variables are set. Of most of them no more: a value may be a secret, or say whose it is. */
final class EnvironmentPart {
    /** Values that say what kind of place it is, and not whose. */
    private static final Set<String> HARMLESS = Set.of(
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_SDK_LOAD_CONFIG",
            "AWS_EC2_METADATA_DISABLED",
            "AWS_USE_FIPS_ENDPOINT",
            "AWS_USE_DUALSTACK_ENDPOINT",
            "AWS_STS_REGIONAL_ENDPOINTS",
            "LANG",
            "LC_ALL",
            "NO_COLOR",
            "TERM",
            "SPOTDOCK_LOG",
            "XDG_SESSION_TYPE");

    /** Looked for whether or not they are there, since their absence tells as much. */
    private static final List<String> ASKED_FOR = List.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_CA_BUNDLE",
            "AWS_CONFIG_FILE",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_DEFAULT_REGION",
            "AWS_ENDPOINT_URL",
            "AWS_PROFILE",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_SHARED_CREDENTIALS_FILE",
            "ALL_PROXY",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "DISPLAY",
            "HTTPS_PROXY",
            "HTTP_PROXY",
            "LANG",
            "LC_ALL",
            "NO_COLOR",
            "NO_PROXY",
            "REQUESTS_CA_BUNDLE",
            "SPOTDOCK_CA_BUNDLE",
            "SPOTDOCK_HOME",
            "SPOTDOCK_LOG",
            "SPOTDOCK_PASSWORD",
            "SPOTDOCK_RELEASES",
            "SPOTDOCK_SECRET_KEY",
            "SPOTDOCK_THOUGHTSPOT_URL",
            "SPOTDOCK_TOKEN",
            "SPOTDOCK_UPDATE_CHECK",
            "SPOTDOCK_USER",
            "SSL_CERT_FILE",
            "TERM",
            "WAYLAND_DISPLAY",
            "XDG_SESSION_TYPE");

    private EnvironmentPart() {}

    /**
     * The part.
     *
     * @param way through the network
     * @param named by the settings, as places of secrets
     */
    static Part of(
            String version,
            Map<String, String> environment,
            Map<String, String> way,
            Set<String> named,
            Instant at,
            Discretion discretion) {
        StringBuilder text = new StringBuilder();
        line(text, "made", at.toString());
        line(text, "spotdock", version);
        line(text, "java", Runtime.version() + " " + System.getProperty("java.vendor"));
        line(text, "virtual machine", System.getProperty("java.vm.name"));
        for (String property : List.of("os.name", "os.version", "os.arch"))
            line(text, property, System.getProperty(property));
        line(text, "processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        line(text, "locale", Locale.getDefault().toLanguageTag());
        line(text, "character set", Charset.defaultCharset().name());
        line(text, "time zone", ZoneId.systemDefault().getId());
        text.append('\n');
        way.forEach((name, value) -> line(text, name, value));
        text.append('\n');
        Set<String> names = new TreeSet<>(ASKED_FOR);
        names.addAll(named);
        environment.keySet().stream()
                .filter(name -> name.startsWith("AWS_") || name.startsWith("SPOTDOCK_"))
                .forEach(names::add);
        for (String name : names) line(text, name, state(name, environment));
        return new Part("environment.txt", Part.Kind.ENVIRONMENT, discretion.apply(text.toString()));
    }

    private static String state(String name, Map<String, String> environment) {
        // Proxies are written in small letters just as often.
        String value = environment.getOrDefault(name, environment.getOrDefault(name.toLowerCase(Locale.ROOT), ""));
        if (value.isEmpty()) return "not set";
        return HARMLESS.contains(name) ? value : "set";
    }

    private static void line(StringBuilder text, String name, String value) {
        // No colon: what follows a speaking name and a colon is taken for a secret.
        text.append(name)
                .append(" ".repeat(Math.max(1, 42 - name.length())))
                .append(value)
                .append('\n');
    }
}
