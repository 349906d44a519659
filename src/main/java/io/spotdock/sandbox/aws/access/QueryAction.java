package io.spotdock.sandbox.aws.access;

import io.spotdock.sandbox.wire.Xml;

/**
 * One action of a query API.
 *
 * @param write whether it changes something
 */
public record QueryAction(String name, boolean write, Handler handler) {
    /** Authorises, acts, and writes the elements of the result. */
    @FunctionalInterface
    public interface Handler {
        void run(QueryCall call, Xml result);
    }

    public static QueryAction reads(String name, Handler handler) {
        return new QueryAction(name, false, handler);
    }

    public static QueryAction writes(String name, Handler handler) {
        return new QueryAction(name, true, handler);
    }
}
