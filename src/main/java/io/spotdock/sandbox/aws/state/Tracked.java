package io.spotdock.sandbox.aws.state;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something of IAM that STS and S3 see later than IAM itself, because IAM is eventually consistent (IAM User Guide,
 * "Troubleshooting IAM: changes that I make are not always immediately visible").
 */
public final class Tracked<T> {
    /** Whose eyes look. */
    public enum Sight {
        /** IAM's own. */
        NOW,
        /** Those of the services that authorise. */
        SEEN
    }

    private T current;
    private @Nullable T old;
    private int attemptsLeft;
    private Instant until = Instant.MIN;

    /** @param absent what the others see until the making of it has spread */
    public Tracked(T absent, T first, Propagation propagation) {
        current = absent;
        set(first, propagation);
    }

    public T get() {
        return current;
    }

    public void set(T value, Propagation propagation) {
        switch (propagation) {
            case Propagation.AtOnce _ -> {}
            case Propagation.Attempts(int count) -> {
                if (old == null) old = current;
                attemptsLeft = count;
            }
            case Propagation.Until(Instant instant) -> {
                if (old == null) old = current;
                until = instant;
            }
        }
        current = value;
    }

    public T at(Sight sight, Instant now) {
        return sight == Sight.SEEN ? pending(now).orElse(current) : current;
    }

    public boolean isPending(Instant now) {
        return pending(now).isPresent();
    }

    /** A decision hung on the change and was made without it. */
    public void missed() {
        if (attemptsLeft > 0) attemptsLeft--;
    }

    private Optional<T> pending(Instant now) {
        if (old != null && attemptsLeft <= 0 && !now.isBefore(until)) old = null;
        return Optional.ofNullable(old);
    }
}
