package io.spotdock.sandbox.aws.s3;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.KmsKey;
import io.spotdock.sandbox.aws.state.KmsKeys;
import io.spotdock.sandbox.aws.state.StoredObject.Encryption;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Encryption with KMS keys: which key, and whether the caller may use it (Amazon S3 User Guide, "Using SSE-KMS"). */
record Kms(S3Call call, Bucket bucket) {
    /** What a new object will be encrypted with: what the request asks for, else the bucket's default. */
    Encryption wanted() {
        Optional<String> asked = call.header("x-amz-server-side-encryption");
        Optional<String> key = call.header("x-amz-server-side-encryption-aws-kms-key-id");
        if (asked.isEmpty() && key.isPresent())
            throw S3Errors.invalidRequest("The header x-amz-server-side-encryption-aws-kms-key-id is only allowed with"
                    + " x-amz-server-side-encryption: aws:kms");
        if (asked.isEmpty()) return byDefault();
        return switch (asked.get()) {
            case "AES256" -> {
                if (key.isPresent())
                    throw S3Errors.invalid(
                            "x-amz-server-side-encryption",
                            "AES256",
                            "Server Side Encryption with Customer provided key is incompatible with the encryption method"
                                    + " specified");
                yield Encryption.SSE_S3;
            }
            case "aws:kms", "aws:kms:dsse" ->
                new Encryption(
                        asked.get(),
                        Optional.of(resolve(key.or(() -> byDefault().kmsKey()))),
                        false);
            default ->
                throw S3Errors.invalid(
                        "x-amz-server-side-encryption",
                        asked.get(),
                        "The encryption method specified is not supported");
        };
    }

    private Encryption byDefault() {
        XmlBody rule = XmlBody.parse(
                        bucket.setting("encryption").orElse("").getBytes(StandardCharsets.UTF_8),
                        "ServerSideEncryptionConfiguration")
                .at("Rule")
                .orElseThrow(XmlBody::malformed);
        String algorithm = rule.need("ApplyServerSideEncryptionByDefault", "SSEAlgorithm");
        if (algorithm.equals("AES256")) return Encryption.SSE_S3;
        String key = resolve(rule.text("ApplyServerSideEncryptionByDefault", "KMSMasterKeyID"));
        return new Encryption(
                algorithm, Optional.of(key), rule.text("BucketKeyEnabled").equals(Optional.of("true")));
    }

    /** A key's ARN from its ID, alias or ARN; the account's {@code aws/s3} key where none is named. */
    private String resolve(Optional<String> named) {
        if (named.isEmpty() || named.get().endsWith("alias/aws/s3"))
            return managed().arn();
        String key = named.get();
        KmsKeys.Place here =
                new KmsKeys.Place(call.caller().account().orElseGet(() -> account(bucket.owner())), bucket.region());
        return call.world().kmsKeys().find(key, here).map(KmsKey::arn).orElse(key);
    }

    private KmsKey managed() {
        AccountId owner = bucket.owner();
        return call.world().kmsKeys().all().stream()
                .filter(k -> k.account().equals(owner) && k.region().equals(bucket.region()))
                .filter(KmsKey::managedByAws)
                .findFirst()
                .orElseGet(() -> {
                    String arn = "arn:"
                            + call.world().account(owner).partition().id() + ":kms:" + bucket.region() + ":" + owner
                            + ":key/"
                            + UUID.nameUUIDFromBytes((owner + bucket.region()).getBytes(StandardCharsets.UTF_8));
                    String policy =
                            "{\"Version\":\"2012-10-17\",\"Id\":\"auto-s3-2\",\"Statement\":[{\"Effect\":\"Allow\","
                                    + "\"Principal\":{\"AWS\":\"*\"},\"Action\":[\"kms:Encrypt\",\"kms:Decrypt\",\"kms:ReEncrypt*\","
                                    + "\"kms:GenerateDataKey*\",\"kms:DescribeKey\"],\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{"
                                    + "\"kms:CallerAccount\":\"" + owner + "\",\"kms:ViaService\":\"s3."
                                    + bucket.region()
                                    + ".amazonaws.com\"}}}]}";
                    KmsKeys.Place place = new KmsKeys.Place(account(owner), bucket.region());
                    call.world().kmsKeys().aliases().put(place.arn("alias/aws/s3"), arn);
                    return call.world()
                            .kmsKeys()
                            .put(new KmsKey(
                                    arn,
                                    owner,
                                    bucket.region(),
                                    call.world().now(),
                                    true,
                                    policy,
                                    true,
                                    Optional.empty(),
                                    List.of()));
                });
    }

    private Account account(AccountId id) {
        return call.world().account(id);
    }

    /** @throws Refusal where the caller may not use the object's key for {@code action} */
    void require(String action, Encryption encryption, String objectArn) {
        if (encryption.kmsKey().isEmpty()) return;
        String arn = encryption.kmsKey().get();
        KmsKey key = call.world()
                .kmsKeys()
                .find(arn)
                .orElseThrow(() -> new Refusal(400, "KMS.NotFoundException", "Key '" + arn + "' does not exist"));
        if (!key.region().equals(bucket.region()))
            throw new Refusal(400, "KMS.NotFoundException", "Invalid arn " + key.region());
        Map<String, List<String>> context = new HashMap<>();
        context.put("kms:ViaService", List.of("s3." + bucket.region() + ".amazonaws.com"));
        context.put("kms:EncryptionContext:aws:s3:arn", List.of(encryption.bucketKey() ? call.arn(bucket) : objectArn));
        context.put("kms:EncryptionContextKeys", List.of("aws:s3:arn"));
        context.put("aws:ViaAWSService", List.of("true"));
        call.caller().account().ifPresent(a -> context.put("kms:CallerAccount", List.of(a.id().value())));
        Authorizer.Answer answer = call.authorizer()
                .ask(
                        call.call(),
                        "kms:" + action,
                        arn,
                        key.account(),
                        context,
                        _ -> Optional.of(key.policy()),
                        List.of());
        if (!answer.allowed() && !(answer.silent() && granted(key, action)))
            throw new Refusal(
                    403,
                    "AccessDenied",
                    "User: " + call.caller().arn() + " is not authorized to perform: kms:" + action + " on resource: "
                            + arn + " " + answer.because());
        usable(key);
    }

    /** KMS looks at the key's state last (KMS Developer Guide, "Key states of AWS KMS keys"). */
    private static void usable(KmsKey key) {
        if (key.deletion().isPresent())
            throw new Refusal(400, "KMS.KMSInvalidStateException", key.arn() + " is pending deletion.");
        if (!key.enabled()) throw new Refusal(400, "KMS.DisabledException", key.arn() + " is disabled.");
    }

    private boolean granted(KmsKey key, String operation) {
        return key.grants().stream()
                .anyMatch(grant -> grant.operations().contains(operation)
                        && (grant.grantee().equals(call.caller().arn())
                                || grant.grantee().equals(call.caller().principalArn())));
    }

    /** What an answer says of an object's encryption. */
    static void headers(Map<String, String> headers, Encryption encryption) {
        headers.put("x-amz-server-side-encryption", encryption.algorithm());
        encryption.kmsKey().ifPresent(key -> headers.put("x-amz-server-side-encryption-aws-kms-key-id", key));
        if (encryption.bucketKey()) headers.put("x-amz-server-side-encryption-bucket-key-enabled", "true");
    }
}
