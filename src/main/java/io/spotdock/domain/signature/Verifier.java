package io.spotdock.domain.signature;

import io.spotdock.domain.Secret;
import io.spotdock.domain.signature.Verification.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether a signature is a body's own, and where it isn't, which of the usual mistakes would explain it. */
public final class Verifier {
    private static final int LENGTH = 32;
    /** Of SHA-1, SHA-384 and SHA-512, in bytes. */
    private static final Set<Integer> OTHER_LENGTHS = Set.of(20, 48, 64);

    private Verifier() {}

    /**
     * Compares a header's value with what it should be.
     *
     * @param body as it was received, to the byte
     * @param value of the header, in whichever form
     */
    public static Verification verify(Secret secret, byte[] body, String value) {
        Optional<Digits> read = Digits.of(value);
        if (read.isEmpty()) return new Verification.Unreadable();
        Digits digits = read.get();
        if (OTHER_LENGTHS.contains(digits.bytes().length)) return new Verification.Mistaken(Mistake.ANOTHER_ALGORITHM);
        if (digits.bytes().length != LENGTH) return new Verification.Unreadable();
        return secret.use(text -> verify(text, body, digits));
    }

    private static Verification verify(String secret, byte[] body, Digits digits) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        if (Signature.of(key, body).is(digits.bytes()))
            return new Verification.Genuine(digits.form(), digits.prefixed());
        for (Map.Entry<Mistake, byte[]> meant : bodies(body).entrySet())
            if (Signature.of(key, meant.getValue()).is(digits.bytes()))
                return new Verification.Mistaken(meant.getKey());
        if (Signature.of((secret + "\n").getBytes(StandardCharsets.UTF_8), body).is(digits.bytes()))
            return new Verification.Mistaken(Mistake.SECRET_WITH_LINE_BREAK);
        return isOfDecoded(secret, body, digits)
                ? new Verification.Mistaken(Mistake.SECRET_DECODED)
                : new Verification.Foreign();
    }

    private static Map<Mistake, byte[]> bodies(byte[] body) {
        Map<Mistake, byte[]> all = new EnumMap<>(Mistake.class);
        all.put(Mistake.LINE_BREAK_ADDED, Bodies.withoutLineBreak(body));
        all.put(Mistake.LINE_BREAK_LOST, Bodies.withLineBreak(body));
        byte[] unix = Bodies.withLineBreaksOfUnix(body);
        all.put(Mistake.LINE_BREAKS_CHANGED, unix.length < body.length ? unix : Bodies.withLineBreaksOfWindows(body));
        all.put(Mistake.BYTE_ORDER_MARK, Bodies.withoutByteOrderMark(body));
        all.put(Mistake.WRITTEN_AGAIN, Bodies.compact(body));
        return all;
    }

    private static boolean isOfDecoded(String secret, byte[] body, Digits digits) {
        byte[] fromHex = secret.length() % 2 == 0 && secret.matches("[0-9a-fA-F]+")
                ? HexFormat.of().parseHex(secret)
                : new byte[0];
        byte[] fromBase64;
        try {
            fromBase64 = Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException _) {
            fromBase64 = new byte[0];
        }
        return fromHex.length > 0 && Signature.of(fromHex, body).is(digits.bytes())
                || fromBase64.length > 0 && Signature.of(fromBase64, body).is(digits.bytes());
    }
}
