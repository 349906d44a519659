package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.wire.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The end points with the state behind them: finds the one that is meant, and checks token and privilege. */
final class Cluster {
    private static final String LOG_IN = "/auth/token/full";

    private final Tokens tokens;
    private final Faults faults;
    private final AccountRoutes accounts;
    private final ScheduleRuns runs;
    private final Retries retries;
    private final List<Route> routes;
    private final Still still;

    Cluster(SandboxOptions options, Directory directory, Tokens tokens, Courier courier, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
        Webhooks webhooks = new Webhooks(options.clock());
        Preferences preferences = new Preferences();
        still = new Still(directory, webhooks, preferences);
        Jobs jobs = new Jobs(options.clock());
        Schedules schedules = new Schedules(options.clock());
        accounts = new AccountRoutes(directory, tokens, faults);
        runs = new ScheduleRuns(schedules, webhooks, preferences, courier, jobs, faults, options.clock());
        retries = new Retries(jobs, webhooks, courier);
        routes = Stream.of(
                        accounts.routes(),
                        new StorageConfigRoute(options).routes(),
                        new WebhookRoutes(options.gcpHosted(), directory, webhooks, faults).routes(),
                        new PreferenceRoutes(directory, preferences).routes(),
                        new ChannelRoutes(webhooks, courier, jobs, faults).routes(),
                        new ScheduleRoutes(directory, schedules, faults).routes())
                .flatMap(List::stream)
                .toList();
    }

    Still still() {
        return still;
    }

    Optional<Route> route(String path) {
        if (path.equals(LOG_IN))
            return Optional.of(Route.reading("POST", LOG_IN, Set.of(), request -> accounts.token(request.body())));
        return routes.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    Exchange.Answer answer(Exchange exchange, String path) {
        Optional<Route> route = route(path);
        if (route.isEmpty() || !ReleaseRules.now(faults).has(route.get())) return Replies.empty(404);
        if (!route.get().method().equals(exchange.method())) return Replies.empty(405);
        try {
            runs.runDue();
            retries.runDue();
            if (path.equals(LOG_IN)) return accounts.token(body(exchange));
            Session session = session(exchange);
            if (!session.user().hasAny(route.get().privileges()))
                throw ApiError.forbidden("User " + session.user().name() + " needs one of the privileges "
                        + String.join(
                                ", ", route.get().privileges().stream().sorted().toList()));
            String id = route.get().match(path).orElse("");
            return route.get().handler().answer(new Route.Request(session, id, body(exchange)));
        } catch (ApiError error) {
            return Replies.error(error);
        } catch (RuntimeException bug) {
            return Replies.error(500, "Internal error: " + bug);
        }
    }

    private Session session(Exchange exchange) {
        Optional<String> token = exchange.header("authorization")
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
        if (ThoughtSpotFault.EXPIRE_TOKEN.takeLast(faults)) token.ifPresent(tokens::end);
        return token.filter(_ -> !ThoughtSpotFault.REJECT_TOKEN.isOn(faults))
                .flatMap(tokens::grant)
                .map(Tokens.Grant::session)
                .orElseThrow(() -> ApiError.unauthorized("Unauthorized: the token is missing, invalid or expired"));
    }

    private static Body body(Exchange exchange) {
        boolean json = exchange.header("content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        if (exchange.body().length > 0 && !json)
            throw ApiError.invalid("The request's Content-Type must be application/json");
        return Body.parse(exchange.body());
    }
}
