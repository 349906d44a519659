package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import java.util.Optional;

/**
 * Something about a bucket that a delivery depends on.
 *
 * @param id stable, such as {@code bucket.lifecycle}; each rule of a lifecycle is a finding of its own
 * @param title a sentence without its full stop; of what is {@link Weight#FINE} or could not be looked at, a word or two
 *     as they stand within a sentence, so that several can share a row ("Ownership, public access, Object Lock")
 * @param remedy what to do; always there when it is {@link Weight#BAD} or needs a {@link Weight#LOOK}
 * @param failure there when it could not be looked at
 */
public record Finding(
        String id, Weight weight, Fault title, Fault sentence, Optional<Fault> remedy, Optional<Failure> failure) {
    public Finding {
        boolean wants = weight == Weight.BAD || weight == Weight.LOOK;
        if (wants && remedy.isEmpty()) throw new IllegalArgumentException("no remedy: " + id);
    }

    /** How much it matters, the worst first. */
    public enum Weight {
        /** A delivery fails. */
        BAD,
        /** A delivery may fail, or a file be lost. */
        LOOK,
        /** It does no harm, and may surprise. */
        KNOW,
        FINE
    }

    static Finding bad(String id, Fault title, Fault sentence, Fault remedy) {
        return new Finding(id, Weight.BAD, title, sentence, Optional.of(remedy), Optional.empty());
    }

    static Finding look(String id, Fault title, Fault sentence, Fault remedy) {
        return new Finding(id, Weight.LOOK, title, sentence, Optional.of(remedy), Optional.empty());
    }

    static Finding know(String id, Fault title, Fault sentence) {
        return new Finding(id, Weight.KNOW, title, sentence, Optional.empty(), Optional.empty());
    }

    static Finding fine(String id, Fault title, Fault sentence) {
        return new Finding(id, Weight.FINE, title, sentence, Optional.empty(), Optional.empty());
    }

    /** What was not seen; where that is not for want of a right, somebody should look. */
    static Finding unseen(String id, Fault title, Failure failure) {
        Optional<Failure> why = Optional.of(failure);
        return switch (failure) {
            case Failure.Denied f ->
                new Finding(
                        id, Weight.KNOW, title, Fault.of("finding.unseen.denied", f.action()), Optional.empty(), why);
            case Failure.Conflict f ->
                new Finding(id, Weight.LOOK, title, f.evidence(), Optional.of(Fault.of("remedy.look-yourself")), why);
            case Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Invalid _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.Expired _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ ->
                new Finding(id, Weight.KNOW, title, Fault.of("finding.unseen"), Optional.empty(), why);
        };
    }

    /** The same, as the outcome of a check. */
    Verdict verdict() {
        if (weight == Weight.KNOW && failure.isPresent()) return new Verdict.Skipped(sentence);
        return switch (weight) {
            case BAD -> new Verdict.Failed(sentence, remedy.orElseThrow(), "");
            case LOOK -> new Verdict.Warned(sentence, remedy.orElseThrow());
            case KNOW, FINE -> new Verdict.Passed(sentence);
        };
    }
}
