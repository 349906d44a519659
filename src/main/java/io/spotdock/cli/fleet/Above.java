package io.spotdock.cli.fleet;

import io.spotdock.cli.CliContext;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What stands above a manifest, for all of its integrations, as it does above a settings file. */
final class Above {
    private static final String VARIABLE = "SPOTDOCK_THOUGHTSPOT_URL";

    @Option(
            names = "--thoughtspot-url",
            paramLabel = "URL",
            description = "ThoughtSpot's address for all, above SPOTDOCK_THOUGHTSPOT_URL and each thoughtspot.host.")
    private @Nullable String thoughtSpotUrl;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The profile to sign in to AWS with, for all, above each aws.profile.")
    private @Nullable String profile;

    List<FleetEntry> put(List<FleetEntry> entries, CliContext context) {
        Optional<String> url = Optional.ofNullable(thoughtSpotUrl).or(() -> context.variable(VARIABLE));
        String from = thoughtSpotUrl == null ? VARIABLE : "--thoughtspot-url";
        Optional<ThoughtSpotHost> host = url.map(text -> parsed(from, text));
        host.ifPresent(_ -> keepApart(entries, from));
        return entries.stream()
                .map(entry -> new FleetEntry(entry.name(), above(entry.settings(), host), entry.at()))
                .toList();
    }

    private static ThoughtSpotHost parsed(String from, String url) {
        return switch (ThoughtSpotHost.parse(url)) {
            case Parsed.Good<ThoughtSpotHost>(ThoughtSpotHost host) -> host;
            case Parsed.Bad<ThoughtSpotHost>(Fault fault) ->
                throw new FailureException(new Failure.Invalid(from, fault, ""));
        };
    }

    /** Orgs of one name at two hosts would become one and the same, which has one webhook. */
    private static void keepApart(List<FleetEntry> entries, String from) {
        Map<Optional<String>, FleetEntry> byOrg = new HashMap<>();
        for (FleetEntry entry : entries) {
            if (entry.settings().webhook().isEmpty()) continue;
            FleetEntry other = byOrg.putIfAbsent(org(entry), entry);
            if (other != null && !Objects.equals(host(other), host(entry)))
                throw new FailureException(
                        new Failure.Invalid(from, Fault.of("fault.fleet.one-address", other.name(), entry.name()), ""));
        }
    }

    private static Optional<String> org(FleetEntry entry) {
        return entry.settings().thoughtSpot().org().map(org -> org.toLowerCase(Locale.ROOT));
    }

    private static Optional<ThoughtSpotHost> host(FleetEntry entry) {
        return entry.settings().thoughtSpot().host();
    }

    private Settings above(Settings settings, Optional<ThoughtSpotHost> host) {
        Settings.ThoughtSpot there = settings.thoughtSpot();
        Settings.Aws aws = settings.aws();
        return new Settings(
                new Settings.ThoughtSpot(
                        there.hosting(),
                        host.or(there::host),
                        there.org(),
                        there.accountId(),
                        there.serviceAccountId()),
                new Settings.Aws(aws.accountId(), Optional.ofNullable(profile).or(aws::profile), aws.region()),
                settings.bucket(),
                settings.role(),
                settings.webhook());
    }
}
