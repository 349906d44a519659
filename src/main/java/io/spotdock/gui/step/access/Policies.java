package io.spotdock.gui.step.access;

import static io.spotdock.settings.Field.ACCOUNT;
import static io.spotdock.settings.Field.BUCKET_NAME;
import static io.spotdock.settings.Field.EXTERNAL_ID;
import static io.spotdock.settings.Field.KMS_KEY;
import static io.spotdock.settings.Field.PREFIX;
import static io.spotdock.settings.Field.SERVICE_ACCOUNT;
import static io.spotdock.settings.Field.THOUGHTSPOT_ACCOUNT;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Both policies that a draft leads to: as lines, however incomplete it is, and as documents once it is not. */
record Policies(Draft draft, boolean gcp, GoogleProvider provider) {
    /** What is shown where nothing is entered yet. */
    private static final String NOTHING = "…";

    private static final Hole THEIRS = new Hole("999999999991", THOUGHTSPOT_ACCOUNT, "");
    private static final Hole OURS = new Hole("999999999992", ACCOUNT, "");
    private static final Hole ID = new Hole("the-external-id-entered", EXTERNAL_ID, "");
    private static final Hole GOOGLE = new Hole("999999999999999999993", SERVICE_ACCOUNT, "");
    private static final Hole BUCKET = new Hole("the-bucket-name-entered", BUCKET_NAME, "");
    private static final Hole FOLDER = new Hole("the-prefix-entered/", PREFIX, "");
    private static final Hole KEY =
            new Hole("arn:aws:kms:us-east-1:999999999994:key/00000000-0000-0000-0000-000000000000", KMS_KEY, "");

    List<List<Piece>> trustLines() {
        Hosting hosting = gcp
                ? new Hosting.OnGcp(new ServiceAccountId(GOOGLE.stands()), provider)
                : new Hosting.OnAws(new AccountId(THEIRS.stands()), new ExternalId(ID.stands()));
        PolicyDocument document = ThoughtSpotPolicies.trust(hosting, partition(), new AccountId(OURS.stands()));
        return PolicyLayout.lines(document, List.of(filled(THEIRS), filled(OURS), filled(ID), filled(GOOGLE)));
    }

    List<List<Piece>> permissionsLines() {
        Optional<KmsKeyArn> key = draft.has(KMS_KEY) ? Optional.of(new KmsKeyArn(KEY.stands())) : Optional.empty();
        KeyPrefix prefix = draft.has(PREFIX) ? new KeyPrefix(FOLDER.stands()) : KeyPrefix.NONE;
        PolicyDocument document =
                ThoughtSpotPolicies.permissions(partition(), new BucketName(BUCKET.stands()), prefix, key);
        List<Hole> holes = new ArrayList<>(List.of(filled(BUCKET), filled(FOLDER), filled(KEY)));
        return PolicyLayout.lines(document, holes);
    }

    private Hole filled(Hole hole) {
        return new Hole(hole.stands(), hole.field(), draft.text(hole.field()).orElse(NOTHING));
    }

    /** The trust policy, when all that it needs is right. */
    Optional<PolicyDocument> trust() {
        return hosting()
                .flatMap(hosting -> value(ACCOUNT, AccountId::parse)
                        .map(own -> ThoughtSpotPolicies.trust(hosting, partition(), own)));
    }

    private Optional<Hosting> hosting() {
        if (gcp) return value(SERVICE_ACCOUNT, ServiceAccountId::parse).map(id -> new Hosting.OnGcp(id, provider));
        return value(THOUGHTSPOT_ACCOUNT, AccountId::parse)
                .flatMap(account -> value(EXTERNAL_ID, ExternalId::parse).map(id -> new Hosting.OnAws(account, id)));
    }

    /** The permissions policy, when all that it needs is right. */
    Optional<PolicyDocument> permissions() {
        Optional<KeyPrefix> prefix = draft.has(PREFIX) ? value(PREFIX, KeyPrefix::parse) : Optional.of(KeyPrefix.NONE);
        Optional<KmsKeyArn> key = value(KMS_KEY, KmsKeyArn::parse);
        if (draft.has(KMS_KEY) && key.isEmpty()) return Optional.empty();
        return prefix.flatMap(under -> value(BUCKET_NAME, BucketName::parse)
                .map(bucket -> ThoughtSpotPolicies.permissions(partition(), bucket, under, key)));
    }

    private Partition partition() {
        return value(Field.REGION, RegionName::parse).map(RegionName::partition).orElse(Partition.AWS);
    }

    private <T> Optional<T> value(Field field, Function<String, Parsed<T>> reader) {
        return draft.text(field).flatMap(text -> reader.apply(text).good());
    }
}
