package io.spotdock.sandbox.aws.protocol;

/** CRC-64/NVME: the reflected polynomial 0x9A6C9329AC4BC9B5, all ones before and after (NVM Express specification). */
final class Crc64Nvme {
    private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

    private final long[] table = new long[256];

    Crc64Nvme() {
        for (int i = 0; i < table.length; i++) {
            long crc = i;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
            table[i] = crc;
        }
    }

    long of(byte[] bytes) {
        long crc = ~0L;
        for (byte b : bytes) crc = table[(int) ((crc ^ b) & 0xff)] ^ (crc >>> 8);
        return ~crc;
    }
}
