package io.spotdock.service.fleet;

import io.spotdock.domain.Failure;

/** How the work on one integration ended. */
public sealed interface Ended<T> {
    /** With a result, which may itself tell of something wrong. */
    record Good<T>(T value) implements Ended<T> {}

    /** Without one. */
    record Bad<T>(Failure failure) implements Ended<T> {}

    /** Before its end, or never begun: the run was cancelled. */
    record Cancelled<T>() implements Ended<T> {}
}
