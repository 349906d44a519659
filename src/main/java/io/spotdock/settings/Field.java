package io.spotdock.settings;

import java.util.Arrays;
import java.util.Optional;

/** A field of the settings, by its path in the file; in the file's canonical order. */
public enum Field {
    HOSTING("thoughtspot.hosting", Kind.TEXT),
    HOST("thoughtspot.host", Kind.TEXT),
    ORG("thoughtspot.org", Kind.TEXT),
    THOUGHTSPOT_ACCOUNT("thoughtspot.account-id", Kind.DIGITS),
    SERVICE_ACCOUNT("thoughtspot.service-account-id", Kind.DIGITS),
    ACCOUNT("aws.account-id", Kind.DIGITS),
    PROFILE("aws.profile", Kind.TEXT),
    REGION("aws.region", Kind.TEXT),
    BUCKET_NAME("bucket.name", Kind.TEXT),
    PREFIX("bucket.prefix", Kind.TEXT),
    CREATE("bucket.create", Kind.FLAG),
    TLS_ONLY("bucket.tls-only", Kind.FLAG),
    KMS_KEY("bucket.kms-key", Kind.TEXT),
    ROLE_NAME("role.name", Kind.TEXT),
    ROLE_ARN("role.arn", Kind.TEXT),
    EXTERNAL_ID("role.external-id", Kind.TEXT),
    GOOGLE_PROVIDER("role.google-provider", Kind.TEXT),
    WEBHOOK_NAME("webhook.name", Kind.TEXT),
    WEBHOOK_URL("webhook.url", Kind.TEXT),
    DESCRIPTION("webhook.description", Kind.TEXT),
    URL_PARAMS("webhook.url-params", Kind.MAP),
    BEARER_TOKEN("webhook.authentication.bearer-token", Kind.REFERENCE),
    API_KEY_NAME("webhook.authentication.api-key.key", Kind.TEXT),
    API_KEY_VALUE("webhook.authentication.api-key.value", Kind.REFERENCE),
    BASIC_USERNAME("webhook.authentication.basic.username", Kind.TEXT),
    BASIC_PASSWORD("webhook.authentication.basic.password", Kind.REFERENCE),
    OAUTH2_URL("webhook.authentication.oauth2.authorization-url", Kind.TEXT),
    OAUTH2_CLIENT("webhook.authentication.oauth2.client-id", Kind.TEXT),
    OAUTH2_SECRET("webhook.authentication.oauth2.client-secret", Kind.REFERENCE),
    SIGNATURE_HEADER("webhook.signature.header", Kind.TEXT),
    SIGNATURE_SECRET("webhook.signature.secret", Kind.REFERENCE),
    HEADERS("webhook.headers", Kind.MAP),
    ENABLED("webhook.enabled", Kind.FLAG);

    /** What stands behind a key. */
    public enum Kind {
        TEXT,
        /** Text of digits, which YAML reads as a number unless it is quoted. */
        DIGITS,
        FLAG,
        MAP,
        /** Where a secret is found; never the secret. */
        REFERENCE
    }

    private final String path;
    private final Kind kind;

    Field(String path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    public String path() {
        return path;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isOfWebhook() {
        return path.startsWith("webhook.");
    }

    public static Optional<Field> ofPath(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
