package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is signed in, to which cluster and Org. */
final class AccountRoutes {
    private final Directory directory;
    private final Tokens tokens;
    private final Faults faults;

    AccountRoutes(Directory directory, Tokens tokens, Faults faults) {
        this.directory = directory;
        this.tokens = tokens;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.reading("GET", "/auth/session/user", Set.of(), this::user),
                Route.reading("POST", "/auth/token/validate", Set.of(), this::validate),
                Route.reading("GET", "/system", Set.of("ADMINISTRATION", "SYSTEM_INFO_ADMINISTRATION"), this::system),
                Route.reading("POST", "/orgs/search", Set.of("ORG_ADMINISTRATION"), this::orgs));
    }

    /** {@code /auth/token/full}, the one end point that needs no token. */
    Exchange.Answer token(Body body) {
        String name = body.needText("username");
        Optional<String> secretKey = body.text("secret_key");
        Optional<String> password = body.text("password");
        Optional<Long> orgId = body.integer("org_id");
        long seconds = body.integer("validity_time_in_sec").orElse(300L);
        body.done();
        if (secretKey.isEmpty() && password.isEmpty())
            throw ApiError.invalid("Either password or secret_key is required");
        if (seconds < 1 || seconds > Integer.MAX_VALUE)
            throw ApiError.invalid("validity_time_in_sec must be between 1 and " + Integer.MAX_VALUE);
        boolean byKey = secretKey.isPresent();
        if (!byKey && ThoughtSpotFault.MFA.isOn(faults))
            throw ApiError.unauthorized("Multi-factor authentication is enabled on this cluster:"
                    + " a token can't be obtained with a password, use secret_key");
        boolean right = byKey
                ? secretKey.get().equals(ThoughtSpotServer.SECRET_KEY)
                : password.orElse("").equals(ThoughtSpotServer.PASSWORD);
        User user = directory
                .user(name)
                .filter(_ -> right)
                .orElseThrow(() -> ApiError.unauthorized("Authentication failed: invalid username or credentials"));
        List<Org> orgs = directory.orgsOf(user);
        Org org = orgs.stream()
                .filter(o -> orgId.isEmpty() || o.id() == orgId.get())
                .findFirst()
                .orElseThrow(() -> ApiError.forbidden("User " + user.name() + " does not belong to Org "
                        + orgId.map(String::valueOf).orElse("")));
        return Replies.ok(json(tokens.issue(user, org, Duration.ofSeconds(seconds))));
    }

    private static ObjectNode json(Tokens.Grant grant) {
        User user = grant.session().user();
        ObjectNode answer = Replies.object();
        answer.put("token", grant.token());
        answer.put("creation_time_in_millis", grant.created().toEpochMilli());
        answer.put("expiration_time_in_millis", grant.expires().toEpochMilli());
        answer.putObject("scope")
                .put("access_type", "FULL")
                .put("org_id", grant.session().org().id())
                .putNull("metadata_id");
        answer.put("valid_for_user_id", user.id()).put("valid_for_username", user.name());
        return answer;
    }

    private Exchange.Answer validate(Route.Request request) {
        String token = request.body().needText("token");
        request.body().done();
        Tokens.Grant grant = tokens.grant(token).orElseThrow(() -> ApiError.invalid("The token is invalid or expired"));
        ObjectNode answer = json(grant);
        // Here the times are documented as numbers that may have a fraction, and no token and name are answered.
        answer.put("creation_time_in_millis", (double) grant.created().toEpochMilli());
        answer.put("expiration_time_in_millis", (double) grant.expires().toEpochMilli());
        answer.put("token_type", "Bearer");
        answer.remove(List.of("token", "valid_for_username"));
        return Replies.ok(answer);
    }

    private Exchange.Answer user(Route.Request request) {
        User user = request.session().user();
        ObjectNode answer = Replies.object();
        answer.put("id", user.id()).put("name", user.name()).put("display_name", user.displayName());
        answer.put("email", user.email()).put("account_type", "LOCAL_USER").put("account_status", "ACTIVE");
        var privileges = answer.putArray("privileges");
        user.privileges().stream().sorted().forEach(privileges::add);
        answer.set("current_org", json(request.session().org()));
        var orgs = answer.putArray("orgs");
        directory.orgsOf(user).forEach(org -> orgs.add(json(org)));
        return Replies.ok(answer);
    }

    private Exchange.Answer system(Route.Request request) {
        return Replies.ok(Replies.object()
                .put("id", directory.clusterId())
                .put("name", "sandbox")
                .put("release_version", ReleaseRules.now(faults).release().name())
                .put("time_zone", "UTC")
                .put("locale", "en-US")
                .put("type", "SaaS")
                .put("environment", "sandbox"));
    }

    private Exchange.Answer orgs(Route.Request request) {
        Optional<String> wanted = request.body().text("org_identifier");
        Optional<String> status = request.body().oneOf("status", Set.of("ACTIVE", "IN_ACTIVE"));
        request.body().done();
        var answer = JsonNodeFactory.instance.arrayNode();
        List<Org> found = wanted.map(
                        idOrName -> directory.org(idOrName).map(List::of).orElse(List.of()))
                .orElseGet(directory::orgs);
        found.stream()
                .filter(_ -> !status.equals(Optional.of("IN_ACTIVE")))
                .forEach(org -> answer.add(json(org)
                        .put("status", "ACTIVE")
                        .put("description", org.name() + " Org")
                        .put("visibility", "SHOW")));
        return Replies.ok(answer);
    }

    private static ObjectNode json(Org org) {
        return Replies.object().put("id", org.id()).put("name", org.name());
    }
}
