package io.spotdock.check;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Telltales;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Observed.Part;
import io.spotdock.plan.WebhookComparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** ThoughtSpot's side, as far as it can be read. */
final class ThoughtSpotChecks {
    static final List<Check> ALL = List.of(
            Check.of("thoughtspot.sign-in", CheckGroup.THOUGHTSPOT, Strength.OBSERVED, ThoughtSpotAccess::signIn),
            Check.of(
                    "thoughtspot.privilege",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    ThoughtSpotAccess::webhooks,
                    "thoughtspot.sign-in"),
            Check.of(
                    "thoughtspot.channel-privilege",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    ThoughtSpotAccess::channel,
                    "thoughtspot.sign-in"),
            Check.of(
                    "thoughtspot.release",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    ThoughtSpotAccess::release,
                    "thoughtspot.sign-in"),
            Check.of(
                    "thoughtspot.offer",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    OfferCheck::look,
                    "thoughtspot.sign-in"),
            Check.of(
                    "webhook.registered",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    ThoughtSpotChecks::registered,
                    "thoughtspot.sign-in"),
            Check.of(
                    "webhook.enabled",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    ThoughtSpotChecks::enabled,
                    "webhook.registered"),
            Check.of(
                    "webhook.matches",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    ThoughtSpotChecks::matches,
                    "webhook.registered"),
            Check.of(
                    "channel.webhook",
                    CheckGroup.THOUGHTSPOT,
                    Strength.OBSERVED,
                    ThoughtSpotChecks::channel,
                    "thoughtspot.sign-in"));

    private ThoughtSpotChecks() {}

    private static Verdict registered(Subject subject) {
        if (subject.wanted().settings().webhook().isEmpty()) return Verdict.skipped("check.webhook.not-in-settings");
        boolean none = subject.observed()
                .with(Part.THOUGHTSPOT)
                .thoughtSpot()
                .filter(sight -> sight.cluster().lacks(Capability.WEBHOOKS))
                .isPresent();
        if (none)
            return Verdict.failed(Fault.of("check.webhook.registered.no-webhooks"), Fault.of("remedy.webhooks-off"));
        String name = subject.wanted().settings().webhook().get().name();
        return subject.registered()
                .map(webhook -> Verdict.passed(
                        "check.webhook.registered.yes", webhook.name(), Telltales.hideInAddress(webhook.url())))
                .orElseGet(
                        () -> Verdict.failed(Fault.of("check.webhook.registered.no", name), Fault.of("remedy.apply")));
    }

    private static Verdict enabled(Subject subject) {
        return subject.registered().orElseThrow().isDisabled()
                ? Verdict.failed(Fault.of("check.webhook.enabled.no"), Fault.of("remedy.enable"))
                : Verdict.passed("check.webhook.enabled.yes");
    }

    private static Verdict matches(Subject subject) {
        Webhook found = subject.registered().orElseThrow();
        Optional<Webhook> wanted = subject.wanted().webhook(subject.roleArn());
        List<Difference> differences =
                WebhookComparison.differences(found, WebhookComparison.onto(found, wanted.orElseThrow()));
        return differences.isEmpty()
                ? Verdict.passed("check.webhook.matches.yes")
                : Verdict.failed(
                        Fault.of(
                                "check.webhook.matches.no",
                                differences.stream()
                                        .map(ThoughtSpotChecks::told)
                                        .collect(Collectors.joining(", "))),
                        Fault.of("remedy.plan"));
    }

    /** By its path in the settings; with both values where they say where files go, as no secret is among those. */
    private static String told(Difference difference) {
        return switch (difference.field()) {
            case "field.bucket" -> told("bucket.name", difference);
            case "field.prefix" -> told("bucket.prefix", difference);
            case "field.region" -> told("aws.region", difference);
            case "field.role-arn" -> told("role.arn", difference);
            case "field.external-id" -> told("role.external-id", difference);
            case "field.url" -> told("webhook.url", difference);
            case String other -> other.replaceFirst("field", "webhook");
        };
    }

    private static String told(String path, Difference difference) {
        return path + " (" + side(difference.found()) + " ≠ " + side(difference.wanted()) + ")";
    }

    private static String side(List<String> values) {
        return values.isEmpty() ? "–" : String.join(", ", values);
    }

    private static Verdict channel(Subject subject) {
        if (subject.wanted().settings().webhook().isEmpty()) return Verdict.skipped("check.webhook.not-in-settings");
        Optional<ChannelPreference> channels =
                subject.observed().with(Part.THOUGHTSPOT).thoughtSpot().flatMap(sight -> sight.channels());
        if (channels.isEmpty()) return Verdict.skipped("note.channel-not-visible");
        return channels.get().channels().contains(ChannelPreference.Channel.WEBHOOK)
                ? Verdict.passed(
                        "check.channel.webhook.yes", channels.get().org().name())
                : Verdict.failed(
                        Fault.of(
                                "check.channel.webhook.no", channels.get().org().name()),
                        Fault.of("remedy.apply"));
    }
}
