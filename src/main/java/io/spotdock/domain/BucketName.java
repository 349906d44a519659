package io.spotdock.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a general purpose bucket: 3 to 63 of {@code [a-z0-9.-]}, beginning and ending with a letter or digit, no
 * two dots in a row, not an IPv4 address, none of the reserved prefixes and suffixes (Amazon S3 User Guide, "General
 * purpose bucket naming rules").
 */
public record BucketName(String value) {
    private static final int LONGEST = 63;
    private static final Pattern LEGAL_CHARACTERS = Pattern.compile("[a-z0-9.-]*");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final List<String> RESERVED_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_SUFFIXES =
            List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    public BucketName {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<BucketName> parse(String text) {
        return Parsed.of(text, BucketName::rule, BucketName::new);
    }

    private static @Nullable Fault rule(String text) {
        if (!LEGAL_CHARACTERS.matcher(text).matches()) return Fault.of("fault.bucket-name.characters", text);
        if (text.length() < 3 || text.length() > LONGEST) return Fault.of("fault.bucket-name.length", text.length());
        if (!edge(text.charAt(0)) || !edge(text.charAt(text.length() - 1)))
            return Fault.of("fault.bucket-name.edges", text);
        if (text.contains("..")) return Fault.of("fault.bucket-name.dots", text);
        if (IPV4.matcher(text).matches()) return Fault.of("fault.bucket-name.ip", text);
        for (String reserved : RESERVED_PREFIXES)
            if (text.startsWith(reserved)) return Fault.of("fault.bucket-name.prefix", reserved);
        for (String reserved : RESERVED_SUFFIXES)
            if (text.endsWith(reserved)) return Fault.of("fault.bucket-name.suffix", reserved);
        return null;
    }

    private static boolean edge(char c) {
        return c != '-' && c != '.';
    }

    /** The name somebody may have meant: in small letters, with hyphens for what is not allowed. */
    public static Optional<BucketName> near(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.-]+", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("[.-]+$", "");
        return parse(cut).good();
    }

    @Override
    public String toString() {
        return value;
    }
}
