package io.spotdock.sandbox.aws.s3;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.access.Call;
import io.spotdock.sandbox.aws.access.Caller;
import io.spotdock.sandbox.aws.protocol.Payload;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of S3: who calls, about what, and the means to act.
 *
 * @param operation the API's name for it
 */
record S3Call(
        World world,
        Authorizer authorizer,
        Call call,
        Request request,
        Payload payload,
        Target target,
        Optional<String> region,
        String operation) {
    Caller caller() {
        return call.caller();
    }

    Account account() {
        return caller().account().orElseThrow(S3Errors::denied);
    }

    Instant now() {
        return world.now();
    }

    String bucketName() {
        return target.bucket().orElseThrow(() -> new IllegalStateException("no bucket at " + operation));
    }

    String key() {
        return target.key().orElseThrow(() -> new IllegalStateException("no key at " + operation));
    }

    Optional<String> header(String name) {
        return request.header(name);
    }

    Optional<String> query(String name) {
        return request.query(name);
    }

    byte[] body() {
        return payload.content();
    }

    /** @throws Refusal where it is not there, or owned by another account than the request expects */
    Bucket bucket() {
        return bucket(bucketName(), "x-amz-expected-bucket-owner");
    }

    Bucket bucket(String name, String ownerHeader) {
        Bucket found = new BucketFaults(world).find(name).orElseThrow(() -> S3Errors.noSuchBucket(name));
        Optional<String> expected = header(ownerHeader);
        if (expected.isPresent() && !expected.get().matches("[0-9]{12}"))
            throw new Refusal(
                    400,
                    "InvalidBucketOwnerAWSAccountID",
                    "The value of the expected bucket owner parameter must be an AWS account ID");
        if (expected.isPresent() && !expected.get().equals(found.owner().value())) throw S3Errors.denied();
        return found;
    }

    String arn(Bucket bucket) {
        return "arn:" + world.account(bucket.owner()).partition().id() + ":s3:::" + bucket.name();
    }

    String arn(Bucket bucket, String key) {
        return arn(bucket) + "/" + key;
    }

    void authorize(String action, Bucket bucket, String resource) {
        authorize(action, bucket, resource, Map.of());
    }

    /** @throws Refusal where the caller may not */
    void authorize(String action, Bucket bucket, String resource, Map<String, List<String>> extra) {
        Authorizer.Answer answer = ask(action, bucket, resource, extra);
        if (!answer.allowed()) throw denied(action, resource, bucket.owner(), answer);
    }

    boolean may(String action, Bucket bucket, String resource, Map<String, List<String>> extra) {
        return ask(action, bucket, resource, extra).allowed();
    }

    private Authorizer.Answer ask(String action, Bucket bucket, String resource, Map<String, List<String>> extra) {
        Map<String, List<String>> context = new HashMap<>(S3Keys.of(this));
        context.put("s3:ResourceAccount", List.of(bucket.owner().value()));
        context.putAll(extra);
        boolean stranger = !caller().account().map(Account::id).equals(Optional.of(bucket.owner()));
        if (stranger && PublicAccess.of(bucket).restrict() && PublicAccess.isPublic(bucket))
            return new Authorizer.Answer(false, "");
        return authorizer.ask(call, "s3:" + action, resource, bucket.owner(), context, _ -> bucket.policy(), List.of());
    }

    /** Only within the bucket's own account does S3 say why (Amazon S3 User Guide, "Troubleshoot access denied errors"). */
    Refusal denied(String action, String resource, AccountId owner, Authorizer.Answer answer) {
        boolean own = caller().account().map(Account::id).equals(Optional.of(owner));
        if (!own || answer.because().isEmpty()) return S3Errors.denied();
        return new Refusal(
                403,
                "AccessDenied",
                "User: " + caller().arn() + " is not authorized to perform: s3:" + action + " on resource: \""
                        + resource + "\" " + answer.because());
    }
}
