package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.port.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededContentTest {
    private static byte[] bytes(long seed, long length) throws IOException {
        try (InputStream in = new SeededContent(seed, length).open()) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 8191, 8192, 8193, 100_000})
    void itIsAsLongAsItSaysAndTheSameEachTimeItIsOpened(long length) throws IOException {
        assertThat(bytes(7, length)).hasSize((int) length).isEqualTo(bytes(7, length));
    }

    @Test
    void itIsTheSameHoweverItIsRead() throws IOException {
        ByteArrayOutputStream oneByOne = new ByteArrayOutputStream();
        try (InputStream in = new SeededContent(7, 10_000).open()) {
            for (int b = in.read(); b >= 0; b = in.read()) oneByOne.write(b);
        }

        assertThat(oneByOne.toByteArray()).isEqualTo(bytes(7, 10_000));
    }

    @Test
    void anotherSeedIsAnotherContentFromItsFirstBlockOn() throws IOException {
        assertThat(bytes(8, 64)).isNotEqualTo(bytes(7, 64));
        assertThat(Fingerprint.of(new SeededContent(8, 64))).isNotEqualTo(Fingerprint.of(new SeededContent(7, 64)));
    }

    @Test
    void nothingOnTheWayCanPackItSmaller() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(bytes(7, 100_000));
        }

        assertThat(packed.size()).isGreaterThan(99_000);
    }
}
