package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import java.util.Optional;

/**
 * A check that has been run, or was not reached.
 *
 * @param failure there when something outside failed under the check
 * @param said the outside's own text; may be empty
 */
public record CheckResult(
        String id,
        CheckGroup group,
        Strength strength,
        Status status,
        Optional<Fault> evidence,
        Optional<Fault> remedy,
        Optional<Failure> failure,
        String said) {

    /** How a check ended. */
    public enum Status {
        PASSED("passed"),
        FAILED("failed"),
        WARNED("warned"),
        SKIPPED("skipped"),
        NOT_REACHED("not-reached");

        private final String id;

        Status(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    public static CheckResult of(Check check, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed v -> result(check, Status.PASSED, v.evidence(), Optional.empty(), "");
            case Verdict.Warned v -> result(check, Status.WARNED, v.evidence(), Optional.of(v.remedy()), "");
            case Verdict.Failed v -> result(check, Status.FAILED, v.evidence(), Optional.of(v.remedy()), v.said());
            case Verdict.Skipped v -> result(check, Status.SKIPPED, v.evidence(), Optional.empty(), "");
        };
    }

    public static CheckResult failed(Check check, Failure failure) {
        return new CheckResult(
                check.id(),
                check.group(),
                check.strength(),
                Status.FAILED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(failure),
                failure.said());
    }

    /** The same after what it found was put right. */
    CheckResult passed(Fault nowSeen) {
        return new CheckResult(
                id, group, strength, Status.PASSED, Optional.of(nowSeen), Optional.empty(), Optional.empty(), "");
    }

    public static CheckResult notReached(Check check) {
        return new CheckResult(
                check.id(),
                check.group(),
                check.strength(),
                Status.NOT_REACHED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** Skipped because something it needs was. */
    public static CheckResult skippedWith(Check check, CheckResult need) {
        return new CheckResult(
                check.id(),
                check.group(),
                check.strength(),
                Status.SKIPPED,
                need.evidence(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static CheckResult result(Check check, Status status, Fault evidence, Optional<Fault> remedy, String said) {
        return new CheckResult(
                check.id(),
                check.group(),
                check.strength(),
                status,
                Optional.of(evidence),
                remedy,
                Optional.empty(),
                said);
    }
}
