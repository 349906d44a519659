package io.spotdock.check;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.resource.Bucket.Ownership;
import io.spotdock.domain.resource.Expiration;
import io.spotdock.port.Buckets.Encryption;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.ObjectLock;
import io.spotdock.port.Buckets.Versioning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges what in a bucket would break a delivery or lose a file. Reads nothing. */
public final class BucketSurvey {
    /** A delivery carries up to 25 MB (ThoughtSpot, "Webhooks for Liveboard schedule events"). */
    private static final long LARGEST_FILE = 25L << 20;

    /** How ThoughtSpot's own part of a key begins. */
    private static final String FOLDER = "cluster-";

    private BucketSurvey() {}

    /** Everything that was looked at, and what could not be, the worst first. */
    public static List<Finding> judge(BucketFacts facts, Upload upload) {
        Located bucket = facts.bucket();
        return Stream.of(
                        Stream.of(PolicyFinding.of(bucket, facts.policy(), facts.encryption(), upload)),
                        facts.key().stream().flatMap(key -> KeyFinding.all(bucket, key, upload).stream()),
                        expirations(facts.expirations(), upload.prefix()).stream(),
                        Stream.of(
                                encryption(bucket, facts.encryption()),
                                ownership(facts.ownership()),
                                PublicFinding.blocked(facts.unblocked()),
                                PublicFinding.policy(facts.policyIsPublic(), facts.unblocked()),
                                objectLock(facts.objectLock()),
                                versioning(facts.versioning()),
                                requesterPays(facts.requesterPays())))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(Finding::weight))
                .toList();
    }

    static <T> Finding of(Sight<T> sight, String id, Fault title, Function<T, Finding> judge) {
        return switch (sight) {
            case Sight.Seen<T>(T value) -> judge.apply(value);
            case Sight.Unseen<T>(var failure) -> Finding.unseen(id, title, failure);
        };
    }

    /** One finding for each rule that deletes deliveries, the soonest first; one in all where none does. */
    static List<Finding> expirations(Sight<List<Expiration>> sight, KeyPrefix prefix) {
        String id = "bucket.lifecycle";
        Fault title = Fault.of("finding.lifecycle");
        return switch (sight) {
            case Sight.Unseen<List<Expiration>>(var failure) -> List.of(Finding.unseen(id, title, failure));
            case Sight.Seen<List<Expiration>>(List<Expiration> rules) -> {
                List<Finding> found = rules.stream()
                        .filter(rule -> deletes(rule, prefix))
                        .sorted(Comparator.comparingInt(rule -> days(rule.due())))
                        .map(rule -> Finding.look(id, title(rule.due()), covers(rule), remedy(rule)))
                        .toList();
                yield found.isEmpty() ? List.of(Finding.fine(id, title, Fault.of("finding.lifecycle.none"))) : found;
            }
        };
    }

    /** ThoughtSpot's files carry no tags, and lie in folders that it names itself. */
    private static boolean deletes(Expiration rule, KeyPrefix prefix) {
        if (rule.tagged() || rule.largerThan() >= LARGEST_FILE) return false;
        String file = prefix + FOLDER;
        return file.startsWith(rule.prefix()) || rule.prefix().startsWith(file);
    }

    private static int days(Expiration.Due due) {
        return switch (due) {
            case Expiration.Due.After(int days) -> days;
            case Expiration.Due.From _ -> 0;
        };
    }

    private static Fault title(Expiration.Due due) {
        return switch (due) {
            case Expiration.Due.After(int days) when days == 1 -> Fault.of("finding.lifecycle.day");
            case Expiration.Due.After(int days) -> Fault.of("finding.lifecycle.days", days);
            case Expiration.Due.From(var date) -> Fault.of("finding.lifecycle.date", date);
        };
    }

    private static Fault covers(Expiration rule) {
        return rule.prefix().isEmpty()
                ? Fault.of("finding.lifecycle.all", rule.id())
                : Fault.of("finding.lifecycle.covers", rule.id(), rule.prefix());
    }

    private static Fault remedy(Expiration rule) {
        return Fault.of(rule.prefix().isEmpty() ? "finding.lifecycle.limit" : "finding.lifecycle.remedy");
    }

    static Finding encryption(Located bucket, Sight<Encryption> sight) {
        String id = "bucket.encryption";
        Fault title = Fault.of("finding.encryption");
        return of(sight, id, title, encryption -> switch (encryption) {
            case Encryption.S3Keys _ -> Finding.fine(id, title, Fault.of("finding.encryption.s3"));
            // The key's policy can't be changed, and lets in whoever S3 lets in within the account.
            case Encryption.AwsManagedKey _ -> Finding.fine(id, title, Fault.of("finding.encryption.aws-key"));
            case Encryption.OwnKey(KmsKeyArn key) -> ownKey(bucket, key);
        });
    }

    private static Finding ownKey(Located bucket, KmsKeyArn key) {
        String id = "bucket.encryption";
        Optional<String> owner = Arn.parse(key.value()).map(Arn::account);
        if (owner.equals(Optional.of(bucket.owner().value())))
            return Finding.know(
                    id, Fault.of("finding.encryption.own-key"), Fault.of("finding.encryption.own-key.says", key));
        return Finding.look(
                id,
                Fault.of("finding.encryption.foreign-key"),
                Fault.of("finding.encryption.foreign-key.says", key, owner.orElse("")),
                Fault.of("finding.encryption.foreign-key.remedy"));
    }

    static Finding objectLock(Sight<ObjectLock> sight) {
        String id = "bucket.object-lock";
        Fault title = Fault.of("finding.object-lock");
        return of(sight, id, title, lock -> switch (lock) {
            case OFF -> Finding.fine(id, title, Fault.of("finding.object-lock.off"));
            case ON -> Finding.fine(id, title, Fault.of("finding.object-lock.on-request"));
            case BY_DEFAULT ->
                Finding.look(
                        id,
                        Fault.of("finding.object-lock.on"),
                        Fault.of("finding.object-lock.says"),
                        Fault.of("finding.object-lock.remedy"));
        });
    }

    static Finding versioning(Sight<Versioning> sight) {
        String id = "bucket.versioning";
        Fault title = Fault.of("finding.versioning");
        return of(sight, id, title, versioning -> switch (versioning) {
            case ON -> Finding.fine(id, title, Fault.of("finding.versioning.on"));
            case OFF, SUSPENDED ->
                Finding.know(id, Fault.of("finding.versioning.off"), Fault.of("finding.versioning.says"));
        });
    }

    static Finding requesterPays(Sight<Boolean> sight) {
        String id = "bucket.requester-pays";
        Fault title = Fault.of("finding.requester-pays");
        return of(
                sight,
                id,
                title,
                on -> on
                        ? Finding.know(
                                id, Fault.of("finding.requester-pays.on"), Fault.of("finding.requester-pays.says"))
                        : Finding.fine(id, title, Fault.of("finding.requester-pays.off")));
    }

    /** Whatever the setting is, what a role of the owner's account writes is the owner's. */
    static Finding ownership(Sight<Ownership> sight) {
        String id = "bucket.ownership";
        Fault title = Fault.of("finding.ownership");
        return of(sight, id, title, ownership -> switch (ownership) {
            case BUCKET_OWNER_ENFORCED -> Finding.fine(id, title, Fault.of("finding.ownership.enforced"));
            case BUCKET_OWNER_PREFERRED, OBJECT_WRITER ->
                Finding.fine(id, title, Fault.of("finding.ownership.by-role"));
        });
    }
}
