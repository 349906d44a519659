package io.spotdock.domain;

import org.jspecify.annotations.Nullable;

/** A value was made from text its rule refuses. People's input is parsed with {@link Parsed} and never gets here. */
public final class IllegalValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    private IllegalValueException(Fault fault) {
        super(fault.key() + " " + fault.arguments());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** Throws unless {@code fault} is null. */
    static void unlessNull(@Nullable Fault fault) {
        if (fault != null) throw new IllegalValueException(fault);
    }
}
