package io.spotdock.sandbox.aws;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Service;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.wire.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A service that the sandbox has not; it says so in a form most protocols' clients can read. */
record UnknownService(String name) implements Service {
    @Override
    public Named named(Request request, Signature signature) {
        String target = request.header("x-amz-target").orElse(request.method());
        return new Named(target.substring(target.lastIndexOf('.') + 1), false);
    }

    @Override
    public Exchange.Answer serve(Request request, Signature signature) {
        throw new Refusal(
                400,
                "UnknownOperationException",
                "The sandbox imitates IAM, STS, S3, KMS and CloudTrail; it has no " + name + ".");
    }

    @Override
    public Exchange.Answer refuse(Request request, Refusal refusal) {
        String body = "{\"__type\":\"" + refusal.code() + "\",\"message\":\""
                + refusal.text().replace("\"", "'") + "\"}";
        return new Exchange.Answer(
                refusal.status(),
                Map.of("Content-Type", "application/x-amz-json-1.1", "x-amzn-ErrorType", refusal.code()),
                body.getBytes(StandardCharsets.UTF_8));
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
