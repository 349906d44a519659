package io.spotdock.domain.signature;

import io.spotdock.domain.signature.Verification.Form;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A header's value, read as bytes. */
record Digits(byte[] bytes, Form form, boolean prefixed) {
    /** A name and an equals sign before a digest; a digest in Base64 may end in one, but has none so early. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,15}=(?=.{26})");

    static Optional<Digits> of(String value) {
        String text = value.strip();
        Matcher prefix = PREFIX.matcher(text);
        boolean prefixed = prefix.lookingAt();
        String digits = prefixed ? text.substring(prefix.end()) : text;
        if (digits.isEmpty()) return Optional.empty();
        if (digits.length() % 2 == 0 && digits.matches("[0-9a-fA-F]+"))
            return Optional.of(new Digits(
                    HexFormat.of().parseHex(digits),
                    digits.matches("[0-9a-f]+") ? Form.HEX : Form.HEX_IN_CAPITALS,
                    prefixed));
        if (digits.matches("[A-Za-z0-9+/]+={0,2}") && digits.length() % 4 == 0)
            return decoded(Base64.getDecoder(), digits, Form.BASE64, prefixed);
        String bare = digits.replaceFirst("={1,2}$", "").replace('+', '-').replace('/', '_');
        return bare.matches("[A-Za-z0-9_-]+")
                ? decoded(Base64.getUrlDecoder(), bare, Form.BASE64_OF_URLS, prefixed)
                : Optional.empty();
    }

    private static Optional<Digits> decoded(Base64.Decoder decoder, String digits, Form form, boolean prefixed) {
        try {
            return Optional.of(new Digits(decoder.decode(digits), form, prefixed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
