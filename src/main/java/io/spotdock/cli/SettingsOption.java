package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Reading;
import io.spotdock.settings.Settings;
import io.spotdock.settings.SettingsFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings a command works on: a file, and what stands above it. */
final class SettingsOption {
    @Option(
            names = {"-s", "--settings"},
            required = true,
            paramLabel = "FILE",
            description = "The settings file, YAML or JSON.")
    private Path file = Path.of("");

    @Option(
            names = "--thoughtspot-url",
            paramLabel = "URL",
            description = "ThoughtSpot's address, above SPOTDOCK_THOUGHTSPOT_URL and the file's thoughtspot.host.")
    private @Nullable String thoughtSpotUrl;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The profile to sign in to AWS with, above the file's aws.profile.")
    private @Nullable String profile;

    /** The file, from where the command was started. */
    Path file(CliContext context) {
        return context.directory().resolve(file);
    }

    /** Where relative paths within the settings start from. */
    Path folder(CliContext context) {
        Path parent = file(context).getParent();
        return parent == null ? context.directory() : parent;
    }

    /** The file's name as it was given. */
    String source() {
        return file.toString();
    }

    /** What the file holds, with the options and the environment above it. */
    Reading read(CliContext context) {
        Reading reading = LocalFiles.read("--settings", file(context), SettingsFile::read);
        Draft draft = reading.draft();
        if (thoughtSpotUrl != null) draft = withHost(draft, "--thoughtspot-url", thoughtSpotUrl);
        else if (context.variable("SPOTDOCK_THOUGHTSPOT_URL").isPresent())
            draft = withHost(
                    draft,
                    "SPOTDOCK_THOUGHTSPOT_URL",
                    context.variable("SPOTDOCK_THOUGHTSPOT_URL").get());
        if (profile != null) draft = draft.with(Field.PROFILE, profile);
        return reading.withDraft(draft);
    }

    Settings load(CliContext context) {
        return switch (read(context).check()) {
            case Checked.Good(Settings settings) -> settings;
            case Checked.Bad bad -> throw new SettingsRefused(source(), bad.problems());
        };
    }

    /** Checked here, so that the fault names the variable or option rather than a line of the file. */
    private static Draft withHost(Draft draft, String from, String url) {
        return switch (ThoughtSpotHost.parse(url)) {
            case Parsed.Good<ThoughtSpotHost> _ -> draft.with(Field.HOST, url);
            case Parsed.Bad<ThoughtSpotHost>(Fault fault) ->
                throw new FailureException(new Failure.Invalid(from, fault, ""));
        };
    }
}
