package io.spotdock.sandbox.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.aws.access.Authenticator;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.access.JsonAction;
import io.spotdock.sandbox.aws.access.JsonCall;
import io.spotdock.sandbox.aws.protocol.Dialect;
import io.spotdock.sandbox.aws.protocol.JsonReply;
import io.spotdock.sandbox.aws.protocol.Lazy;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Service;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.aws.state.World;
import io.spotdock.sandbox.wire.Exchange;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A service of AWS's JSON 1.1 protocol: {@code X-Amz-Target} names the action, the body holds what it needs. */
final class JsonService implements Service {
    private final String name;
    private final Predicate<String> target;
    private final World world;
    private final Authenticator authenticator;
    private final Authorizer authorizer;
    private final Lazy<Map<String, JsonAction>> actions;

    /** @param target whether that may stand before the action's name in {@code X-Amz-Target} */
    JsonService(String name, Predicate<String> target, World world, Supplier<List<JsonAction>> actions) {
        this.name = name;
        this.target = target;
        this.world = world;
        this.authenticator = new Authenticator(world);
        this.authorizer = new Authorizer(world);
        this.actions =
                new Lazy<>(() -> actions.get().stream().collect(Collectors.toMap(JsonAction::name, action -> action)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Named named(Request request, Signature signature) {
        String action = action(request);
        JsonAction found = actions.get().get(action);
        return new Named(action.isEmpty() ? "(none)" : action, found != null && found.write());
    }

    private String action(Request request) {
        String whole = request.header("x-amz-target").orElse("");
        int dot = whole.lastIndexOf('.');
        return target.test(whole.substring(0, Math.max(0, dot))) ? whole.substring(dot + 1) : "";
    }

    @Override
    public Exchange.Answer serve(Request request, Signature signature) {
        if (signature instanceof Signature.None)
            throw new Refusal(400, "MissingAuthenticationTokenException", "Missing Authentication Token");
        Authenticator.Signed signed = authenticator.authenticate(request, signature, Dialect.JSON, () -> "");
        String action = action(request);
        JsonAction found = actions.get().get(action);
        if (found == null) throw new Refusal(400, "UnknownOperationException", "");
        JsonCall call = new JsonCall(
                world,
                authorizer,
                authorizer.call(request, signed.caller(), signed.region().orElse("us-east-1")),
                name,
                action,
                JsonReply.read(request.body()));
        ObjectNode answer = JsonReply.object();
        found.handler().run(call, answer);
        return reply().success(answer);
    }

    @Override
    public Exchange.Answer refuse(Request request, Refusal refusal) {
        return reply().failure(refusal);
    }

    private JsonReply reply() {
        return new JsonReply(world.ids().requestId());
    }

    @Override
    public Refusal throttled() {
        return new Refusal(400, "ThrottlingException", "Rate exceeded");
    }

    @Override
    public Refusal broken() {
        return new Refusal(500, "InternalFailure", "The request processing has failed.");
    }
}
