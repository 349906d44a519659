package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.journal.Journal;
import io.spotdock.service.Diagnosis;
import io.spotdock.service.Event;
import io.spotdock.service.Integration;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Why don't files come? */
@Command(
        name = "doctor",
        description = {
            "Says what keeps files from coming, and what to mend first. Looks only: it changes and writes nothing.",
            "Settings, AWS and the registered webhook are compared with each other."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock doctor -s spotdock.yaml",
            "  spotdock doctor -s spotdock.yaml --verbose",
            "  spotdock doctor -s spotdock.yaml --json | tail -n 1 | jq .drift"
        })
final class DoctorCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private ReportFile report = new ReportFile();

    DoctorCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        try (Journal journal = frame().context().rooms().journals().read(settings)) {
            Integration integration = connection.open(frame(), settings, journal, Connection.ThoughtSpot.IF_GIVEN);
            integration.notes().forEach(output::note);
            Diagnosis diagnosis = integration.diagnose(event -> hear(output, event));
            report.write(frame(), settings, diagnosis.results());
            return tell(diagnosis, settings, output);
        }
    }

    /** A person wants to read what is wrong, a program or who asks for it all that was looked at. */
    private void hear(Output output, Event event) {
        boolean everything = frame().options().json || frame().options().verbose;
        if (everything || !(event instanceof Event.Checked(CheckResult result)) || isFinding(result))
            output.accept(event);
    }

    private static boolean isFinding(CheckResult result) {
        return result.status() == Status.FAILED || result.status() == Status.WARNED;
    }

    private ExitCode tell(Diagnosis diagnosis, Settings settings, Output output) {
        Texts texts = frame().context().texts();
        DriftText drift = new DriftText(texts, settings.role().isMadeElsewhere());
        output.member("drift", drift.json(diagnosis.compared()));
        output.member("first", diagnosis.first().map(CheckResult::id).orElse(""));
        if (!diagnosis.drifts().isEmpty()) output.print(drift.of(diagnosis.drifts()));
        diagnosis
                .first()
                .ifPresentOrElse(
                        first -> output.say(texts.get("cli.doctor.first", texts.get("check." + first.id()))),
                        () -> output.say(texts.get("cli.doctor.nothing")));
        long skipped = diagnosis.results().stream()
                .filter(result -> result.status() == Status.SKIPPED)
                .count();
        if (skipped > 0 && !frame().options().verbose) output.say(texts.get("cli.doctor.skipped", skipped));
        ExitCode ended = Tally.of(diagnosis.results()).tell(output, texts);
        return diagnosis.drifts().isEmpty() ? ended : ExitCode.CHECK_FAILED;
    }
}
