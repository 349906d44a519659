package io.spotdock.check;

import io.spotdock.check.RefusalText.Policy;
import io.spotdock.check.RefusalText.S3File;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.StorageDestination;
import java.util.Optional;

/** Why ThoughtSpot, with the role assumed, could not put its file into the bucket. */
final class UploadCause {
    private UploadCause() {}

    static Optional<Cause> of(RefusalText text, Circumstances known) {
        return byKey(text)
                .or(() -> byBucket(text, known))
                .or(() -> byFile(text))
                .or(() -> text.isDenied() ? Optional.of(denied(text, known)) : Optional.empty());
    }

    /** Encryption with KMS (AWS KMS Developer Guide, "Key states"; Amazon S3 User Guide, "Using SSE-KMS"). */
    private static Optional<Cause> byKey(RefusalText text) {
        String key = text.key().orElse("–");
        if (text.hasCode("KMS.DisabledException", "KMS.KeyUnavailableException"))
            return Cause.known("cause.kms-disabled", "remedy.kms-enable", key);
        if (text.hasCode("KMS.KMSInvalidStateException", "KMS.InvalidStateException"))
            return text.says("(?i)pending ?(?:deletion|import)")
                    ? Cause.known("cause.kms-deleted", "remedy.kms-other", key)
                    : Cause.known("cause.kms-disabled", "remedy.kms-enable", key);
        if (text.hasCode("KMS.NotFoundException", "NotFoundException"))
            return Cause.known("cause.kms-missing", "remedy.kms-other", key);
        if (text.hasCode("KMS.InvalidKeyUsageException", "KMS.IncorrectKeyException"))
            return Cause.known("cause.kms-unfit", "remedy.kms-other", key);
        return text.action().filter(action -> action.startsWith("kms:")).isPresent()
                ? Cause.known(
                        "cause.kms",
                        "remedy.kms",
                        text.action().orElseThrow(),
                        text.resource().orElse(key))
                : Optional.empty();
    }

    private static Optional<Cause> byBucket(RefusalText text, Circumstances known) {
        String registered = known.registered()
                .map(StorageDestination::bucket)
                .orElse(known.bucket().name().value());
        if (text.hasCode("NoSuchBucket", "InvalidBucketName"))
            return Cause.known("cause.no-bucket", "remedy.bucket-differs", registered);
        boolean elsewhere = text.hasCode("PermanentRedirect", "TemporaryRedirect", "MovedPermanently", "Redirect")
                || text.hasCode("IllegalLocationConstraintException")
                || text.hasCode("AuthorizationHeaderMalformed") && text.says("(?i)region")
                || text.status()
                        .filter(status -> status == 301 || status == 307)
                        .isPresent();
        if (elsewhere)
            return text.region()
                    .map(region -> Cause.of("cause.region.named", "remedy.plan", region))
                    .or(() -> Cause.known("cause.region", "remedy.plan"));
        if (text.hasCode("AccessControlListNotSupported")) return Cause.known("cause.acl", "remedy.ownership");
        if (text.says("(?i)Object ?Lock") && !text.isDeniedBy(Policy.values()))
            return Cause.known("cause.checksum", "remedy.object-lock");
        return text.says("(?i)requester[ -]?pay|x-amz-request-payer")
                ? Cause.known("cause.requester-pays", "remedy.requester-pays")
                : Optional.empty();
    }

    private static Optional<Cause> byFile(RefusalText text) {
        if (text.hasCode("EntityTooLarge", "MaxMessageLengthExceeded"))
            return Cause.known("cause.too-large", "remedy.smaller");
        return text.hasCode("KeyTooLongError") ? Cause.known("cause.key-too-long", "remedy.prefix") : Optional.empty();
    }

    /** Denied: the surest reason first. */
    private static Cause denied(RefusalText text, Circumstances known) {
        String action = text.action().orElse("s3:PutObject");
        Optional<S3File> file = text.file();
        if (file.isPresent()
                && !file.get().bucket().equals(known.bucket().name().value()))
            return Cause.of(
                    "cause.other-bucket",
                    "remedy.bucket-differs",
                    file.get().bucket(),
                    known.bucket().name());
        if (text.isDeniedBy(Policy.BOUNDARY))
            return Cause.denied(text, "cause.boundary", "remedy.boundary").orElseThrow();
        boolean explicit = text.denial().filter(RefusalText.Denial::explicit).isPresent();
        if (explicit && text.isDeniedBy(Policy.IDENTITY))
            return new Cause(
                    Fault.of("cause.role-refuses", known.role(), action), known.remedyOfRole("remedy.other-deny"));
        Optional<String> statement = known.refusingStatement();
        if (explicit || text.denial().isEmpty() && statement.isPresent())
            return statement
                    .or(known::perhapsRefusingStatement)
                    .map(sid -> Cause.of("cause.bucket-policy.statement", "remedy.bucket-policy", sid, action))
                    .orElseGet(() -> Cause.of("cause.bucket-policy", "remedy.bucket-policy", action));
        if (file.isPresent() && !file.get().key().startsWith(known.prefix().value()))
            return Cause.of(
                    "cause.other-prefix", "remedy.bucket-differs", file.get().key(), known.prefix());
        if (action.equals("s3:PutObjectAcl"))
            return new Cause(Fault.of("cause.acl-denied", known.role()), known.remedyOfRole("remedy.plan"));
        return new Cause(
                Fault.of(
                        "cause.upload-denied",
                        known.role(),
                        action,
                        text.resource().orElse(known.bucket().name() + "/" + known.prefix())),
                known.remedyOfRole("remedy.plan"));
    }
}
