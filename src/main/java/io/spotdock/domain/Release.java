package io.spotdock.domain;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A release of ThoughtSpot, such as {@code 26.8.0.cl-97}: year, month, patch and build (ThoughtSpot, "Release version
 * schema").
 *
 * @param build 0 where none is told
 * @param name as the cluster writes it
 */
public record Release(int year, int month, int patch, int build, String name) implements Comparable<Release> {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![0-9.])(?<year>[0-9]{1,4})\\.(?<month>[0-9]{1,4})(?:\\.(?<patch>[0-9]{1,4}))?(?:\\.?[A-Za-z]{1,8})?(?:-(?<build>[0-9]{1,9}))?");
    private static final Comparator<Release> BY_NUMBERS = Comparator.comparingInt(Release::year)
            .thenComparingInt(Release::month)
            .thenComparingInt(Release::patch);

    /** Reads what a cluster says of itself; empty where there is no release in it. */
    public static Optional<Release> parse(String text) {
        String name = text.strip();
        Matcher matcher = SHAPE.matcher(name);
        return matcher.find() ? Optional.of(read(matcher, name)) : Optional.empty();
    }

    /** The first build of a release, which is all that ThoughtSpot's documentation names. */
    static Release first(int year, int month) {
        return new Release(year, month, 0, 0, year + "." + month);
    }

    private static Release read(Matcher matcher, String name) {
        return new Release(
                Integer.parseInt(matcher.group("year")),
                Integer.parseInt(matcher.group("month")),
                number(matcher.group("patch")),
                number(matcher.group("build")),
                name);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether what came with {@code other} is there; the builds of one release have the same. */
    public boolean isAtLeast(Release other) {
        return BY_NUMBERS.compare(this, other) >= 0;
    }

    @Override
    public int compareTo(Release other) {
        return BY_NUMBERS
                .thenComparingInt(Release::build)
                .thenComparing(Release::name)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
