package io.spotdock.aws;

/**
 * Where a code is asked for.
 *
 * @param role empty where the code is for a session of the profile's own keys
 * @param serial of the device, which is an ARN but for hardware tokens
 */
record MfaDevice(String profile, String role, String serial) {
    static MfaDevice of(SharedConfig config) {
        return new MfaDevice(
                config.profile(),
                config.property("role_arn").orElse(""),
                config.property("mfa_serial").orElse(""));
    }
}
