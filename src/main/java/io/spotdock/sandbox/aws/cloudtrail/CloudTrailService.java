package io.spotdock.sandbox.aws.cloudtrail;

import io.spotdock.sandbox.aws.access.Authenticator;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.access.Call;
import io.spotdock.sandbox.aws.protocol.Dialect;
import io.spotdock.sandbox.aws.protocol.JsonReply;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Service;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.World;
import io.spotdock.sandbox.wire.Exchange;
import java.util.Map;

/** CloudTrail, of which {@code LookupEvents} alone is imitated (CloudTrail API Reference, "LookupEvents"). */
public final class CloudTrailService implements Service {
    private static final String LOOKUP = "LookupEvents";

    private final World world;
    private final Authenticator authenticator;
    private final Authorizer authorizer;
    private final LookupRate rate = new LookupRate();

    public CloudTrailService(World world) {
        this.world = world;
        this.authenticator = new Authenticator(world);
        this.authorizer = new Authorizer(world);
    }

    @Override
    public String name() {
        return "cloudtrail";
    }

    @Override
    public Named named(Request request, Signature signature) {
        return new Named(operation(request), false);
    }

    /** Clients differ in how much they write in front of the dot. */
    private static String operation(Request request) {
        String target = request.header("x-amz-target").orElse("");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    @Override
    public Exchange.Answer serve(Request request, Signature signature) {
        if (signature instanceof Signature.None)
            throw new Refusal(400, "MissingAuthenticationTokenException", "Missing Authentication Token");
        Authenticator.Signed signed = authenticator.authenticate(request, signature, Dialect.JSON, () -> "");
        if (!operation(request).equals(LOOKUP)) throw new Refusal(400, "UnknownOperationException", "");
        Call call = authorizer.call(request, signed.caller(), signed.region().orElse("us-east-1"));
        Account account = signed.caller().account().orElseThrow(() -> Dialect.JSON.unknownKey(""));
        authorize(call, account);
        if (world.faults().isOn(AwsFault.EVENT_RATE.id()) && !rate.allows(account.id(), call.region(), world.now()))
            throw throttled();
        Lookup lookup = Lookup.of(JsonReply.read(signed.payload().content()));
        return reply().success(lookup.answer(world.trail().of(account.id(), call.region(), world.now())));
    }

    /** It knows no resources (Service Authorization Reference, "AWS CloudTrail"). */
    private void authorize(Call call, Account account) {
        String action = "cloudtrail:" + LOOKUP;
        Authorizer.Answer answer = authorizer.ask(call, action, "*", account.id(), Map.of());
        if (!answer.allowed())
            throw new Refusal(
                    400,
                    "AccessDeniedException",
                    "User: " + call.caller().arn() + " is not authorized to perform: " + action + " "
                            + answer.because());
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
