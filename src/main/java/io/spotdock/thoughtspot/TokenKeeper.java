package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.network.http.Reply;
import io.spotdock.network.http.Wire;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService.TokenLife;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token of one sign-in: given, or fetched for a user and renewed before it runs out. Thread-safe. */
final class TokenKeeper implements AutoCloseable {
    /** What a header may carry (RFC 6750 section 2.1 is narrower, ThoughtSpot's own alphabet unpublished). */
    private static final Pattern LEGAL = Pattern.compile("[\\x21-\\x7e]+");

    /** The documented default of {@code validity_time_in_sec}. */
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);

    private final Wire wire;
    private final ThoughtSpotHost host;
    private final SignIn signIn;
    private final Patience patience;
    private final Redaction redaction;
    private final ThoughtSpotFailures failures;
    private Optional<Integer> org = Optional.empty();
    private @Nullable Secret fetched;
    private Instant renewAt = Instant.MAX;
    private Instant ends = Instant.MAX;

    TokenKeeper(
            Wire wire,
            ThoughtSpotHost host,
            SignIn signIn,
            Patience patience,
            Redaction redaction,
            ThoughtSpotFailures failures) {
        this.wire = wire;
        this.host = host;
        this.signIn = signIn;
        this.patience = patience;
        this.redaction = redaction;
        this.failures = failures;
    }

    /** The text key of a way of signing in. */
    static String key(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Token _ -> "sign-in.thoughtspot-token";
            case SignIn.Password _ -> "sign-in.thoughtspot-password";
            case SignIn.SecretKey _ -> "sign-in.thoughtspot-secret-key";
        };
    }

    SignIn signIn() {
        return signIn;
    }

    /** What goes wrong with this sign-in, in our words. */
    ThoughtSpotFailures failures() {
        return failures;
    }

    boolean isGiven() {
        return signIn instanceof SignIn.Token;
    }

    synchronized HttpRequest.Builder authorise(HttpRequest.Builder request) {
        Secret token = switch (signIn) {
            case SignIn.Token(Secret given) -> redaction.keep(given);
            case SignIn.Password _, SignIn.SecretKey _ -> current();
        };
        return use(token, value -> {
            // The JDK's own complaint about an illegal header quotes it.
            if (!LEGAL.matcher(value.strip()).matches()) throw failures.expired();
            return request.header("Authorization", "Bearer " + value.strip());
        });
    }

    /** Fetches a new token after the old one was refused; false where a token was given and there is no other. */
    synchronized boolean renew() {
        if (isGiven()) return false;
        fetch(false, "");
        return true;
    }

    /** From now on, tokens of this Org. */
    synchronized void enter(int id, String wanted) {
        org = Optional.of(id);
        fetch(true, wanted);
    }

    /**
     * How long the token lives: by the answer that brought it, or by ThoughtSpot's own look at a given one. A cluster
     * that can't or won't look only leaves it open.
     */
    synchronized Optional<TokenLife> life() {
        return switch (signIn) {
            case SignIn.Token(Secret given) -> lookedAt(given);
            case SignIn.Password _, SignIn.SecretKey _ ->
                Optional.ofNullable(fetched).map(_ -> new TokenLife(ends, untilThen(ends), true));
        };
    }

    private Optional<TokenLife> lookedAt(Secret given) {
        ObjectNode body = Json.object().put("token", reveal(given).strip());
        HttpRequest request = authorise(HttpRequests.json(host, Call.TOKEN_VALIDATE, "", Optional.of(body)))
                .build();
        if (!(wire.send(request) instanceof Reply.Answer answer) || !answer.isGood()) return Optional.empty();
        return Json.read(answer.body())
                .flatMap(json -> Validity.of(json).end())
                .filter(end -> untilThen(end).isPositive())
                .map(end -> new TokenLife(end, untilThen(end), false));
    }

    private Duration untilThen(Instant end) {
        return Duration.between(patience.clock().instant(), end);
    }

    private Secret current() {
        Secret now = fetched;
        if (now != null && patience.clock().instant().isBefore(renewAt)) return now;
        return fetch(false, "");
    }

    private Secret fetch(boolean entering, String wantedOrg) {
        HttpRequest request =
                HttpRequests.json(host, Call.TOKEN, "", Optional.of(body())).build();
        Reply reply = patience.repeat(() -> wire.send(request));
        if (!(reply instanceof Reply.Answer answer)) throw failures.of(Call.TOKEN, reply, "");
        // The same user has just signed in without naming an Org, so it is the Org that is refused.
        if (entering && answer.status() >= 400 && answer.status() <= 403) throw failures.orgRefused(wantedOrg, answer);
        if (!answer.isGood()) throw failures.of(Call.TOKEN, answer, "");
        JsonNode json = Json.read(answer.body()).orElse(MissingNode.getInstance());
        String token = Json.text(json.path("token"))
                .map(String::strip)
                .filter(text -> LEGAL.matcher(text).matches())
                .orElseThrow(() -> failures.notUnderstood(Call.TOKEN, answer));
        Secret next = redaction.keep(Secret.of(token));
        replace(next, Validity.of(json).life().orElse(USUAL_LIFE));
        return next;
    }

    private void replace(Secret next, Duration life) {
        Secret old = fetched;
        fetched = next;
        Instant now = patience.clock().instant();
        renewAt = now.plus(life.multipliedBy(4).dividedBy(5));
        ends = now.plus(life);
        if (old == null) return;
        redaction.forget(old);
        old.close();
    }

    /** Forgets the token that was fetched; one that was given is its giver's. */
    @Override
    public synchronized void close() {
        if (fetched != null) fetched.close();
        fetched = null;
    }

    private ObjectNode body() {
        ObjectNode body = Json.object();
        switch (signIn) {
            case SignIn.Token _ -> throw new IllegalStateException("a given token is not fetched");
            case SignIn.Password(String user, Secret password) ->
                body.put("username", user).put("password", reveal(password));
            case SignIn.SecretKey(String user, Secret key) ->
                body.put("username", user).put("secret_key", reveal(key));
        }
        org.ifPresent(id -> body.put("org_id", id));
        return body;
    }

    private String reveal(Secret secret) {
        return use(redaction.keep(secret), text -> text);
    }

    private <R> R use(Secret secret, Function<String, R> receiver) {
        boolean[] lent = {false};
        try {
            return secret.use(value -> {
                lent[0] = true;
                return receiver.apply(value);
            });
        } catch (IllegalStateException e) {
            if (lent[0]) throw e;
            // Wiped by its owner: there is nothing left to sign in with.
            throw failures.expired();
        }
    }
}
