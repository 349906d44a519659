package io.spotdock.sandbox.aws;

import io.spotdock.sandbox.aws.access.Authenticator;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.Dialect;
import io.spotdock.sandbox.aws.protocol.Lazy;
import io.spotdock.sandbox.aws.protocol.QueryReply;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Service;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.aws.state.World;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Xml;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A service of the query protocol: takes the parameters from the form or the query, and finds the action. */
final class QueryService implements Service {
    private final String name;
    private final String version;
    private final Set<String> unsigned;
    private final World world;
    private final Authenticator authenticator;
    private final Authorizer authorizer;
    private final Lazy<Map<String, QueryAction>> actions;

    /** @param unsigned the actions that nobody need sign */
    QueryService(String name, String version, Set<String> unsigned, World world, Supplier<List<QueryAction>> actions) {
        this.name = name;
        this.version = version;
        this.unsigned = unsigned;
        this.world = world;
        this.authenticator = new Authenticator(world);
        this.authorizer = new Authorizer(world);
        this.actions =
                new Lazy<>(() -> actions.get().stream().collect(Collectors.toMap(QueryAction::name, action -> action)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Named named(Request request, Signature signature) {
        String action = parameters(request).getOrDefault("Action", "");
        QueryAction found = actions.get().get(action);
        return new Named(action.isEmpty() ? "(none)" : action, found != null && found.write());
    }

    @Override
    public Exchange.Answer refuse(Request request, Refusal refusal) {
        return reply().failure(refusal);
    }

    @Override
    public Refusal throttled() {
        return new Refusal(400, "Throttling", "Rate exceeded");
    }

    @Override
    public Refusal broken() {
        return new Refusal(
                500,
                "InternalFailure",
                "The request processing has failed because of an unknown error, exception or failure.");
    }

    @Override
    public Exchange.Answer serve(Request request, Signature signature) {
        Map<String, String> parameters = parameters(request);
        String action = parameters.getOrDefault("Action", "");
        QueryAction found = actions.get().get(action);
        if (signature instanceof Signature.None && !unsigned.contains(action))
            throw new Refusal(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        Authenticator.Signed signed = authenticator.authenticate(request, signature, Dialect.QUERY, () -> "");
        checkSession(signed);
        if (found == null || !parameters.getOrDefault("Version", version).equals(version))
            throw new Refusal(
                    400,
                    "InvalidAction",
                    "Could not find operation " + action + " for version "
                            + parameters.getOrDefault("Version", "NO_VERSION_SPECIFIED"));
        String region = signed.region().orElse("us-east-1");
        QueryCall call = new QueryCall(
                world, authorizer, authorizer.call(request, signed.caller(), region), name, action, parameters);
        return reply().success(action, Xml.fragment(xml -> found.handler().run(call, xml)));
    }

    /** Credentials of GetSessionToken reach IAM only with MFA (STS API Reference, "GetSessionToken"). */
    private void checkSession(Authenticator.Signed signed) {
        boolean bare =
                signed.caller().key().filter(k -> k.temporary() && !k.mfa()).isPresent()
                        && signed.caller().principal() instanceof Principal.User;
        if (bare && name.equals("iam")) throw Dialect.QUERY.unknownKey("");
    }

    private QueryReply reply() {
        return new QueryReply(
                "https://" + name + ".amazonaws.com/doc/" + version + "/",
                world.ids().requestId());
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> all = new LinkedHashMap<>();
        request.query().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        if (request.isForm())
            Request.pairs(new String(request.body(), StandardCharsets.UTF_8))
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }
}
