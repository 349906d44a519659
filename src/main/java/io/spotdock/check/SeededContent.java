package io.spotdock.check;

import io.spotdock.port.Content;
import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Bytes that look random and come out of a number, so that any size costs no memory and what comes back can be compared
 * with what went. Nothing packs them smaller on the way.
 *
 * @param length in bytes
 */
public record SeededContent(long seed, long length) implements Content {
    private static final int BLOCK = 8 * 1024;

    public SeededContent {
        if (length < 0) throw new IllegalArgumentException("a length below zero: " + length);
    }

    @Override
    public InputStream open() {
        return new Blocks(seed, length);
    }

    /** One block at a time. */
    private static final class Blocks extends InputStream {
        private final SplittableRandom random;
        private final byte[] block = new byte[BLOCK];
        private int at = BLOCK;
        private long left;

        Blocks(long seed, long length) {
            random = new SplittableRandom(seed);
            left = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            Objects.checkFromIndexSize(offset, most, into.length);
            if (most == 0) return 0;
            if (left == 0) return -1;
            if (at == BLOCK) {
                random.nextBytes(block);
                at = 0;
            }
            int count = (int) Math.min(Math.min(most, BLOCK - at), left);
            System.arraycopy(block, at, into, offset, count);
            at += count;
            left -= count;
            return count;
        }

        @Override
        public int available() {
            return (int) Math.min(left, BLOCK - at);
        }
    }
}
