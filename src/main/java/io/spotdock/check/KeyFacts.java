package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.port.Keys;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What was read of the KMS key that a bucket encrypts with, as far as it could be.
 *
 * @param key empty when there is no such key
 * @param grants principal's ARN → operations
 */
public record KeyFacts(
        KmsKeyArn arn,
        Sight<Optional<Keys.Key>> key,
        Sight<PolicyDocument> policy,
        Sight<Map<String, Set<String>>> grants) {

    public static KeyFacts read(Keys keys, KmsKeyArn arn) {
        Sight<Optional<Keys.Key>> key = tried(() -> there(keys, arn));
        boolean gone = key instanceof Sight.Seen<Optional<Keys.Key>>(Optional<Keys.Key> found) && found.isEmpty();
        if (gone) {
            Sight<PolicyDocument> nothing = new Sight.Unseen<>(new Failure.Missing("KMS key " + arn, ""));
            return new KeyFacts(arn, key, nothing, new Sight.Seen<>(Map.of()));
        }
        return new KeyFacts(arn, key, tried(() -> keys.policy(arn)), tried(() -> keys.grants(arn)));
    }

    private static Optional<Keys.Key> there(Keys keys, KmsKeyArn arn) {
        try {
            return Optional.of(keys.look(arn));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Missing) return Optional.empty();
            throw e;
        }
    }

    /** Rights to KMS are nobody's duty to have, and KMS may be out of reach where S3 is not. */
    private static <T> Sight<T> tried(Supplier<T> read) {
        try {
            return new Sight.Seen<>(read.get());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Expired) throw e;
            return new Sight.Unseen<>(e.failure());
        }
    }

    /** Whether a grant lets the principal do that; it need not have been possible to look. */
    boolean isGranted(String principalArn, String operation) {
        return grants instanceof Sight.Seen<Map<String, Set<String>>>(Map<String, Set<String>> seen)
                && seen.getOrDefault(principalArn, Set.of()).contains(operation);
    }
}
