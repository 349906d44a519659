package io.spotdock.domain;

import java.util.Arrays;
import java.util.function.Function;

/** A token, password or key. Never printed, never serialised; wiped when closed. Thread-safe. */
public final class Secret implements AutoCloseable {
    private final char[] characters;
    private boolean wiped;

    public Secret(char[] characters) {
        this.characters = characters.clone();
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /**
     * Lends the secret for one use; the receiver must not keep it.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public synchronized <R> R use(Function<String, R> receiver) {
        if (wiped) throw new IllegalStateException("the secret has been wiped");
        return receiver.apply(new String(characters));
    }

    public synchronized boolean isEmpty() {
        return characters.length == 0;
    }

    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        wiped = true;
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
