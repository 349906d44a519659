package io.spotdock.sandbox.aws.protocol;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The checksums S3 keeps with objects (Amazon S3 User Guide, "Checking object integrity"). */
public enum Checksums {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256;

    /** {@code x-amz-checksum-crc32} and its like. */
    public String header() {
        return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    /** {@code ChecksumCRC32} and its like. */
    public String element() {
        return "Checksum" + name();
    }

    public static Optional<Checksums> named(String name) {
        return Arrays.stream(values())
                .filter(c -> c.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(raw(bytes));
    }

    /** Whether a multipart object's checksum is by default one of its parts' checksums rather than of the whole. */
    public boolean compositeByDefault() {
        return this != CRC64NVME;
    }

    private byte[] raw(byte[] bytes) {
        return switch (this) {
            case CRC32 -> crc(new CRC32(), bytes);
            case CRC32C -> crc(new CRC32C(), bytes);
            case CRC64NVME ->
                ByteBuffer.allocate(8).putLong(new Crc64Nvme().of(bytes)).array();
            case SHA1 -> digest("SHA-1", bytes);
            case SHA256 -> digest("SHA-256", bytes);
        };
    }

    private static byte[] crc(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        return ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
    }

    public static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
