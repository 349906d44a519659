package io.spotdock.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two contents are the same without holding either.
 *
 * @param length in bytes
 * @param sha256 in lower-case hexadecimal
 */
public record Fingerprint(long length, String sha256) {
    private static final int BLOCK = 16 * 1024;

    /** Reads to the end. */
    public static Fingerprint of(InputStream in) throws IOException {
        MessageDigest digest = newDigest();
        byte[] block = new byte[BLOCK];
        long length = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            digest.update(block, 0, read);
            length += read;
        }
        return new Fingerprint(length, HexFormat.of().formatHex(digest.digest()));
    }

    public static Fingerprint of(Content content) {
        try (InputStream in = content.open()) {
            return of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
