package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import java.util.List;
import java.util.Optional;

/** What S3 refuses in the settings that have an effect here. */
final class SettingRules {
    private SettingRules() {}

    static void check(S3Call call, Bucket bucket, String subresource, XmlBody body) {
        switch (subresource) {
            case "versioning" -> versioning(bucket, body);
            case "ownershipControls" ->
                oneOf(
                        body.need("Rule", "ObjectOwnership"),
                        List.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"));
            case "encryption" -> encryption(body);
            case "lifecycle" -> LifecycleRules.check(body);
            case "object-lock" -> objectLock(bucket, body);
            case "requestPayment" -> oneOf(body.need("Payer"), List.of("Requester", "BucketOwner"));
            default -> {
                // whatever is well-formed
            }
        }
    }

    private static void versioning(Bucket bucket, XmlBody body) {
        Optional<String> status = body.text("Status");
        if (status.isEmpty())
            throw new Refusal(
                    400, "IllegalVersioningConfigurationException", "The Versioning element must be specified");
        oneOf(status.get(), List.of("Enabled", "Suspended"));
        if (bucket.setting("object-lock").isPresent() && status.get().equals("Suspended"))
            throw new Refusal(
                    409,
                    "InvalidBucketState",
                    "An Object Lock configuration is present on this bucket, so the versioning state cannot be"
                            + " changed.");
    }

    private static void objectLock(Bucket bucket, XmlBody body) {
        if (!bucket.versioning().equals("Enabled"))
            throw new Refusal(
                    409,
                    "InvalidBucketState",
                    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        oneOf(body.need("ObjectLockEnabled"), List.of("Enabled"));
        Optional<XmlBody> retention = body.at("Rule", "DefaultRetention");
        if (retention.isEmpty()) return;
        oneOf(retention.get().need("Mode"), List.of("GOVERNANCE", "COMPLIANCE"));
        if (retention.get().at("Days").isPresent()
                == retention.get().at("Years").isPresent()) throw XmlBody.malformed();
        String period = retention
                .get()
                .text("Days")
                .or(() -> retention.get().text("Years"))
                .orElse("");
        if (!period.matches("0*[1-9][0-9]{0,4}"))
            throw new Refusal(400, "InvalidArgument", "Default retention period must be a positive integer value.");
    }

    private static void encryption(XmlBody body) {
        XmlBody by = body.at("Rule", "ApplyServerSideEncryptionByDefault").orElseThrow(XmlBody::malformed);
        String algorithm = by.need("SSEAlgorithm");
        oneOf(algorithm, List.of("AES256", "aws:kms", "aws:kms:dsse"));
        if (algorithm.equals("AES256") && by.text("KMSMasterKeyID").isPresent())
            throw S3Errors.invalid(
                    "KMSMasterKeyID",
                    by.need("KMSMasterKeyID"),
                    "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse");
    }

    static void oneOf(String value, List<String> legal) {
        if (!legal.contains(value)) throw XmlBody.malformed();
    }
}
