package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ObjectKey;
import io.spotdock.port.Buckets;
import io.spotdock.port.Objects;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * Removes test files with the operator's own rights: the very version that was written, since deleting without a version
 * only puts a delete marker over it (S3 User Guide, "Deleting object versions from a versioning-enabled bucket").
 */
record Removal(Objects objects, Buckets.Located bucket) {
    private static final String STILL_THERE = "check.delivery.removed.";

    /** How it ended. */
    sealed interface Outcome {
        /** @param version that is no longer kept, where the bucket keeps versions */
        record Gone(Optional<String> version) implements Outcome {}

        record StillThere(Fault evidence, Fault remedy) implements Outcome {}
    }

    /**
     * Removes a file.
     *
     * @param known what was written, where that is known; else it is looked for
     * @throws FailureException where something else than a right is missing
     */
    Outcome remove(ObjectKey key, Optional<Objects.Written> known) {
        return known.map(this::remove).orElseGet(() -> look(key));
    }

    private Outcome look(ObjectKey key) {
        try {
            Optional<Objects.Found> found = objects.find(bucket, key);
            return found.map(file -> remove(new Objects.Written(key, file.version())))
                    .orElseGet(() -> new Outcome.Gone(Optional.empty()));
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Denied)) throw e;
            // Whoever may not look may still be allowed to remove.
            return remove(new Objects.Written(key, Optional.empty()));
        }
    }

    private Outcome remove(Objects.Written file) {
        try {
            Optional<String> marker = objects.delete(bucket, file.key(), file.version());
            if (marker.isEmpty()) return new Outcome.Gone(file.version());
            // Only hidden: seen again, someone can remove it.
            objects.delete(bucket, file.key(), marker);
            return stillThere(file.key());
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Denied denied)) throw e;
            return refused(file.key(), denied, lockedUntil(file.key()));
        }
    }

    private Optional<Instant> lockedUntil(ObjectKey key) {
        try {
            return objects.find(bucket, key).flatMap(Objects.Found::lockedUntil);
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    private static Outcome.StillThere refused(ObjectKey key, Failure.Denied denied, Optional<Instant> lockedUntil) {
        if (lockedUntil.isPresent()) {
            var date = lockedUntil.get().atZone(ZoneOffset.UTC).toLocalDate();
            return new Outcome.StillThere(
                    Fault.of("check.delivery.removed.locked", key, date), Fault.of("remedy.locked", date));
        }
        String said = denied.said().toLowerCase(Locale.ROOT);
        if (said.contains("mfa authentication"))
            return new Outcome.StillThere(Fault.of("check.delivery.removed.mfa", key), Fault.of("remedy.mfa-delete"));
        if (said.contains("object lock"))
            return new Outcome.StillThere(
                    Fault.of("check.delivery.removed.held", key), Fault.of("remedy.remove-yourself", key));
        return stillThere(key);
    }

    private static Outcome.StillThere stillThere(ObjectKey key) {
        return new Outcome.StillThere(
                Fault.of("check.delivery.removed.no", key), Fault.of("remedy.remove-yourself", key));
    }

    /** The same, as the outcome of a check; what is gone is no leftover any more. */
    static Verdict verdict(Subject subject, ObjectKey key) {
        Removal removal = new Removal(subject.cloud().objects(), subject.bucket());
        return switch (removal.remove(key, subject.leftovers().known(key))) {
            case Outcome.Gone(Optional<String> version) -> {
                subject.leftovers().removed(key);
                yield version.map(gone -> Verdict.passed("check.delivery.removed.version", key, gone))
                        .orElseGet(() -> Verdict.passed("check.delivery.removed.yes", key));
            }
            case Outcome.StillThere(Fault evidence, Fault remedy) -> new Verdict.Warned(evidence, remedy);
        };
    }

    /** Whether a check found that it had to leave this file. */
    static boolean left(CheckResult result, ObjectKey key) {
        return result.status() == CheckResult.Status.WARNED
                && result.evidence()
                        .filter(evidence -> evidence.key().startsWith(STILL_THERE)
                                && evidence.arguments().getFirst().equals(key.toString()))
                        .isPresent();
    }
}
