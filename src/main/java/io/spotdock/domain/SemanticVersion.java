package io.spotdock.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Spotdock, such as {@code 1.4.0-rc.1} (Semantic Versioning 2.0.0). Build metadata is read and forgotten, since it
 * says nothing about which version is the later one (section 10); so versions are equal when neither is later.
 *
 * @param preRelease the identifiers behind the hyphen; empty for a release
 */
public record SemanticVersion(int major, int minor, int patch, List<String> preRelease)
        implements Comparable<SemanticVersion> {
    /** No version that anybody writes is longer. */
    private static final int LONGEST = 100;

    private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
    private static final String IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

    /** Section 2, 9 and 10, with numbers that fit. */
    private static final Pattern SHAPE = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + IDENTIFIER
            + "(?:\\." + IDENTIFIER + ")*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

    public SemanticVersion {
        preRelease = List.copyOf(preRelease);
        String text = text(major, minor, patch, preRelease);
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches())
            throw new IllegalArgumentException("not a version: " + text);
    }

    /** Empty where the text is no version. */
    public static Optional<SemanticVersion> parse(String text) {
        // Before the pattern, which takes a while over what is endless.
        if (text.length() > LONGEST) return Optional.empty();
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        String preRelease = matcher.group(4);
        return Optional.of(new SemanticVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                preRelease == null ? List.of() : List.of(preRelease.split("\\.", -1))));
    }

    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    public boolean isLaterThan(SemanticVersion other) {
        return compareTo(other) > 0;
    }

    /** By precedence (section 11). */
    @Override
    public int compareTo(SemanticVersion other) {
        if (major != other.major) return Integer.compare(major, other.major);
        if (minor != other.minor) return Integer.compare(minor, other.minor);
        if (patch != other.patch) return Integer.compare(patch, other.patch);
        // A release is later than what led to it.
        if (isPreRelease() != other.isPreRelease()) return isPreRelease() ? -1 : 1;
        for (int i = 0; i < Math.min(preRelease.size(), other.preRelease.size()); i++) {
            int difference = compare(preRelease.get(i), other.preRelease.get(i));
            if (difference != 0) return difference;
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    /** Numbers by their value, however long; all else by ASCII; numbers first (section 11.4). */
    private static int compare(String one, String other) {
        boolean number = isNumber(one);
        if (number != isNumber(other)) return number ? -1 : 1;
        if (number && one.length() != other.length()) return Integer.compare(one.length(), other.length());
        return one.compareTo(other);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String text(int major, int minor, int patch, List<String> preRelease) {
        String core = major + "." + minor + "." + patch;
        return preRelease.isEmpty() ? core : core + "-" + String.join(".", preRelease);
    }

    @Override
    public String toString() {
        return text(major, minor, patch, preRelease);
    }
}
