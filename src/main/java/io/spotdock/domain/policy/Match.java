package io.spotdock.domain.policy;

import java.util.function.Function;

/**
 * Whether something applies to a request.
 *
 * @param why for {@link Answer#UNKNOWN}, what can't be judged, as the object of "hangs on"; else empty
 */
record Match(Answer answer, String why) {
    static final Match YES = new Match(Answer.YES, "");
    static final Match NO = new Match(Answer.NO, "");

    /** The third value is for what can't be told. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    static Match of(boolean applies) {
        return applies ? YES : NO;
    }

    static Match unknown(String why) {
        return new Match(Answer.UNKNOWN, why);
    }

    boolean isYes() {
        return answer == Answer.YES;
    }

    boolean isNo() {
        return answer == Answer.NO;
    }

    /** A sure "no" settles it, whatever else can't be told. */
    Match and(Match other) {
        if (isNo() || other.isNo()) return NO;
        return isYes() ? other : this;
    }

    /** A sure "yes" settles it, whatever else can't be told. */
    Match or(Match other) {
        if (isYes() || other.isYes()) return YES;
        return isNo() ? other : this;
    }

    Match not() {
        return switch (answer) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> this;
        };
    }

    static <T> Match any(Iterable<T> items, Function<T, Match> judge) {
        Match match = NO;
        for (T item : items) {
            match = match.or(judge.apply(item));
            if (match.isYes()) return YES;
        }
        return match;
    }

    static <T> Match all(Iterable<T> items, Function<T, Match> judge) {
        return any(items, item -> judge.apply(item).not()).not();
    }
}
