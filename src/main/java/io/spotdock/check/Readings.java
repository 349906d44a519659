package io.spotdock.check;

import io.spotdock.domain.KmsKeyArn;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.port.Cloud;
import java.util.Optional;
import java.util.function.Supplier;

/** What checks look at and a plan does not; each is read once, when it is first asked for. Thread-safe. */
final class Readings {
    private final Once<RoleRights> rights;
    private final Once<Optional<KeyFacts>> key;

    Readings(Cloud cloud, Supplier<Observed> observed) {
        rights = new Once<>(
                () -> RoleRights.read(cloud.roles(), observed.get().role().orElseThrow()));
        key = new Once<>(() -> encryptingWith(observed.get()).map(arn -> KeyFacts.read(cloud.keys(), arn)));
    }

    private static Optional<KmsKeyArn> encryptingWith(Observed observed) {
        return observed.bucket() instanceof BucketSight.Ours ours
                ? ours.bucket().protection().kmsKey()
                : Optional.empty();
    }

    /** Of a role that is there. */
    RoleRights rights() {
        return rights.get();
    }

    /** Empty where the bucket encrypts with no KMS key that is named. */
    Optional<KeyFacts> key() {
        return key.get();
    }
}
