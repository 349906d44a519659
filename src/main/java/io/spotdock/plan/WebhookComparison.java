package io.spotdock.plan;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.Telltales;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.domain.resource.WebhookSignature;
import io.spotdock.settings.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A registered webhook against the wanted one. Secrets are redacted by ThoughtSpot and so never differ here. */
public final class WebhookComparison {
    /** How many fields are compared: those of the webhook itself, and of its storage bucket, region, role, external ID and prefix. */
    public static final int COMPARED = WebhookField.values().length - 1 + 5;

    private WebhookComparison() {}

    /** The wanted webhook with the identity of the one that stands, and switched on or off as it is where the settings leave that open. */
    public static Webhook onto(Webhook present, Webhook wanted) {
        return new Webhook(
                present.serverId(),
                wanted.name(),
                wanted.url(),
                wanted.description(),
                wanted.urlParams(),
                wanted.authentication(),
                wanted.signature(),
                wanted.headers(),
                wanted.storage(),
                wanted.enabled().or(present::enabled));
    }

    /** The fields that an update must name. */
    public static Set<WebhookField> fields(Webhook present, Webhook target) {
        EnumSet<WebhookField> fields = EnumSet.noneOf(WebhookField.class);
        if (!present.name().equals(target.name())) fields.add(WebhookField.NAME);
        if (!present.url().equals(target.url())) fields.add(WebhookField.URL);
        if (!present.description().equals(target.description())) fields.add(WebhookField.DESCRIPTION);
        if (!present.urlParams().equals(target.urlParams())) fields.add(WebhookField.URL_PARAMS);
        if (!present.authentication().looksLike(target.authentication())) fields.add(WebhookField.AUTHENTICATION);
        if (!header(present).equals(header(target))) fields.add(WebhookField.SIGNATURE);
        if (!present.headers().equals(target.headers())) fields.add(WebhookField.HEADERS);
        if (!present.storage().equals(target.storage())) fields.add(WebhookField.STORAGE);
        if (target.enabled().isPresent() && target.enabled().get() == present.isDisabled())
            fields.add(WebhookField.ENABLED);
        return fields;
    }

    /** The same with those whose secret is sent again, which can't be seen to differ. */
    public static Set<WebhookField> fields(Webhook present, Webhook target, Secrets secrets) {
        Set<WebhookField> fields = fields(present, target);
        if (secrets.sends(target.authentication().secret())) fields.add(WebhookField.AUTHENTICATION);
        if (secrets.sends(target.signature().flatMap(WebhookSignature::secret))) fields.add(WebhookField.SIGNATURE);
        return fields;
    }

    /**
     * Whether a webhook is one that was asked for, and nobody has changed it since, as far as is shown.
     *
     * @param wanted without the values of its headers
     */
    public static boolean isMadeAs(Webhook wanted, Webhook found) {
        return found.name().equals(wanted.name())
                && fields(found.discreet(), wanted).isEmpty();
    }

    /** Whether it may have other secrets than those that the settings refer to, with nothing else to tell. */
    public static boolean hasUnseenSecrets(Webhook present, Settings.Webhook wanted) {
        boolean signsInAlike = present.authentication().looksLike(wanted.authentication());
        boolean signsAlike = header(present).equals(wanted.signature().map(WebhookSignature::header));
        return signsInAlike && standsElsewhere(wanted.authentication().secret())
                || signsAlike && standsElsewhere(wanted.signature().flatMap(WebhookSignature::secret));
    }

    /** A typed one is sent anyway. */
    private static boolean standsElsewhere(Optional<SecretReference> secret) {
        return Secrets.ALL.sends(secret) && !Secrets.TYPED.sends(secret);
    }

    /** What differs, value by value. */
    public static List<Difference> differences(Webhook present, Webhook target) {
        return differences(present, target, fields(present, target));
    }

    static List<Difference> differences(Webhook present, Webhook target, Set<WebhookField> fields) {
        List<Difference> differences = new ArrayList<>();
        for (WebhookField field : fields) {
            switch (field) {
                case NAME -> differences.add(Differences.of("field.name", present.name(), target.name()));
                case URL -> differences.add(Differences.of("field.url", shown(present), shown(target)));
                case DESCRIPTION ->
                    Differences.between("field.description", present.description(), target.description())
                            .ifPresent(differences::add);
                case URL_PARAMS ->
                    differences.add(new Difference(
                            "field.url-params",
                            pairs(present.urlParams()),
                            pairs(target.urlParams()),
                            Optional.empty()));
                case AUTHENTICATION ->
                    differences.add(new Difference(
                            "field.authentication",
                            List.of(name(present.authentication())),
                            List.of(name(target.authentication())),
                            Optional.of("note.secret-replaced")));
                case SIGNATURE ->
                    differences.add(new Difference(
                            "field.signature",
                            header(present).stream().toList(),
                            header(target).stream().toList(),
                            Optional.of("note.secret-replaced")));
                case HEADERS ->
                    differences.add(new Difference(
                            "field.headers", pairs(present.headers()), pairs(target.headers()), Optional.empty()));
                case STORAGE -> storage(differences, present.storage(), target.storage());
                case ENABLED ->
                    differences.add(Differences.of(
                            "field.enabled",
                            String.valueOf(!present.isDisabled()),
                            String.valueOf(!target.isDisabled())));
            }
        }
        return differences;
    }

