package io.spotdock.aws;

import static io.spotdock.aws.S3Buckets.name;
import static io.spotdock.aws.S3Buckets.owner;

import io.spotdock.domain.resource.Expiration;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.ObjectLock;
import io.spotdock.port.Buckets.Versioning;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.Payer;

/** What a bucket does with files: deletes, locks, keeps or charges for them. One call each; nothing is written. */
final class S3Habits {
    private final AwsClients clients;

    S3Habits(AwsClients clients) {
        this.clients = clients;
    }

    List<Expiration> expirations(Located bucket) {
        List<LifecycleRule> rules = ask(
                bucket,
                "s3:GetLifecycleConfiguration",
                s3 -> S3Buckets.unless(
                        "NoSuchLifecycleConfiguration",
                        List.<LifecycleRule>of(),
                        () -> s3.getBucketLifecycleConfiguration(
                                        r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                .rules()));
        return rules.stream()
                .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
                .flatMap(rule -> due(rule).map(due -> expiration(rule, due)).stream())
                .toList();
    }

    /** Empty for a rule that deletes no file, such as one that only tidies up delete markers. */
    private static Optional<Expiration.Due> due(LifecycleRule rule) {
        var expiration = rule.expiration();
        if (expiration == null) return Optional.empty();
        if (expiration.days() != null) return Optional.of(new Expiration.Due.After(expiration.days()));
        return Optional.ofNullable(expiration.date())
                .map(date -> new Expiration.Due.From(date.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    /** A rule's prefix stands in its filter, among several conditions there, or on the rule itself as in the old days. */
    @SuppressWarnings("deprecation") // that is where rules of before 2016 have it
    private static Expiration expiration(LifecycleRule rule, Expiration.Due due) {
        Optional<LifecycleRuleFilter> filter = Optional.ofNullable(rule.filter());
        Optional<LifecycleRuleAndOperator> several = filter.map(LifecycleRuleFilter::and);
        String prefix = several.map(LifecycleRuleAndOperator::prefix)
                .or(() -> filter.map(LifecycleRuleFilter::prefix))
                .or(() -> Optional.ofNullable(rule.prefix()))
                .orElse("");
        boolean tagged = filter.map(LifecycleRuleFilter::tag).isPresent()
                || several.filter(LifecycleRuleAndOperator::hasTags).isPresent();
        long largerThan = several.map(LifecycleRuleAndOperator::objectSizeGreaterThan)
                .or(() -> filter.map(LifecycleRuleFilter::objectSizeGreaterThan))
                .orElse(0L);
        return new Expiration(Optional.ofNullable(rule.id()).orElse(""), prefix, tagged, largerThan, due);
    }

    ObjectLock objectLock(Located bucket) {
        Optional<ObjectLockConfiguration> found = ask(
                bucket,
                "s3:GetBucketObjectLockConfiguration",
                s3 -> S3Buckets.unless(
                        "ObjectLockConfigurationNotFoundError",
                        Optional.<ObjectLockConfiguration>empty(),
                        () -> Optional.ofNullable(s3.getObjectLockConfiguration(
                                        r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                .objectLockConfiguration())));
        if (found.map(ObjectLockConfiguration::objectLockEnabled)
                .filter(ObjectLockEnabled.ENABLED::equals)
                .isEmpty()) return ObjectLock.OFF;
        boolean byDefault = found.map(ObjectLockConfiguration::rule)
                .map(rule -> rule.defaultRetention())
                .isPresent();
        return byDefault ? ObjectLock.BY_DEFAULT : ObjectLock.ON;
    }

    Versioning versioning(Located bucket) {
        BucketVersioningStatus status = ask(
                bucket,
                "s3:GetBucketVersioning",
                s3 -> s3.getBucketVersioning(r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                        .status());
        // A bucket whose versions were never kept has no status at all.
        if (status == null) return Versioning.OFF;
        return switch (status) {
            case ENABLED -> Versioning.ON;
            case SUSPENDED -> Versioning.SUSPENDED;
            case UNKNOWN_TO_SDK_VERSION -> Versioning.OFF;
        };
    }

    boolean requesterPays(Located bucket) {
        return ask(
                        bucket,
                        "s3:GetBucketRequestPayment",
                        s3 -> s3.getBucketRequestPayment(
                                        r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                .payer())
                == Payer.REQUESTER;
    }

    private <R> R ask(Located bucket, String permission, Function<S3Client, R> use) {
        return clients.s3(bucket.region(), S3Buckets.call(permission, bucket.name()), use);
    }
}
