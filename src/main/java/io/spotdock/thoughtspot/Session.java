package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Org;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.network.http.Reply;
import io.spotdock.network.http.Wire;
import io.spotdock.port.Relay;
import io.spotdock.port.Renewal;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService.SessionUser;
import io.spotdock.port.WebhookService.TokenLife;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signed in to one Org: sends calls with a token that holds, and stays in that Org, be it with another sign-in when the first
 * is no longer accepted. Thread-safe.
 */
final class Session {
    private final Wire wire;
    private final ThoughtSpotHost host;
    private final Function<SignIn, TokenKeeper> keepers;
    private final Patience patience;
    private final Optional<String> wantedOrg;
    private final Renewal<SignIn> renewal;
    private final Relay<TokenKeeper> tokens;
    private volatile @Nullable Entered opened;

    /** No more than that is kept: the user may be in a thousand Orgs. */
    private record Entered(String user, Org org, Set<String> privileges) {
        static Entered of(SessionUser user) {
            return new Entered(user.name(), user.currentOrg(), user.privileges());
        }
    }

    Session(
            Wire wire,
            ThoughtSpotHost host,
            SignIn signIn,
            Function<SignIn, TokenKeeper> keepers,
            Patience patience,
            Optional<String> wantedOrg,
            Renewal<SignIn> renewal) {
        this.wire = wire;
        this.host = host;
        this.tokens = new Relay<>(keepers.apply(signIn));
        this.keepers = keepers;
        this.patience = patience;
        this.renewal = renewal;
        this.wantedOrg = wantedOrg.map(String::strip).filter(text -> !text.isEmpty());
    }

    ThoughtSpotFailures failures() {
        return tokens.now().failures();
    }

    Patience patience() {
        return patience;
    }

    /** The Org all calls concern. */
    Org org() {
        return open().org();
    }

    /** Asks anew who is signed in. */
    SessionUser user() {
        open();
        return askUser();
    }

    /** How long the token lives, where ThoughtSpot tells. */
    Optional<TokenLife> tokenLife() {
        open();
        return tokens.now().life();
    }

    /** A call that may come to nothing: its answer, whatever the status. */
    Optional<Reply.Answer> ask(Call call, Optional<ObjectNode> body) {
        open();
        return send(call, body, "") instanceof Reply.Answer answer ? Optional.of(answer) : Optional.empty();
    }

    /** A call that must succeed: its good answer. */
    Reply.Answer read(Call call, Optional<ObjectNode> body) {
        open();
        return good(call, send(call, body, ""));
    }

    /**
     * A call that changes something. Where it is in doubt whether it was carried out, {@code look} tells; only when it
     * was not, and the trouble may pass, is it made again.
     */
    <T> T write(
            Call call, ObjectNode body, String identifier, Function<Reply.Answer, T> done, Supplier<Optional<T>> look) {
        return write(call, Optional.of(body), identifier, done, look);
    }

    /** The same, perhaps without a body. */
    <T> T write(
            Call call,
            Optional<ObjectNode> body,
            String identifier,
            Function<Reply.Answer, T> done,
            Supplier<Optional<T>> look) {
        open();
        boolean doubt = false;
        for (int attempt = 1; ; attempt++) {
            Reply reply = send(call, body, identifier);
            if (reply instanceof Reply.Answer answer && answer.isGood()) return done.apply(answer);
            doubt |= reply.leavesDoubt();
            if (doubt) {
                Optional<T> found = looked(look, call, reply);
                if (found.isPresent()) return found.get();
            }
            if (!reply.isTransient() || !patience.waited(attempt, reply)) throw failure(call, reply);
        }
    }

    /** A call with effects that is made once, whatever comes. */
    Reply.Answer once(Call call, ObjectNode body) {
        open();
        return good(call, send(call, Optional.of(body), ""));
    }

    FailureException failure(Call call, Reply reply) {
        Entered known = opened;
        return failures().of(call, reply, known == null ? "" : known.user());
    }

    private <T> Optional<T> looked(Supplier<Optional<T>> look, Call call, Reply reply) {
        try {
            return look.get();
        } catch (FailureException e) {
            // Without a look nothing may be repeated; the first trouble is the one to tell.
            FailureException first = failure(call, reply);
            first.addSuppressed(e);
            throw first;
        }
    }

    private Reply.Answer good(Call call, Reply reply) {
        if (reply instanceof Reply.Answer answer && answer.isGood()) return answer;
        throw failure(call, reply);
    }

