package io.spotdock.cli;

import io.spotdock.settings.Checked;
import io.spotdock.settings.Settings;
import io.spotdock.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says all that is wrong with a settings file. */
@Command(
        name = "check-settings",
        description = "Says what is wrong with a settings file, with line and column. Asks nobody.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock check-settings -s spotdock.yaml",
            "  spotdock check-settings -s spotdock.yaml --json",
            "  spotdock check-settings --schema > spotdock-settings.schema.json"
        })
final class CheckSettingsCommand extends Verb {
    /** Either of them. */
    static final class What {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable SettingsOption settings;

        @Option(names = "--schema", required = true, description = "Print the file's JSON Schema instead.")
        private boolean schema;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what = new What();

    CheckSettingsCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) throws Exception {
        SettingsOption settings = what.settings;
        if (what.schema || settings == null) {
            output.print(SettingsFile.schema());
            output.member("schema", JsonText.read(SettingsFile.schema()));
            return ExitCode.OK;
        }
        return switch (settings.read(frame().context()).check()) {
            case Checked.Good(Settings _) -> {
                output.say(frame().context().texts().get("cli.settings.good", settings.source()));
                yield ExitCode.OK;
            }
            case Checked.Bad bad -> throw new SettingsRefused(settings.source(), bad.problems());
        };
    }
}
