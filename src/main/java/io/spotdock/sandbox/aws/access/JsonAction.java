package io.spotdock.sandbox.aws.access;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One action of an API of AWS's JSON protocol.
 *
 * @param write whether it changes something
 */
public record JsonAction(String name, boolean write, Handler handler) {
    /** Authorises, acts, and fills in the answer. */
    @FunctionalInterface
    public interface Handler {
        void run(JsonCall call, ObjectNode answer);
    }

    public static JsonAction reads(String name, Handler handler) {
        return new JsonAction(name, false, handler);
    }

    public static JsonAction writes(String name, Handler handler) {
        return new JsonAction(name, true, handler);
    }
}