    /** A webhook that is to be made. */
    static List<Difference> details(Webhook wanted) {
        List<Difference> details = new ArrayList<>();
        details.add(Differences.added("field.url", shown(wanted)));
        if (!(wanted.authentication() instanceof WebhookAuthentication.None))
            details.add(Differences.added("field.authentication", name(wanted.authentication())));
        storage(details, Optional.empty(), wanted.storage());
        return details;
    }

    /** What a webhook holds, field by field; of headers the names, as their values may be secrets. */
    public static List<Difference> facts(Webhook webhook) {
        List<Difference> facts = new ArrayList<>();
        fact(facts, "field.url", List.of(shown(webhook)));
        fact(facts, "field.description", webhook.description().stream().toList());
        fact(facts, "field.url-params", pairs(webhook.urlParams()));
        if (!(webhook.authentication() instanceof WebhookAuthentication.None))
            fact(facts, "field.authentication", List.of(name(webhook.authentication())));
        fact(facts, "field.signature", header(webhook).stream().toList());
        fact(
                facts,
                "field.headers",
                webhook.headers().keySet().stream().sorted().toList());
        storage(facts, webhook.storage(), Optional.empty());
        return facts;
    }

    private static void fact(List<Difference> facts, String field, List<String> values) {
        if (!values.isEmpty()) facts.add(new Difference(field, values, List.of(), Optional.empty()));
    }

    /** What goes with a webhook that is deleted, and which of it nobody can bring back from here. */
    static List<Difference> losses(Webhook webhook) {
        return facts(webhook).stream()
                .map(fact -> new Difference(fact.field(), fact.found(), List.of(), forgotten(webhook, fact.field())))
                .toList();
    }

    private static Optional<String> forgotten(Webhook webhook, String field) {
        return switch (field) {
            case "field.authentication", "field.signature" -> Optional.of("note.secret-not-kept");
            case "field.headers" -> Optional.of("note.values-not-kept");
            case "field.url" -> secretGone(Telltales.isHiddenIn(shown(webhook)));
            case "field.url-params" ->
                secretGone(Telltales.hideIn(webhook.urlParams()).containsValue(Telltales.HIDDEN));
            case "field.bucket" -> webhook.isStoredByGoogle() ? Optional.of("note.google-not-kept") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> secretGone(boolean hidden) {
        return hidden ? Optional.of("note.values-not-kept") : Optional.empty();
    }

    private static void storage(
            List<Difference> differences, Optional<StorageDestination> present, Optional<StorageDestination> target) {
        add(
                differences,
                "field.bucket",
                present.map(StorageDestination::bucket),
                target.map(StorageDestination::bucket));
        add(
                differences,
                "field.region",
                present.map(StorageDestination::region),
                target.map(StorageDestination::region));
        add(
                differences,
                "field.role-arn",
                present.map(StorageDestination::roleArn),
                target.map(StorageDestination::roleArn));
        add(
                differences,
                "field.external-id",
                present.flatMap(StorageDestination::externalId).map(Object::toString),
                target.flatMap(StorageDestination::externalId).map(Object::toString));
        add(
                differences,
                "field.prefix",
                present.map(storage -> storage.prefix().value()),
                target.map(storage -> storage.prefix().value()));
    }

    private static void add(
            List<Difference> differences, String field, Optional<String> found, Optional<String> wanted) {
        Differences.between(field, found.filter(text -> !text.isEmpty()), wanted.filter(text -> !text.isEmpty()))
                .ifPresent(differences::add);
    }

    private static Optional<String> header(Webhook webhook) {
        return webhook.signature().map(WebhookSignature::header);
    }

    /** Of a sign-in all but its secret. */
    private static String name(WebhookAuthentication authentication) {
        return switch (authentication) {
            case WebhookAuthentication.None _ -> "none";
            case WebhookAuthentication.ApiKey key -> "API key " + key.key();
            case WebhookAuthentication.Basic basic -> "basic " + basic.username();
            case WebhookAuthentication.BearerToken _ -> "bearer token";
            case WebhookAuthentication.OAuth2 oauth -> "OAuth 2.0 " + oauth.clientId();
        };
    }

    private static String shown(Webhook webhook) {
        return Telltales.hideInAddress(webhook.url());
    }

    private static List<String> pairs(Map<String, String> map) {
        return Telltales.hideIn(map).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
