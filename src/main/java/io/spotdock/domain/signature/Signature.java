package io.spotdock.domain.signature;

import io.spotdock.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HMAC-SHA256 (RFC 2104) over the bytes of a call's body, with the shared secret's UTF-8 bytes as key (ThoughtSpot,
 * {@code signature_verification}). How ThoughtSpot writes its 32 bytes into the header is not published.
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] digest;

    private Signature(byte[] digest) {
        this.digest = digest;
    }

    public static Signature of(Secret secret, byte[] body) {
        return secret.use(text -> of(text.getBytes(StandardCharsets.UTF_8), body));
    }

    /** @param key not empty */
    static Signature of(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new Signature(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** 64 small hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    /** 44 characters of RFC 4648 section 4, the last of them an equals sign. */
    public String base64() {
        return Base64.getEncoder().encodeToString(digest);
    }

    /** Compares in a time that tells nothing of where two differ. */
    boolean is(byte[] other) {
        return MessageDigest.isEqual(digest, other);
    }
}
