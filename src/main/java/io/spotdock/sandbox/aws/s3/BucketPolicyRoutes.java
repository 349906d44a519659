package io.spotdock.sandbox.aws.s3;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.policy.Statement;
import io.spotdock.sandbox.aws.access.PrincipalCheck;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.wire.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bucket policies. */
final class BucketPolicyRoutes {
    private static final int LIMIT = 20 * 1024;

    private BucketPolicyRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.bucket("GetBucketPolicy", "GET", "policy", "GetBucketPolicy", BucketPolicyRoutes::get),
                Route.bucket("PutBucketPolicy", "PUT", "policy", "PutBucketPolicy", BucketPolicyRoutes::put),
                Route.bucket(
                        "DeleteBucketPolicy", "DELETE", "policy", "DeleteBucketPolicy", BucketPolicyRoutes::delete),
                Route.bucket(
                        "GetBucketPolicyStatus",
                        "GET",
                        "policyStatus",
                        "GetBucketPolicyStatus",
                        BucketPolicyRoutes::status));
    }

    private static String stored(Bucket bucket) {
        return bucket.policy()
                .orElseThrow(() -> new Refusal(404, "NoSuchBucketPolicy", "The bucket policy does not exist")
                        .with("BucketName", bucket.name()));
    }

    private static Exchange.Answer get(S3Call call) {
        return Replies.text(stored(ours(call)), "application/json", Map.of());
    }

    /** Only the owner's account may handle the policy (Amazon S3 API Reference, "PutBucketPolicy"). */
    private static Bucket ours(S3Call call) {
        Bucket bucket = call.bucket();
        if (!call.account().id().equals(bucket.owner()))
            throw new Refusal(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        return bucket;
    }

    private static Exchange.Answer put(S3Call call) {
        Bucket bucket = ours(call);
        String text = new String(call.body(), StandardCharsets.UTF_8);
        if (text.isBlank()) throw new Refusal(400, "MissingRequestBodyError", "Request Body is empty");
        if (text.length() > LIMIT)
            throw new Refusal(400, "PolicyTooLarge", "Your policy exceeds the maximum allowed size.");
        PolicyDocument document = read(text);
        for (Statement statement : document.statements()) check(call, bucket, statement);
        new PrincipalCheck(call.world(), call.world().account(bucket.owner()).partition())
                .unknown(document)
                .ifPresent(unknown -> {
                    throw malformed("Invalid principal in policy").with("Detail", unknown);
                });
        if (PublicAccess.of(bucket).blockPolicy() && PublicAccess.isPublic(document))
            throw new Refusal(
                    403,
                    "AccessDenied",
                    "User: " + call.caller().arn() + " is not authorized to perform: s3:PutBucketPolicy on resource: \""
                            + call.arn(bucket)
                            + "\" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public"
                            + " Access.");
        bucket.setPolicy(text);
        return Replies.empty(204);
    }

    private static PolicyDocument read(String text) {
        if (!text.stripLeading().startsWith("{"))
            throw malformed("Policies must be valid JSON and the first byte must be '{'");
        try {
            return PolicyJson.parse(text);
        } catch (PolicySyntaxException e) {
            throw malformed(syntax(e));
        }
    }

    private static String syntax(PolicySyntaxException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no effect")) return "Missing required field Effect";
        if (said.contains("no statement")) return "Missing required field Statement";
        if (said.contains("neither action")) return "Missing required field Action";
        return "This policy contains invalid Json";
    }

    private static void check(S3Call call, Bucket bucket, Statement statement) {
        if (statement.principals().isEmpty()) throw malformed("Missing required field Principal");
        if (statement.resources().isEmpty()) throw malformed("Missing required field Resource");
        for (String action : statement.actions().patterns())
            if (!action.equals("*") && !action.toLowerCase(Locale.ROOT).startsWith("s3:"))
                throw malformed("Policy has invalid action").with("Detail", action);
        String arn = call.arn(bucket);
        for (String resource : statement.resources().get().patterns()) {
            boolean own = resource.equals(arn)
                    || resource.startsWith(arn + "/")
                    || resource.equals(arn + "*")
                    || resource.equals("*")
                    || resource.equals("arn:" + arn.split(":", -1)[1] + ":s3:::*");
            if (!own) throw malformed("Policy has invalid resource").with("Detail", resource);
        }
        boolean objects =
                statement.resources().get().patterns().stream().anyMatch(r -> r.contains("/") || r.endsWith("*"));
        boolean object = statement.actions().patterns().stream().anyMatch(BucketPolicyRoutes::aboutObjects);
        boolean onlyObject = object
                && statement.actions().patterns().stream().allMatch(BucketPolicyRoutes::aboutObjects)
                && !statement.actions().negated();
        if (onlyObject && !objects && !statement.resources().get().negated())
            throw malformed("Action does not apply to any resource(s) in statement");
    }

    private static boolean aboutObjects(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        return lower.matches("s3:(get|put|delete|restore)object.*") && !lower.contains("objectlockconfiguration");
    }

    private static Refusal malformed(String text) {
        return new Refusal(400, "MalformedPolicy", text);
    }

    private static Exchange.Answer delete(S3Call call) {
        ours(call).settings().remove("policy");
        return Replies.empty(204);
    }

    private static Exchange.Answer status(S3Call call) {
        Bucket bucket = ours(call);
        stored(bucket);
        return Replies.xml(
                "PolicyStatus", xml -> xml.text("IsPublic", PublicAccess.isPublic(bucket) ? "TRUE" : "FALSE"));
    }
}
