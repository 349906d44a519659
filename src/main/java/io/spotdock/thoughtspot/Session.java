package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Org;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookService.SessionUser;
import io.spotdock.port.WebhookService.TokenLife;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signed in to one Org: sends calls with a token that holds, and stays in that Org. Thread-safe. */
final class Session {
    private final Wire wire;
    private final ThoughtSpotHost host;
    private final TokenKeeper tokens;
    private final Patience patience;
    private final ThoughtSpotFailures failures;
    private final Optional<String> wantedOrg;
    private @Nullable Entered opened;

    /** No more than that is kept: the user may be in a thousand Orgs. */
    private record Entered(String user, Org org) {}

    Session(
            Wire wire,
            ThoughtSpotHost host,
            TokenKeeper tokens,
            Patience patience,
            ThoughtSpotFailures failures,
            Optional<String> wantedOrg) {
        this.wire = wire;
        this.host = host;
        this.tokens = tokens;
        this.patience = patience;
        this.failures = failures;
        this.wantedOrg = wantedOrg.map(String::strip).filter(text -> !text.isEmpty());
    }

    ThoughtSpotFailures failures() {
        return failures;
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
        return tokens.life();
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
        return failures.of(call, reply, known == null ? "" : known.user());
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

    private Reply send(Call call, Optional<ObjectNode> body, String identifier) {
        Supplier<Reply> once = () -> {
            Reply reply = sendSigned(call, body, identifier);
            boolean refused = reply instanceof Reply.Answer answer && answer.status() == 401;
            return refused && tokens.renew() ? sendSigned(call, body, identifier) : reply;
        };
        return call.isRead() ? patience.repeat(once) : once.get();
    }

    private Reply sendSigned(Call call, Optional<ObjectNode> body, String identifier) {
        return wire.send(tokens.authorise(HttpRequests.json(host, call, identifier, body))
                .build());
    }

    private synchronized Entered open() {
        Entered known = opened;
        if (known != null) return known;
        SessionUser user = askUser();
        if (wantedOrg.isPresent() && !Orgs.names(user.currentOrg(), wantedOrg.get()))
            user = enter(user, wantedOrg.get());
        Entered entered = new Entered(user.name(), user.currentOrg());
        opened = entered;
        return entered;
    }

    private SessionUser enter(SessionUser user, String wanted) {
        if (tokens.isGiven())
            throw failures.orgElsewhere(wanted, user.currentOrg().name());
        Org org = Orgs.find(user.orgs(), wanted)
                .or(() -> Orgs.find(searchOrgs(wanted), wanted))
                .orElseThrow(() -> failures.orgUnknown(wanted));
        tokens.enter(org.id(), wanted);
        SessionUser entered = askUser();
        if (entered.currentOrg().id() != org.id())
            throw failures.orgElsewhere(wanted, entered.currentOrg().name());
        return entered;
    }

    private SessionUser askUser() {
        Reply.Answer answer = good(Call.SESSION_USER, send(Call.SESSION_USER, Optional.empty(), ""));
        return Json.read(answer.body())
                .flatMap(SessionReader::user)
                .orElseThrow(() -> failures.notUnderstood(Call.SESSION_USER, answer));
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
