package io.spotdock.settings;

import static io.spotdock.settings.Field.*;

import io.spotdock.domain.Fault;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookSignature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The webhook's part of {@link DraftCheck}: it is there as soon as one of its keys is. */
final class WebhookCheck {
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");

    /** With which one signs in oneself: somebody else's settings file could have them sent to somebody else's receiver. */
    private static final Set<String> OWN_SIGN_IN = Set.of(
            "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "SPOTDOCK_TOKEN", "SPOTDOCK_PASSWORD", "SPOTDOCK_SECRET_KEY");

    private final Draft draft;
    private final DraftCheck all;

    WebhookCheck(Draft draft, DraftCheck all) {
        this.draft = draft;
        this.all = all;
    }

    Optional<Settings.Webhook> check() {
        if (Arrays.stream(Field.values()).noneMatch(field -> field.isOfWebhook() && draft.has(field)))
            return Optional.empty();
        Optional<String> name = all.needed(WEBHOOK_NAME, Words::line);
        Optional<WebhookUrl> url = all.needed(WEBHOOK_URL, WebhookUrl::parse);
        Optional<String> description = all.optional(DESCRIPTION, Words::line);
        checkMap(URL_PARAMS);
        WebhookAuthentication authentication = authentication();
        Optional<WebhookSignature> signature = signature();
        checkMap(HEADERS);
        Optional<Boolean> enabled = all.optional(ENABLED, Words::flag);
        return name.flatMap(n -> url.map(u -> new Settings.Webhook(
                n, u, description, draft.map(URL_PARAMS), authentication, signature, draft.map(HEADERS), enabled)));
    }

    /** ThoughtSpot takes exactly one way to sign in. */
    private WebhookAuthentication authentication() {
        List<SignInWay> chosen = SignInWay.of(draft);
        if (chosen.size() > 1) all.problem("webhook.authentication", Fault.of("fault.authentication.several"));
        if (chosen.size() != 1) return new WebhookAuthentication.None();
        return switch (chosen.getFirst()) {
            case NONE -> new WebhookAuthentication.None();
            case BEARER -> new WebhookAuthentication.BearerToken(secret(BEARER_TOKEN));
            case API_KEY ->
                new WebhookAuthentication.ApiKey(
                        all.needed(API_KEY_NAME, Words::headerName).orElse(""), secret(API_KEY_VALUE));
            case BASIC ->
                new WebhookAuthentication.Basic(
                        all.needed(BASIC_USERNAME, Words::line).orElse(""), secret(BASIC_PASSWORD));
            case OAUTH2 ->
                new WebhookAuthentication.OAuth2(
                        all.needed(OAUTH2_URL, Words::httpsUrl).orElse(""),
                        all.needed(OAUTH2_CLIENT, Words::line).orElse(""),
                        secret(OAUTH2_SECRET));
        };
    }

    private Optional<WebhookSignature> signature() {
        if (!draft.has(SIGNATURE_HEADER) && !draft.has(SIGNATURE_SECRET)) return Optional.empty();
        Optional<String> header = all.needed(SIGNATURE_HEADER, Words::headerName);
        Optional<SecretReference> secret = secret(SIGNATURE_SECRET);
        return header.map(name -> new WebhookSignature(name, secret));
    }

    private Optional<SecretReference> secret(Field field) {
        Optional<SecretReference> reference = all.needed(field, SecretReference::parseInSession);
        if (reference.orElse(null) instanceof SecretReference.Environment(String name) && OWN_SIGN_IN.contains(name))
            all.problem(field, Fault.of("fault.secret-reference.own", name));
        return reference;
    }

    private void checkMap(Field field) {
        draft.map(field).forEach((key, value) -> {
            Fault fault = field == HEADERS ? headerFault(key) : Words.lineRule(key);
            if (fault == null) fault = Words.lineRule(value);
            if (fault != null) all.problem(field.path() + "." + key, fault);
        });
    }

    private static @Nullable Fault headerFault(String name) {
        // A settings file holds no secrets, and these headers carry nothing else (RFC 9110, section 11.6.2).
        if (SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) return Fault.of("fault.header-secret", name);
        return Words.headerNameRule(name);
    }
}
