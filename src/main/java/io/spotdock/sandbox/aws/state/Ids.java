package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.wire.SigV4;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** Makes identifiers of AWS's shapes (IAM User Guide, "IAM identifiers"). */
public final class Ids {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom random = new SecureRandom();

    /** @param prefix such as {@code AROA} for a role */
    public String unique(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        while (id.length() < 21) id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return id.toString();
    }

    /** @param prefix {@code AKIA} or {@code ASIA} */
    public String accessKeyId(String prefix) {
        return unique(prefix).substring(0, 20);
    }

    public String secret() {
        return opaque(30);
    }

    public String sessionToken() {
        return "IQoJb3JpZ2luX2Vj" + opaque(240);
    }

    /** Base64 of so many random bytes. */
    public String opaque(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return Base64.getEncoder().encodeToString(raw);
    }

    public String versionId() {
        return opaque(24).replaceAll("[+/]", "_");
    }

    public String requestId() {
        return UUID.randomUUID().toString();
    }

    public String shortRequestId() {
        return unique("").substring(0, 16).toUpperCase(Locale.ROOT);
    }

    /** S3's name for an account. */
    public static String canonicalUser(AccountId account) {
        return SigV4.sha256Hex(("canonical user of " + account).getBytes(StandardCharsets.UTF_8));
    }
}
