package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An AWS region's code by shape, such as {@code eu-central-1}; new regions need no new release of Spotdock. */
public record RegionName(String value) {
    private static final Pattern LEGAL = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}");

    public RegionName {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<RegionName> parse(String text) {
        return Parsed.of(text.strip(), RegionName::rule, RegionName::new);
    }

    private static @Nullable Fault rule(String text) {
        return LEGAL.matcher(text).matches() ? null : Fault.of("fault.region", text);
    }

    public Partition partition() {
        if (value.startsWith("cn-")) return Partition.AWS_CN;
        return value.startsWith("us-gov-") ? Partition.AWS_US_GOV : Partition.AWS;
    }

    @Override
    public String toString() {
        return value;
    }
}