    /**
     * Sends, and again with another sign-in where the present one is no longer accepted. ThoughtSpot looks at the token before it
     * looks at what is called for, so that such a call has done nothing, and may be repeated whatever it was.
     */
    private Reply send(Call call, Optional<ObjectNode> body, String identifier) {
        while (true) {
            Relay.Turn<TokenKeeper> turn = tokens.turn();
            try {
                Reply reply = sendWith(turn.held(), call, body, identifier);
                if (!isRefused(reply) || !isPassedOn(turn, failure(call, reply))) return reply;
            } catch (FailureException e) {
                if (!isPassedOn(turn, e)) throw e;
            }
        }
    }

    /** A sign-in that never worked is wrong, not over. */
    private boolean isPassedOn(Relay.Turn<TokenKeeper> turn, FailureException refusal) {
        Entered known = opened;
        return known != null
                && refusal.failure() instanceof Failure.Expired why
                && tokens.isPassedOn(turn, used -> renewal.renew(new Lapsed(used.signIn(), known, why)));
    }

    private Reply sendWith(TokenKeeper keeper, Call call, Optional<ObjectNode> body, String identifier) {
        Supplier<Reply> once = () -> {
            Reply reply = sendSigned(keeper, call, body, identifier);
            return isRefused(reply) && keeper.renew() ? sendSigned(keeper, call, body, identifier) : reply;
        };
        return call.isRead() ? patience.repeat(once) : once.get();
    }

    private static boolean isRefused(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.status() == 401;
    }

    private Reply sendSigned(TokenKeeper keeper, Call call, Optional<ObjectNode> body, String identifier) {
        return wire.send(keeper.authorise(HttpRequests.json(host, call, identifier, body))
                .build());
    }

    private final class Lapsed implements Renewal.Lapse<SignIn> {
        private final SignIn signIn;
        private final Entered known;
        private final Failure.Expired why;

        Lapsed(SignIn signIn, Entered known, Failure.Expired why) {
            this.signIn = signIn;
            this.known = known;
            this.why = why;
        }

        @Override
        public String where() {
            return host.name();
        }

        @Override
        public SignIn signIn() {
            return signIn;
        }

        @Override
        public Failure.Expired why() {
            return why;
        }

        @Override
        public void take(SignIn other) {
            Session candidate = new Session(
                    wire,
                    host,
                    other,
                    keepers,
                    patience,
                    Optional.of(known.org().name()),
                    Renewal.none());
            try {
                Entered entered = candidate.open();
                if (entered.org().id() != known.org().id())
                    throw candidate
                            .failures()
                            .orgElsewhere(known.org().name(), entered.org().name());
                Set<String> missing = new TreeSet<>(known.privileges());
                missing.removeAll(entered.privileges());
                if (!missing.isEmpty()) throw candidate.failures().rightsMissing(entered.user(), missing);
                TokenKeeper former = tokens.now();
                opened = entered;
                tokens.take(candidate.tokens.now());
                former.close();
            } catch (RuntimeException e) {
                candidate.close();
                throw e;
            }
        }
    }

    /** Forgets what was fetched. */
    void close() {
        tokens.now().close();
    }

    private synchronized Entered open() {
        Entered known = opened;
        if (known != null) return known;
        SessionUser user = askUser();
        if (wantedOrg.isPresent() && !Orgs.names(user.currentOrg(), wantedOrg.get()))
            user = enter(user, wantedOrg.get());
        Entered entered = Entered.of(user);
        opened = entered;
        return entered;
    }

    private SessionUser enter(SessionUser user, String wanted) {
        if (tokens.now().isGiven())
            throw failures().orgElsewhere(wanted, user.currentOrg().name());
        Org org = Orgs.find(user.orgs(), wanted)
                .or(() -> Orgs.find(searchOrgs(wanted), wanted))
                .orElseThrow(() -> failures().orgUnknown(wanted));
        tokens.now().enter(org.id(), wanted);
        SessionUser entered = askUser();
        if (entered.currentOrg().id() != org.id())
            throw failures().orgElsewhere(wanted, entered.currentOrg().name());
        return entered;
    }

    private SessionUser askUser() {
        Reply.Answer answer = good(Call.SESSION_USER, send(Call.SESSION_USER, Optional.empty(), ""));
        return Json.read(answer.body())
                .flatMap(SessionReader::user)
                .orElseThrow(() -> failures().notUnderstood(Call.SESSION_USER, answer));
    }

    /** Needs ORG_ADMINISTRATION; without it the user's own list has to do. */
    private List<Org> searchOrgs(String wanted) {
        Reply reply = send(Call.ORGS_SEARCH, Optional.of(Json.object().put("org_identifier", wanted)), "");
        if (!(reply instanceof Reply.Answer answer) || answer.status() >= 500 || answer.status() == 429)
            throw failure(Call.ORGS_SEARCH, reply);
        JsonNode json = Json.read(answer.body()).orElseGet(Json::object);
        return answer.isGood() ? Orgs.list(json) : List.of();
    }
}
