package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import java.util.Optional;

/**
 * MFA delete: a version goes, and the versioning changes, only with a code of a device (Amazon S3 User Guide, "Configuring
 * MFA delete"). There are no devices and no root user here, so any six digits after a serial number will do.
 */
final class MfaDelete {
    private static final String SETTING = "versioning.mfa";

    private MfaDelete() {}

    private static boolean isOn(Bucket bucket) {
        return bucket.setting(SETTING).equals(Optional.of("Enabled"));
    }

    /** Before a version is deleted. */
    static void check(S3Call call, Bucket bucket) {
        if (isOn(bucket)) need(call);
    }

    /** Before the versioning is changed; keeps whether MFA delete is on from now on. */
    static void change(S3Call call, Bucket bucket, XmlBody versioning) {
        Optional<String> wanted = versioning.text("MfaDelete");
        if (wanted.isPresent() || isOn(bucket)) need(call);
        wanted.ifPresent(state -> bucket.settings().put(SETTING, state));
    }

    private static void need(S3Call call) {
        if (!call.header("x-amz-mfa").orElse("").matches("\\S+ [0-9]{6}"))
            throw new Refusal(403, "AccessDenied", "Mfa Authentication must be used for this request");
    }
}
