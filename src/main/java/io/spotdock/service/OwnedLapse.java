package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.port.Renewal.Lapse;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A lapse in which what a person gives is a session's own, be it taken or refused.
 *
 * @param taken hears of the former sign-in and of the one in its place
 * @param refused hears of one that is of no use
 */
record OwnedLapse<S>(Lapse<S> lapse, BiConsumer<S, S> taken, Consumer<S> refused) implements Lapse<S> {
    @Override
    public String where() {
        return lapse.where();
    }

    @Override
    public S signIn() {
        return lapse.signIn();
    }

    @Override
    public Failure.Expired why() {
        return lapse.why();
    }

    @Override
    public void take(S other) {
        boolean same = other.equals(signIn());
        try {
            lapse.take(other);
        } catch (RuntimeException e) {
            if (!same) refused.accept(other);
            throw e;
        }
        if (!same) taken.accept(signIn(), other);
    }
}
