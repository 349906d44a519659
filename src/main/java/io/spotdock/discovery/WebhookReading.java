package io.spotdock.discovery;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.settings.Field;
import io.spotdock.settings.TypedSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What settings a registered webhook comes to. ThoughtSpot shows no secrets: a place stands for each, to be filled. */
public final class WebhookReading {
    /** What usually holds a secret; a settings file holds none. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(access.?key|api.?key|auth|cookie|credential|passw|pwd|secret|session|token).*");

    private final Webhook webhook;
    private final Notebook notes = new Notebook(Origin.WEBHOOK);

    private WebhookReading(Webhook webhook) {
        this.webhook = webhook;
    }

    /** @param read the role that was read, which then says more of itself than the webhook does */
    public static Findings of(WebhookFacts facts, Optional<RoleArn> read) {
        return new WebhookReading(facts.webhook()).findings(facts, read);
    }

    private Findings findings(WebhookFacts facts, Optional<RoleArn> read) {
        notes.says(Field.HOST, facts.host());
        notes.says(Field.ORG, facts.org().name());
        notes.says(Field.WEBHOOK_NAME, webhook.name());
        notes.says(Field.WEBHOOK_URL, webhook.url());
        webhook.description().ifPresent(text -> notes.says(Field.DESCRIPTION, text));
        notes.says(Field.URL_PARAMS, withoutSecrets(webhook.urlParams(), Field.URL_PARAMS));
        notes.says(Field.HEADERS, withoutSecrets(webhook.headers(), Field.HEADERS));
        authentication();
        webhook.signature().ifPresent(signature -> {
            notes.says(Field.SIGNATURE_HEADER, signature.header());
            secret(Field.SIGNATURE_SECRET);
        });
        if (webhook.isDisabled()) notes.says(Field.ENABLED, false);
        webhook.storage()
                .ifPresentOrElse(
                        storage -> storage(storage, read),
                        () -> notes.note("note.discovery.no-storage", webhook.name()));
        facts.offers().forEach(this::offer);
        return notes.findings();
    }

    private void authentication() {
        switch (webhook.authentication()) {
            case WebhookAuthentication.None _ -> {}
            case WebhookAuthentication.BearerToken _ -> secret(Field.BEARER_TOKEN);
            case WebhookAuthentication.ApiKey key -> {
                notes.says(Field.API_KEY_NAME, key.key());
                secret(Field.API_KEY_VALUE);
            }
            case WebhookAuthentication.Basic basic -> {
                notes.says(Field.BASIC_USERNAME, basic.username());
                secret(Field.BASIC_PASSWORD);
            }
            case WebhookAuthentication.OAuth2 oauth -> {
                notes.says(Field.OAUTH2_URL, oauth.authorizationUrl());
                notes.says(Field.OAUTH2_CLIENT, oauth.clientId());
                secret(Field.OAUTH2_SECRET);
            }
        }
    }

    private void secret(Field field) {
        notes.says(field, TypedSecret.inFile(field));
        notes.note(
                "note.discovery.secret", field.path(), TypedSecret.inFile(field).name());
    }

    private Map<String, String> withoutSecrets(Map<String, String> map, Field field) {
        Map<String, String> kept = new TreeMap<>(map);
        List<String> left = new ArrayList<>();
        kept.keySet().stream().filter(key -> SECRET.matcher(key).matches()).forEach(left::add);
        left.forEach(kept::remove);
        left.forEach(key -> notes.note("note.discovery.value-left-out", field.path() + "." + key));
        return kept;
    }

    private void storage(StorageDestination storage, Optional<RoleArn> read) {
        notes.says(Field.BUCKET_NAME, storage.bucket());
        notes.says(Field.PREFIX, storage.prefix());
        notes.says(Field.REGION, storage.region());
        // ThoughtSpot on AWS names an external ID, and on Google Cloud must not.
        notes.says(Field.HOSTING, storage.externalId().isPresent() ? "aws" : "gcp");
        storage.externalId().map(ExternalId::value).ifPresent(id -> notes.says(Field.EXTERNAL_ID, id));
        if (read.isEmpty()) {
            RoleArn.parse(storage.roleArn()).good().ifPresent(arn -> notes.says(Field.ACCOUNT, arn.account()));
            // What stands there is used, whoever made it.
            notes.says(Field.CREATE, false);
        }
        if (!read.map(RoleArn::toString).equals(Optional.of(storage.roleArn())))
            notes.says(Field.ROLE_ARN, storage.roleArn());
    }

    private void offer(StorageOffer offer) {
        switch (offer) {
            case StorageOffer.AwsToS3 aws -> {
                notes.says(Field.HOSTING, "aws", Origin.THOUGHTSPOT);
                notes.says(Field.THOUGHTSPOT_ACCOUNT, aws.account(), Origin.THOUGHTSPOT);
            }
            case StorageOffer.GcpToS3 gcp -> {
                notes.says(Field.HOSTING, "gcp", Origin.THOUGHTSPOT);
                notes.says(Field.SERVICE_ACCOUNT, gcp.serviceAccount(), Origin.THOUGHTSPOT);
            }
            case StorageOffer.Other _ -> {}
        }
    }
}
