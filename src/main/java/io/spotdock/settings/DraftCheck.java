package io.spotdock.settings;

import static io.spotdock.settings.Field.*;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Fault;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.settings.Settings.HostingChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One pass over a draft: reads every field by its value's own rule, then asks how the fields fit together. */
final class DraftCheck {
    private final Draft draft;
    private final List<Problem> problems = new ArrayList<>();

    DraftCheck(Draft draft) {
        this.draft = draft;
    }

    Checked check() {
        Optional<HostingChoice> hosting = needed(HOSTING, Words::hosting);
        Optional<Settings.ThoughtSpot> thoughtSpot = hosting.map(choice -> new Settings.ThoughtSpot(
                choice,
                optional(HOST, ThoughtSpotHost::parse),
                optional(ORG, Words::line),
                optional(THOUGHTSPOT_ACCOUNT, AccountId::parse),
                optional(SERVICE_ACCOUNT, ServiceAccountId::parse)));
        Optional<AccountId> account = needed(ACCOUNT, AccountId::parse);
        Optional<String> profile = optional(PROFILE, Words::line);
        Optional<RegionName> region = needed(REGION, RegionName::parse);
        Optional<BucketName> bucketName = needed(BUCKET_NAME, BucketName::parse);
        Optional<KeyPrefix> prefix = optional(PREFIX, KeyPrefix::parse);
        Optional<Boolean> create = optional(CREATE, Words::flag);
        Optional<Boolean> tlsOnly = optional(TLS_ONLY, Words::flag);
        Optional<KmsKeyArn> kmsKey = optional(KMS_KEY, KmsKeyArn::parse);
        Optional<RoleArn> roleArn = optional(ROLE_ARN, RoleArn::parse);
        Optional<RoleName> roleName =
                draft.has(ROLE_ARN) ? optional(ROLE_NAME, RoleName::parse) : needed(ROLE_NAME, RoleName::parse);
        Optional<ExternalId> externalId = optional(EXTERNAL_ID, ExternalId::parse);
        Optional<GoogleProvider> provider = optional(GOOGLE_PROVIDER, Words::provider);
        Optional<Settings.Webhook> webhook = new WebhookCheck(draft, this).check();

        hosting.ifPresent(this::hostingFits);
        region.ifPresent(r -> regionFits(r, hosting, kmsKey));

        roleArn.ifPresent(arn -> roleFits(arn, roleName, account, region));

        if (!problems.isEmpty()) return new Checked.Bad(problems);
        return new Checked.Good(new Settings(
                thoughtSpot.orElseThrow(),
                new Settings.Aws(account.orElseThrow(), profile, region.orElseThrow()),
                new Settings.Bucket(
                        bucketName.orElseThrow(),
                        prefix.orElse(KeyPrefix.NONE),
                        create.orElse(true),
                        tlsOnly.orElse(true),
                        kmsKey),
                new Settings.Role(
                        roleName.or(() -> roleArn.map(RoleArn::name)).orElseThrow(),
                        roleArn,
                        externalId,
                        provider.orElse(GoogleProvider.IN_ACCOUNT)),
                webhook));
    }

    private void hostingFits(HostingChoice hosting) {
        switch (hosting) {
            case AWS -> {
                require(THOUGHTSPOT_ACCOUNT, "fault.account-id.hosting-aws");
                refuse(SERVICE_ACCOUNT, "fault.service-account-id.hosting-aws");
                refuse(GOOGLE_PROVIDER, "fault.google-provider.hosting-aws");
            }
            case GCP -> {
                require(SERVICE_ACCOUNT, "fault.service-account-id.hosting-gcp");
                refuse(THOUGHTSPOT_ACCOUNT, "fault.account-id.hosting-gcp");
                // ThoughtSpot refuses a webhook with an external ID on a GCP-hosted cluster.
                refuse(EXTERNAL_ID, "fault.external-id.hosting-gcp");
            }
            case DETECT -> require(HOST, "fault.host.hosting-detect");
        }
    }

    /** ThoughtSpot's account is in the commercial partition; the roles of other partitions cannot trust it. */
    private void regionFits(RegionName region, Optional<HostingChoice> hosting, Optional<KmsKeyArn> kmsKey) {
        switch (region.partition()) {
            case AWS -> {}
            case AWS_US_GOV, AWS_CN -> {
                if (hosting.equals(Optional.of(HostingChoice.AWS)))
                    problem(REGION, Fault.of("fault.region.partition", region, region.partition()));
            }
        }
        // A bucket encrypts with a key of its own region only (Amazon S3 User Guide, "Using SSE-KMS").
        kmsKey.map(key -> key.value().split(":", -1)[3])
                .filter(place -> !place.equals(region.value()))
                .ifPresent(place -> problem(KMS_KEY, Fault.of("fault.kms-key.region", place, region)));
    }

    /** The role has to be where the bucket is, and to be called what it is called. */
    private void roleFits(
            RoleArn arn, Optional<RoleName> name, Optional<AccountId> account, Optional<RegionName> region) {
        account.filter(own -> !own.equals(arn.account()))
                .ifPresent(own -> problem(ROLE_ARN, Fault.of("fault.role-arn.account", arn.account(), own)));
        region.map(RegionName::partition)
                .filter(own -> own != arn.partition())
                .ifPresent(own -> problem(ROLE_ARN, Fault.of("fault.role-arn.partition", arn.partition(), own)));
        name.filter(other -> !other.equals(arn.name()))
                .ifPresent(_ -> problem(ROLE_NAME, Fault.of("fault.role-name.arn", arn.name())));
    }

    void problem(Field field, Fault fault) {
        problems.add(Problem.of(field, fault));
    }

    void problem(String path, Fault fault) {
        problems.add(new Problem(path, fault, Optional.empty()));
    }

    private void require(Field field, String why) {
        if (!draft.has(field)) problem(field, Fault.of(why));
    }

    private void refuse(Field field, String why) {
        if (draft.has(field)) problem(field, Fault.of(why));
    }

    <T> Optional<T> optional(Field field, Function<String, Parsed<T>> reader) {
        return draft.text(field).flatMap(text -> switch (reader.apply(text)) {
            case Parsed.Good<T>(T value) -> Optional.of(value);
            case Parsed.Bad<T>(Fault fault) -> {
                problem(field, fault);
                yield Optional.empty();
            }
        });
    }

    <T> Optional<T> needed(Field field, Function<String, Parsed<T>> reader) {
        if (!draft.has(field)) problem(field, Fault.of("fault.required"));
        return optional(field, reader);
    }
}
