package io.spotdock.domain;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An AWS region's code by shape, such as {@code eu-central-1}; new regions need no new release of Spotdock. */
public record RegionName(String value) {
    private static final Pattern LEGAL = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}");

    /** The commercial regions known today (AWS Regions and Availability Zones, "AWS Regions"); others may be named too. */
    public static final List<RegionName> COMMERCIAL = Stream.of(
                    "us-east-1",
                    "us-east-2",
                    "us-west-1",
                    "us-west-2",
                    "ca-central-1",
                    "ca-west-1",
                    "mx-central-1",
                    "sa-east-1",
                    "eu-central-1",
                    "eu-central-2",
                    "eu-north-1",
                    "eu-south-1",
                    "eu-south-2",
                    "eu-west-1",
                    "eu-west-2",
                    "eu-west-3",
                    "af-south-1",
                    "il-central-1",
                    "me-central-1",
                    "me-south-1",
                    "ap-east-1",
                    "ap-east-2",
                    "ap-northeast-1",
                    "ap-northeast-2",
                    "ap-northeast-3",
                    "ap-south-1",
                    "ap-south-2",
                    "ap-southeast-1",
                    "ap-southeast-2",
                    "ap-southeast-3",
                    "ap-southeast-4",
                    "ap-southeast-5",
                    "ap-southeast-6",
                    "ap-southeast-7")
            .map(RegionName::new)
            .toList();

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
