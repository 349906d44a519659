package io.spotdock.sandbox.control;

import java.util.ArrayList;
import java.util.List;

/** Every call that reached the sandbox, in order, so that tests can count them. Thread-safe. */
public final class CallLog {
    /**
     * A call.
     *
     * @param service {@code s3}, {@code iam}, {@code sts}, {@code thoughtspot}, {@code google} or {@code receiver}
     * @param action the API's own name, such as {@code CreateRole}; for ThoughtSpot the path after {@code /api/rest/2.0};
     *     for the receiver the method
     * @param write whether it changes something when it succeeds
     * @param status the HTTP status answered; 0 for a dropped connection
     */
    public record Call(String service, String action, boolean write, int status) {}

    private final List<Call> calls = new ArrayList<>();

    public synchronized void add(Call call) {
        calls.add(call);
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
    }
}
