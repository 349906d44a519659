package io.spotdock.domain;

/** The one exception a port throws. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        // The outside's own text stays out of the message, so that no log or crash text repeats it unread.
        super(failure.getClass().getSimpleName());
        this.failure = failure;
    }

    public FailureException(Failure failure, Throwable cause) {
        this(failure);
        initCause(cause);
    }

    public Failure failure() {
        return failure;
    }
}
