package io.spotdock.sandbox.aws.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.access.JsonAction;
import io.spotdock.sandbox.aws.access.JsonCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudTrail, of which {@code LookupEvents} alone is imitated (CloudTrail API Reference, "LookupEvents"). */
public final class CloudTrailActions {
    private final LookupRate rate = new LookupRate();

    public List<JsonAction> all() {
        return List.of(JsonAction.reads("LookupEvents", this::lookUp));
    }

    private void lookUp(JsonCall call, ObjectNode answer) {
        authorize(call);
        World world = call.world();
        String region = call.call().region();
        if (world.faults().isOn(AwsFault.EVENT_RATE.id())
                && !rate.allows(call.account().id(), region, world.now()))
            throw new Refusal(400, "ThrottlingException", "Rate exceeded");
        answer.setAll(
                Lookup.of(call.body()).answer(world.trail().of(call.account().id(), region, world.now())));
    }

    /** It knows no resources (Service Authorization Reference, "AWS CloudTrail"). */
    private static void authorize(JsonCall call) {
        Authorizer.Answer answer = call.ask(call.action(), "*", call.account().id(), Map.of(), Optional.empty());
        if (!answer.allowed())
            throw new Refusal(
                    400,
                    "AccessDeniedException",
                    "User: " + call.caller().arn() + " is not authorized to perform: " + call.service() + ":"
                            + call.action() + " " + answer.because());
    }
}
