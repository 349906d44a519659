package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.Gate;
import io.spotdock.sandbox.wire.Exchange;
import java.util.Map;
import java.util.Optional;

/** What stands before the cluster, such as a proxy with a bad day; it also keeps the log of calls. */
final class FaultyFront implements Exchange.Handler {
    private static final String BASE = "/api/rest/2.0";

    private final Cluster cluster;
    private final Faults faults;
    private final CallLog calls;

    FaultyFront(Cluster cluster, Faults faults, CallLog calls) {
        this.cluster = cluster;
        this.faults = faults;
        this.calls = calls;
    }

    @Override
    public Exchange.Answer answer(Exchange exchange) {
        String path = exchange.rawPath().startsWith(BASE) ? exchange.rawPath().substring(BASE.length()) : "";
        Optional<Route> route = cluster.route(path);
        String action = route.map(Route::path).orElse(path.isEmpty() ? exchange.rawPath() : path);
        boolean write = route.map(Route::writes).orElse(false);
        Exchange.Answer answer = faults.gate()
                .through(
                        "thoughtspot",
                        action,
                        write,
                        exchange.header("user-agent"),
                        () -> fault().orElseGet(() -> cluster.answer(exchange, path)),
                        FaultyFront::turnedAway);
        if (ThoughtSpotFault.DROP.takeOne(faults)) answer = Exchange.Answer.dropped();
        calls.add(new CallLog.Call("thoughtspot", action, write, answer.drop() ? 0 : answer.status()));
        return answer;
    }

    private static Exchange.Answer turnedAway(Gate.Ruling ruling) {
        return switch (ruling) {
            case PASS, DROP, SILENCE -> Exchange.Answer.dropped();
            case BREAK -> Replies.html(502, "502 Bad Gateway", "nginx");
            case THROTTLE -> throttled();
            case DENY -> Replies.error(403, "You are not authorized to perform this operation");
        };
    }

    private static Exchange.Answer throttled() {
        Exchange.Answer error = Replies.error(429, "Too many requests");
        return new Exchange.Answer(429, Map.of("Content-Type", "application/json", "Retry-After", "1"), error.body());
    }

    private Optional<Exchange.Answer> fault() {
        if (ThoughtSpotFault.DROP_BEFORE.takeOne(faults)) return Optional.of(Exchange.Answer.dropped());
        if (ThoughtSpotFault.THROTTLE.takeOne(faults)) return Optional.of(throttled());
        boolean even = ThoughtSpotFault.ERROR
                .value(faults)
                .filter(left -> left.matches("[0-9]*[02468]"))
                .isPresent();
        if (ThoughtSpotFault.ERROR.takeOne(faults))
            return Optional.of(
                    even
                            ? Replies.html(503, "503 Service Temporarily Unavailable", "nginx")
                            : Replies.html(502, "502 Bad Gateway", "nginx"));
        if (ThoughtSpotFault.HTML.isOn(faults))
            return Optional.of(Replies.html(200, "Sign in", "Sign in with your company account to continue."));
        return Optional.empty();
    }
}
