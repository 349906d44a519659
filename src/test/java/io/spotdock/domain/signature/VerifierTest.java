package io.spotdock.domain.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Secret;
import io.spotdock.domain.signature.Verification.Foreign;
import io.spotdock.domain.signature.Verification.Form;
import io.spotdock.domain.signature.Verification.Genuine;
import io.spotdock.domain.signature.Verification.Mistake;
import io.spotdock.domain.signature.Verification.Mistaken;
import io.spotdock.domain.signature.Verification.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
    private static final String SECRET = "s3cr3t";
    private static final String BODY = "{\"a\":\"x \\\" y\",\"b\":[1,2]}";

    private static Signature signature(String secret, String body) {
        return Signature.of(Secret.of(secret), utf8(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Verification verify(String body, String value) {
        return Verifier.verify(Secret.of(SECRET), utf8(body), value);
    }

    @Test
    void everyWayOfWritingTheBodysOwnSignatureIsAMatchAndNamed() {
        Signature own = signature(SECRET, BODY);
        assertThat(verify(BODY, own.hex())).isEqualTo(new Genuine(Form.HEX, false));
        assertThat(verify(BODY, " " + own.hex() + "\n")).isEqualTo(new Genuine(Form.HEX, false));
        assertThat(verify(BODY, own.hex().toUpperCase(Locale.ROOT)))
                .isEqualTo(new Genuine(Form.HEX_IN_CAPITALS, false));
        assertThat(verify(BODY, own.base64())).isEqualTo(new Genuine(Form.BASE64, false));
        assertThat(verify(BODY, own.base64().replace("=", ""))).isEqualTo(new Genuine(Form.BASE64_OF_URLS, false));
        assertThat(verify(BODY, "sha256=" + own.hex())).isEqualTo(new Genuine(Form.HEX, true));
        assertThat(verify(BODY, "sha256=" + own.base64())).isEqualTo(new Genuine(Form.BASE64, true));
    }

    @Test
    void whatWasDoneToTheBodyOnTheWayIsFound() {
        String own = signature(SECRET, BODY).hex();
        assertThat(verify(BODY + "\n", own)).isEqualTo(new Mistaken(Mistake.LINE_BREAK_ADDED));
        assertThat(verify(BODY + "\r\n", own)).isEqualTo(new Mistaken(Mistake.LINE_BREAK_ADDED));
        assertThat(verify("\uFEFF" + BODY, own)).isEqualTo(new Mistaken(Mistake.BYTE_ORDER_MARK));
        assertThat(verify("{ \"a\" : \"x \\\" y\",\n  \"b\": [1, 2] }", own))
                .isEqualTo(new Mistaken(Mistake.WRITTEN_AGAIN));
        assertThat(verify(BODY, signature(SECRET, BODY + "\n").hex())).isEqualTo(new Mistaken(Mistake.LINE_BREAK_LOST));
        assertThat(verify("a\r\nb", signature(SECRET, "a\nb").hex()))
                .isEqualTo(new Mistaken(Mistake.LINE_BREAKS_CHANGED));
        assertThat(verify("a\nb", signature(SECRET, "a\r\nb").hex()))
                .isEqualTo(new Mistaken(Mistake.LINE_BREAKS_CHANGED));
    }

    @Test
    void soIsWhatWasDoneToTheSecret() {
        assertThat(verify(BODY, signature(SECRET + "\n", BODY).hex()))
                .isEqualTo(new Mistaken(Mistake.SECRET_WITH_LINE_BREAK));
        assertThat(Verifier.verify(
                        Secret.of("4a656665"),
                        utf8(BODY),
                        signature("Jefe", BODY).base64()))
                .isEqualTo(new Mistaken(Mistake.SECRET_DECODED));
        assertThat(Verifier.verify(
                        Secret.of("SmVmZQ=="),
                        utf8(BODY),
                        signature("Jefe", BODY).hex()))
                .isEqualTo(new Mistaken(Mistake.SECRET_DECODED));
    }

    @Test
    void anothersSignatureIsAnothers() {
        assertThat(verify(BODY, signature("other", BODY).hex())).isEqualTo(new Foreign());
        assertThat(verify("", signature(SECRET, BODY).hex())).isEqualTo(new Foreign());
    }

    @Test
    void aDigestOfAnotherLengthIsOfAnotherAlgorithm() {
        assertThat(verify(BODY, "0".repeat(40))).isEqualTo(new Mistaken(Mistake.ANOTHER_ALGORITHM));
        assertThat(verify(BODY, "sha512=" + "0".repeat(128))).isEqualTo(new Mistaken(Mistake.ANOTHER_ALGORITHM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sha256=", "abc", "=", "not a digest", "0123456789", "ÄÖÜ", "a=b=c"})
    void whatIsNoDigestIsSaidToBeNone(String value) {
        assertThat(verify(BODY, value)).isEqualTo(new Unreadable());
    }
}
