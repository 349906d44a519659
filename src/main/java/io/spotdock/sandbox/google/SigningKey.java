package io.spotdock.sandbox.google;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The issuer's RSA key. Made when first needed, since finding its primes can take longer than all the rest of the start. */
final class SigningKey {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private @Nullable KeyPair pair;

    private synchronized KeyPair pair() {
        if (pair == null) pair = generate();
        return pair;
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The {@code kid}. */
    String id() {
        return id;
    }

    /** {@code n} of the JSON Web Key (RFC 7518, section 6.3.1). */
    String modulus() {
        return unsigned(publicKey().getModulus());
    }

    /** {@code e} of the JSON Web Key. */
    String exponent() {
        return unsigned(publicKey().getPublicExponent());
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair().getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA256withRSA", e);
        }
    }

    boolean signed(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(publicKey());
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false; // a signature of the wrong length is refused by an exception
        }
    }

    private RSAPublicKey publicKey() {
        return (RSAPublicKey) pair().getPublic();
    }

    /** Base64urlUInt: without the sign byte that {@link BigInteger} puts in front (RFC 7518, section 2). */
    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        byte[] shorter = Arrays.copyOfRange(bytes, from, bytes.length);
        return BASE64URL.encodeToString(shorter);
    }
}
