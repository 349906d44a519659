package io.spotdock.check;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One value as the settings say it, as it stands in AWS, and as the registered webhook names it. A delivery works only
 * where the last two agree, and it is the wanted one only where all three do.
 *
 * @param field a text key, such as {@code field.region}
 * @param settings empty where the settings say nothing, for example no prefix
 */
public record Drift(String field, Optional<String> settings, Side aws, Side webhook) {
    /** What stands on one of the sides outside. */
    public sealed interface Side {
        /** What stands there; none where there is nothing, several where different ones are let in. */
        record Seen(Set<String> values) implements Side {
            public Seen {
                values = Set.copyOf(values);
            }
        }

        /** It was not to be looked at, or this side knows no such thing. */
        record Unseen() implements Side {}

        static Side of(Optional<String> value) {
            return new Seen(value.map(Set::of).orElseGet(Set::of));
        }
    }

    /** Who is not as the others are. */
    public enum Odd {
        /** All that was seen agrees. */
        NONE,
        /** AWS and the webhook agree, so deliveries work; the settings say something else. */
        SETTINGS,
        AWS,
        WEBHOOK,
        /** No two agree. */
        ALL
    }

    /** The settings are what is wanted; where only one other side was seen, it is that side that differs. */
    public Odd odd() {
        boolean awsAgrees = agrees(aws);
        boolean webhookAgrees = agrees(webhook);
        if (awsAgrees && webhookAgrees) return Odd.NONE;
        if (!awsAgrees && !webhookAgrees) {
            if (aws.equals(webhook)) return Odd.SETTINGS;
            return Odd.ALL;
        }
        return awsAgrees ? Odd.WEBHOOK : Odd.AWS;
    }

    public boolean isThere() {
        return odd() != Odd.NONE;
    }

    /** Whether some side differs from the settings in nothing but upper and lower case, which external IDs keep apart. */
    public boolean onlyInCase() {
        return differsInCase(aws) || differsInCase(webhook);
    }

    private boolean differsInCase(Side side) {
        return !agrees(side)
                && side instanceof Side.Seen(Set<String> values)
                && settings.filter(wanted -> values.stream().anyMatch(wanted::equalsIgnoreCase))
                        .isPresent();
    }

    private boolean agrees(Side side) {
        return switch (side) {
            case Side.Unseen _ -> true;
            case Side.Seen(Set<String> values) -> settings.map(values::contains).orElseGet(values::isEmpty);
        };
    }

    static Drift of(String field, Optional<String> settings, Side aws, Side webhook) {
        return new Drift(Objects.requireNonNull(field), settings, aws, webhook);
    }
}
