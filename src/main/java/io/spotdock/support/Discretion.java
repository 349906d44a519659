package io.spotdock.support;

import io.spotdock.domain.Telltales;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a bundle's texts is taken out or stands under another name. Secrets never come this far and are looked for all the
 * same. External IDs and access key IDs always go: neither is a secret to AWS ("confused deputy", IAM User Guide), but both
 * are half of what one needs, and nobody who helps needs them. On request whose account, host and bucket it is goes too.
 */
public final class Discretion {
    private static final Pattern EXTERNAL_ID = Pattern.compile(
            "(?i)(external[_-]?id[\\\\\"']*\\s*[:=]\\s*\\[?\\s*[\\\\\"']*)(?!\\[hidden])[\\w+=,.@:/-]{2,}");
    private static final Pattern KEY_ID = Pattern.compile("\\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\\b");

    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9A-Za-z.-])([0-9]{12})(?![0-9A-Za-z])");
    private static final Pattern SERVICE_ACCOUNT = Pattern.compile("(?<![0-9A-Za-z.-])([0-9]{21})(?![0-9A-Za-z])");
    private static final Pattern MAIL = Pattern.compile("([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,})");
    private static final Pattern PRINCIPAL =
            Pattern.compile(":(?:user|role|assumed-role|federated-user)/([^\"'\\s,;\\]]+)");
    private static final Pattern BUCKET_ARN = Pattern.compile("arn:aws[a-z-]*:s3:::([a-z0-9.-]+)");
    private static final Pattern ADDRESS = Pattern.compile("https?://([A-Za-z0-9.-]+)");
    private static final Pattern CALLED = Pattern.compile("(?:Wire|Asking): [A-Z]+ ([A-Za-z0-9.-]+) ");
    private static final Pattern THOUGHTSPOT_USER = Pattern.compile("ThoughtSpot user ([^\"\\n]+)");
    private static final String KINDS =
            Arrays.stream(ResourceKind.values()).map(ResourceKind::id).collect(Collectors.joining("|"));

    /** As the log, a failure in it, and the journal name a thing. */
    private static final List<Pattern> THINGS = List.of(
            Pattern.compile("Chronicle: (" + KINDS + ") (.+?): "),
            Pattern.compile("(?: on|Missing|AlreadyThere|NotVisibleYet|Conflict) (" + KINDS + ") ([^\\s,;]+)"),
            Pattern.compile("\"resource\":\"(" + KINDS + ")\",\"name\":\"([^\"]+)\""));

    /** Hosts that are everybody's. */
    private static final Pattern PUBLIC = Pattern.compile(
            "(?i)localhost|127\\.0\\.0\\.1|(.*\\.)?(amazonaws\\.com(\\.cn)?|aws\\.amazon\\.com|googleapis\\.com|google\\.com|thoughtspot\\.com|github\\.com)");

    private final Set<String> externalIds;
    private final boolean anonymous;
    private final String home;
    private final Names names = new Names();

    /**
     * A discretion.
     *
     * @param externalIds those known, to be found wherever they stand
     * @param home the person's own folder, whose name is often theirs
     * @param anonymous whether accounts, hosts, buckets and people stand under other names
     */
    public Discretion(Set<String> externalIds, String home, boolean anonymous) {
        this.externalIds = new TreeSet<>(externalIds);
        this.home = home;
        this.anonymous = anonymous;
    }

    boolean isAnonymous() {
        return anonymous;
    }

    /** Learns names from settings. */
    void learn(Draft draft) {
        draft.text(Field.EXTERNAL_ID).map(String::strip).ifPresent(externalIds::add);
        Map<Field, String> kinds = Map.of(
                Field.BUCKET_NAME, "bucket",
                Field.ROLE_NAME, "role",
                Field.WEBHOOK_NAME, "webhook",
                Field.ORG, "org",
                Field.ACCOUNT, "account",
                Field.THOUGHTSPOT_ACCOUNT, "account",
                Field.SERVICE_ACCOUNT, "service-account",
                Field.BASIC_USERNAME, "user",
                Field.OAUTH2_CLIENT, "client");
        for (Field field : Field.values())
            draft.text(field)
                    .ifPresent(text -> Optional.ofNullable(kinds.get(field)).ifPresent(kind -> names.add(kind, text)));
        draft.text(Field.PROFILE).filter(name -> !name.equals("default")).ifPresent(name -> names.add("profile", name));
        List.of(Field.HOST, Field.WEBHOOK_URL, Field.OAUTH2_URL)
                .forEach(field -> draft.text(field).ifPresent(this::host));
    }

    private void host(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text.strip() : "https://" + text.strip());
            if (uri.getHost() != null && !PUBLIC.matcher(uri.getHost()).matches()) names.add("host", uri.getHost());
            if (uri.getRawPath() != null && uri.getRawPath().length() > 1)
                names.add("path", uri.getRawPath().substring(1));
        } catch (IllegalArgumentException _) {
            // What is no address names no host.
        }
    }

    /** Learns names from a text, such as a journal or a log. */
    void learn(String text) {
        names.addAll("account", ACCOUNT, text);
        names.addAll("service-account", SERVICE_ACCOUNT, text);
        names.addAll("person", MAIL, text);
        names.addAll("bucket", BUCKET_ARN, text);
        names.addAll("person", THOUGHTSPOT_USER, text);
        Matcher principal = PRINCIPAL.matcher(text);
        while (principal.find()) for (String part : principal.group(1).split("/")) names.add("principal", part);
        for (Pattern pattern : THINGS) {
            Matcher thing = pattern.matcher(text);
            while (thing.find()) names.add(thing.group(1), thing.group(2));
        }
        for (Pattern pattern : List.of(ADDRESS, CALLED)) {
            Matcher host = pattern.matcher(text);
            while (host.find()) if (!PUBLIC.matcher(host.group(1)).matches()) names.add("host", host.group(1));
        }
    }

    /** A text as it may be sent. */
    String apply(String text) {
        String clean = text;
        for (String id : externalIds) if (id.length() > 1) clean = clean.replace(id, Telltales.HIDDEN);
        clean = EXTERNAL_ID.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(Telltales.HIDDEN));
        clean = KEY_ID.matcher(clean).replaceAll(Telltales.HIDDEN);
        clean = Telltales.hide(clean);
        if (home.length() > 1) clean = clean.replace(home, "~");
        return anonymous ? names.replace(clean) : clean;
    }
}
