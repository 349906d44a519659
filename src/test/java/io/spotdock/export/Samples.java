package io.spotdock.export;

import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Role;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.RoleSight;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import io.spotdock.thoughtspot.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Integrations to export. */
enum Samples {
    ON_AWS,
    WITH_KEY,
    WITHOUT_PREFIX,
    EXISTING_BUCKET,
    NOT_TLS_ONLY,
    ON_GOOGLE,
    ON_GOOGLE_BUILT_IN,
    HOSTILE,
    /** Whose values look like one another and like parts of every policy. */
    LOOKALIKE;

    private Draft changed(Draft draft) {
        return switch (this) {
            case ON_AWS -> draft;
            case WITH_KEY ->
                draft.with(
                        Field.KMS_KEY, "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab");
            case WITHOUT_PREFIX -> draft.with(Field.PREFIX, "");
            case EXISTING_BUCKET -> draft.with(Field.CREATE, "false");
            case NOT_TLS_ONLY -> draft.with(Field.TLS_ONLY, "false");
            case ON_GOOGLE -> google(draft);
            case ON_GOOGLE_BUILT_IN ->
                google(draft).with(Field.GOOGLE_PROVIDER, "built-in").with(Field.REGION, "cn-north-1");
            case HOSTILE ->
                draft.with(Field.PREFIX, "it's \"here\" `id` \\ Größe #{x}; & <b> %{y}/")
                        .with(Field.ROLE_NAME, "-role=a,b.c@d+e_f")
                        .with(Field.EXTERNAL_ID, "--stand-in/=+,.@:_")
                        .with(Field.WEBHOOK_NAME, "</title><script>alert('1')</script> ```$(id)`` *a* [b](c)")
                        .with(Field.ORG, "\"Org\" & <Söhne>");
            case LOOKALIKE ->
                draft.with(Field.BUCKET_NAME, "aws")
                        .with(Field.PREFIX, "arn:aws:s3:::aws/")
                        .with(Field.EXTERNAL_ID, "sts:AssumeRole")
                        .with(Field.THOUGHTSPOT_ACCOUNT, "999888777666");
        };
    }

    private static Draft guide() {
        return Draft.EMPTY
                .with(Field.HOSTING, "aws")
                .with(Field.THOUGHTSPOT_ACCOUNT, "123456789012")
                .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1")
                .with(Field.HOST, "my-company.thoughtspot.cloud")
                .with(Field.ORG, "Primary")
                .with(Field.ACCOUNT, "999888777666")
                .with(Field.REGION, "us-east-1")
                .with(Field.BUCKET_NAME, "my-company-data-exports")
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                .with(Field.WEBHOOK_NAME, "Webhook_S3")
                .with(Field.WEBHOOK_URL, "https://api.example.com/thoughtspot/webhook")
                .with(Field.BEARER_TOKEN, "env:RECEIVER_TOKEN");
    }

    private static Draft google(Draft draft) {
        return draft.with(Field.HOSTING, "gcp")
                .with(Field.THOUGHTSPOT_ACCOUNT, "")
                .with(Field.EXTERNAL_ID, "")
                .with(Field.SERVICE_ACCOUNT, "115663769112811637952");
    }

    Wanted wanted() {
        return wanted(this::changed);
    }

    /** The guide's integration, changed. */
    static Wanted wanted(UnaryOperator<Draft> change) {
        return wanted(change.apply(guide()));
    }

    private static Wanted wanted(Draft draft) {
        Settings settings = switch (draft.check()) {
            case Checked.Good(Settings good) -> good;
            case Checked.Bad bad -> throw new AssertionError(bad.problems());
        };
        Hosting hosting = settings.thoughtSpot()
                .accountId()
                .<Hosting>map(account ->
                        new Hosting.OnAws(account, settings.role().externalId().orElseThrow()))
                .orElseGet(() -> new Hosting.OnGcp(
                        settings.thoughtSpot().serviceAccountId().orElseThrow(),
                        settings.role().provider()));
        return new Wanted(settings, hosting, settings.aws().region().partition());
    }

    Blueprint blueprint() {
        return new Blueprint(wanted(), Standing.NOTHING);
    }

    /** With a bucket there that encrypts with this key. */
    static Standing withKey(Wanted wanted, KmsKeyArn key) {
        Bucket bucket = wanted.bucket();
        Bucket.Protection protection =
                new Bucket.Protection(Optional.of(key), false, true, Bucket.Ownership.BUCKET_OWNER_ENFORCED);
        return new Standing(
                Optional.of(new BucketSight.Ours(
                        new Bucket(bucket.name(), bucket.region(), protection, bucket.tags()), Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    /** With this role there, which can do nothing yet. */
    static Standing withRole(Wanted wanted, RoleArn arn) {
        Role role = wanted.role();
        Role standing =
                new Role(arn, Optional.of("AROA"), role.maxSession(), role.description(), role.boundary(), role.tags());
        return new Standing(
                Optional.empty(),
                Optional.of(new RoleSight(standing, wanted.trust().document(), Map.of(), Optional.empty())),
                Optional.empty());
    }

    boolean makesProvider() {
        return wanted().hosting() instanceof Hosting.OnGcp gcp && gcp.provider() == GoogleProvider.IN_ACCOUNT;
    }

    static Export export(Wanted wanted) {
        return new Export(wanted, WebhookRequest::document, new Texts(Locale.ENGLISH)::get);
    }

    List<ExportFile> files(Format... formats) {
        return export(wanted()).files(formats.length == 0 ? Set.of(Format.values()) : Set.of(formats));
    }

    /** The content of one file. */
    String file(String path) {
        return Stream.of(files())
                .flatMap(List::stream)
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
