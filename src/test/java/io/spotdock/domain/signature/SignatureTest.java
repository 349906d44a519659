package io.spotdock.domain.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    /** The test cases 1 to 4 and 6 of RFC 4231, section 4. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "0102030405060708090a0b0c0d0e0f10111213141516171819, 50*cd,"
                + " 82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
        "131*aa, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374,"
                + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    })
    void itIsThatOfTheStandardsOwnExamples(String key, String body, String digest) {
        assertThat(Signature.of(bytes(key), bytes(body)).hex()).isEqualTo(digest);
    }

    private static byte[] bytes(String hex) {
        if (!hex.contains("*")) return HexFormat.of().parseHex(hex);
        byte[] many = new byte[Integer.parseInt(hex.substring(0, hex.indexOf('*')))];
        Arrays.fill(many, (byte) Integer.parseInt(hex.substring(hex.indexOf('*') + 1), 16));
        return many;
    }

    @Test
    void bothWaysOfWritingItMeanTheSameBytes() {
        Signature signature = Signature.of(Secret.of("Jefe"), "what".getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().parseHex(signature.hex()))
                .isEqualTo(Base64.getDecoder().decode(signature.base64()))
                .hasSize(32);
    }
}
