package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Extra;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Passes on results in the order of the checks, each as soon as all before it have ended, for lists that only grow at
 * their end, as a terminal's do. Everything else is passed on at once. Closing passes on what is still held back: after a
 * run that was cancelled, those before it never end.
 */
public final class InOrder implements Event.Sink, AutoCloseable {
    private final Event.Sink sink;
    private final Deque<String> awaited = new ArrayDeque<>();
    private final Map<String, CheckResult> early = new HashMap<>();

    InOrder(List<Check> checks, Event.Sink sink) {
        this.sink = sink;
        checks.forEach(check -> awaited.add(check.id()));
    }

    /** @param extras of which the checks are among them as well */
    public static InOrder ofCatalogue(Set<Extra> extras, Event.Sink sink) {
        return new InOrder(Catalogue.with(extras), sink);
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Checked(CheckResult result) && awaited.contains(result.id())) {
            early.put(result.id(), result);
            while (!awaited.isEmpty() && early.containsKey(awaited.peek())) passOnNext();
        } else sink.accept(event);
    }

    private void passOnNext() {
        Optional.ofNullable(early.remove(awaited.remove())).ifPresent(result -> sink.accept(new Event.Checked(result)));
    }

    @Override
    public void close() {
        while (!awaited.isEmpty()) passOnNext();
    }
}
