package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.access.Authenticator;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.protocol.Dialect;
import io.spotdock.sandbox.aws.protocol.Lazy;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Service;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.World;
import io.spotdock.sandbox.wire.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** S3: authenticates, finds the route, looks after regions, and words what was refused. */
public final class S3Service implements Service {
    private final World world;
    private final Authenticator authenticator;
    private final Authorizer authorizer;
    private final Lazy<Routes> routes = new Lazy<>(Routes::new);

    public S3Service(World world) {
        this.world = world;
        this.authenticator = new Authenticator(world);
        this.authorizer = new Authorizer(world);
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Named named(Request request, Signature signature) {
        try {
            return routes.get()
                    .find(request, Target.of(request))
                    .map(route -> new Named(route.name(), route.write()))
                    .orElseGet(() -> new Named(request.method(), false));
        } catch (Refusal _) {
            return new Named(request.method(), false);
        }
    }

    @Override
    public Refusal throttled() {
        return new Refusal(503, "SlowDown", "Please reduce your request rate.");
    }

    @Override
    public Refusal broken() {
        return new Refusal(500, "InternalError", "We encountered an internal error. Please try again.");
    }

    @Override
    public Exchange.Answer refuse(Request request, Refusal refusal) {
        String requestId = world.ids().shortRequestId();
        String hostId = world.ids().opaque(48);
        return stamped(Replies.error(refusal, request.path(), requestId, hostId), requestId, hostId);
    }

    @Override
    public Exchange.Answer serve(Request request, Signature signature) {
        Target target = Target.of(request);
        Authenticator.Signed signed = authenticator.authenticate(request, signature, Dialect.S3, target::canonicalPath);
        Route route = routes.get().find(request, target).orElseThrow(() -> refusal(request, target));
        S3Call call = new S3Call(
                world,
                authorizer,
                authorizer.call(request, signed.caller(), signed.region().orElse("us-east-1")),
                request,
                signed.payload(),
                target,
                signed.region(),
                route.name());
        if (call.caller().isAnonymous() && target.bucket().isEmpty()) throw S3Errors.denied();
        checkRegion(call);
        Integrity.check(call);
        if (!route.permission().isEmpty()) {
            Bucket bucket = call.bucket();
            call.authorize(
                    route.permission(),
                    bucket,
                    target.key().map(key -> call.arn(bucket, key)).orElseGet(() -> call.arn(bucket)));
        }
        return stamped(
                route.handler().run(call),
                world.ids().shortRequestId(),
                world.ids().opaque(48));
    }

    private Refusal refusal(Request request, Target target) {
        if (routes.get().known(request, target))
            return new Refusal(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
                    .with("Method", request.method())
                    .with("ResourceType", target.level().name());
        return S3Errors.notImplemented();
    }

    /**
     * A bucket answers only at its region's end point. With one address for all, the region signed for stands for the
     * end point where the bucket is in the path; a bucket in the host's name has been found by that name already, and
     * only the signature is for the wrong region (Amazon S3 User Guide, "Making requests": redirects; "Error responses").
     */
    private void checkRegion(S3Call call) {
        Optional<Bucket> bucket = call.target().bucket().flatMap(name -> new BucketFaults(world).find(name));
        boolean elsewhere = call.operation().equals("CreateBucket")
                || call.operation().equals("GetBucketLocation") && call.region().equals(Optional.of("us-east-1"));
        if (bucket.isEmpty() || call.region().isEmpty() || elsewhere) return;
        String right = bucket.get().region();
        String signed = call.region().get();
        if (signed.equals(right)) return;
        if (call.target().virtualHost())
            throw new Refusal(
                            400,
                            "AuthorizationHeaderMalformed",
                            "The authorization header is malformed; the region '" + signed + "' is wrong; expecting '"
                                    + right + "'")
                    .with("Region", right)
                    .header("x-amz-bucket-region", right);
        throw new Refusal(
                        301,
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint. Please"
                                + " send all future requests to this endpoint.")
                .with("Endpoint", bucket.get().name() + ".s3." + right + ".amazonaws.com")
                .with("Bucket", bucket.get().name())
                .header("x-amz-bucket-region", right);
    }

    private static Exchange.Answer stamped(Exchange.Answer answer, String requestId, String hostId) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("x-amz-request-id", requestId);
        headers.put("x-amz-id-2", hostId);
        headers.put("Server", "AmazonS3");
        return new Exchange.Answer(answer.status(), headers, answer.body());
    }
}
