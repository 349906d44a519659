package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
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
        Exchange.Answer answer = fault().orElseGet(() -> cluster.answer(exchange, path));
        if (ThoughtSpotFault.DROP.takeOne(faults)) answer = Exchange.Answer.dropped();
        String action = route.map(Route::path).orElse(path.isEmpty() ? exchange.rawPath() : path);
        calls.add(new CallLog.Call(
                "thoughtspot", action, route.map(Route::writes).orElse(false), answer.drop() ? 0 : answer.status()));
        return answer;
    }

    private Optional<Exchange.Answer> fault() {
        if (ThoughtSpotFault.DROP_BEFORE.takeOne(faults)) return Optional.of(Exchange.Answer.dropped());
        if (ThoughtSpotFault.THROTTLE.takeOne(faults)) {
            Exchange.Answer error = Replies.error(429, "Too many requests");
            return Optional.of(new Exchange.Answer(
                    429, Map.of("Content-Type", "application/json", "Retry-After", "1"), error.body()));
        }
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
