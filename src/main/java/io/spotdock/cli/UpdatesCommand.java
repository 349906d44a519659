package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.port.Releases.Announced;
import io.spotdock.text.Texts;
import io.spotdock.update.Answer;
import io.spotdock.update.UpdateCheck;
import java.net.URI;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether there is a newer Spotdock; asked for by a person, and by no other command. */
@Command(
        name = "updates",
        description = {
            "Says whether there is a newer Spotdock, and on which page to get it. Downloads and installs nothing.",
            "Sends the version of this one and nothing else. No other command asks; the wizard does once a day, unless --off.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spotdock updates", "  spotdock updates --json | jq .latest", "  spotdock updates --off"})
final class UpdatesCommand extends Verb {
    @ArgGroup
    private Switch choice = new Switch();

    /** At most one of them. */
    private static final class Switch {
        @Option(names = "--off", description = "Instead: have the wizard ask no more. Kept on this computer.")
        private boolean off;

        @Option(
                names = "--on",
                description = "Instead: have the wizard ask once a day again, as it does unless told otherwise.")
        private boolean on;
    }

    UpdatesCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        CliContext context = frame().context();
        UpdateCheck check = context.rooms().updates().apply(context.environment());
        if (choice.off || choice.on) return turned(check, choice.on, output);
        output.member("version", Cli.version());
        Answer answer = check.ask();
        output.member("update", word(answer));
        return switch (answer) {
            case Answer.Newer(SemanticVersion own, Announced latest) -> newer(own, latest, output);
            case Answer.UpToDate upToDate -> upToDate(upToDate, output);
            case Answer.NotAsked(Answer.Why why) -> notAsked(why, output);
            case Answer.Unknown(Failure failure) -> throw new FailureException(failure);
        };
    }

    private ExitCode turned(UpdateCheck check, boolean on, Output output) {
        check.turn(on);
        output.member("check", on && !check.isForbidden() ? "on" : "off");
        output.say(texts().get(on ? "cli.updates.on" : "cli.updates.off"));
        if (on && check.isForbidden()) output.note(Fault.of("note.updates.forbidden"));
        return ExitCode.OK;
    }

    private ExitCode newer(SemanticVersion own, Announced latest, Output output) {
        output.member("latest", latest.version().toString());
        latest.published().ifPresent(at -> output.member("published", at.toString()));
        latest.page().ifPresent(page -> output.member("page", page.toString()));
        output.print(texts().get("cli.updates.newer", latest.version(), own) + "\n");
        latest.page().map(URI::toString).ifPresent(page -> output.print(texts().get("cli.updates.page", page) + "\n"));
        output.say(texts().get("cli.updates.how"));
        return ExitCode.OK;
    }

    private ExitCode upToDate(Answer.UpToDate answer, Output output) {
        answer.latest().ifPresent(latest -> output.member("latest", latest.toString()));
        output.print(answer.latest()
                        .filter(latest -> !latest.equals(answer.own()))
                        .map(latest -> texts().get("cli.updates.up-to-date.other", answer.own(), latest))
                        .orElseGet(() -> texts().get("cli.updates.up-to-date", answer.own()))
                + "\n");
        return ExitCode.OK;
    }

    /** Not 0, which a script would take for up to date. */
    private ExitCode notAsked(Answer.Why why, Output output) {
        String sentence = switch (why) {
            case NO_ADDRESS -> texts().get("cli.updates.no-address");
            case DEVELOPMENT -> texts().get("cli.updates.development");
            case FORBIDDEN -> texts().get("cli.updates.forbidden");
            case OFF, RECENTLY -> throw new IllegalStateException("whoever asks is answered");
        };
        output.member("why", sentence);
        output.say(sentence);
        return ExitCode.USAGE;
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Newer _ -> "newer";
            case Answer.UpToDate _ -> "up-to-date";
            case Answer.NotAsked(Answer.Why why) ->
                "not-asked-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Answer.Unknown _ -> "unknown";
        };
    }

    private Texts texts() {
        return frame().context().texts();
    }
}
