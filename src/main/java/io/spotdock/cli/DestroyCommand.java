package io.spotdock.cli;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.resource.ResourceKind.Group;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.SignedIn;
import io.spotdock.service.Undoer;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes back what the journal says Spotdock made. */
@Command(
        name = "destroy",
        description = "Removes what Spotdock made, restores what it replaced, and touches nothing else.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock destroy -s spotdock.yaml",
            "  spotdock destroy -s spotdock.yaml --yes --no-input",
            "  spotdock destroy -s spotdock.yaml --only webhook"
        })
final class DestroyCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = {"-y", "--yes"},
            description = "Take it back without asking.")
    private boolean yes;

    @Option(
            names = "--only",
            paramLabel = "SIDE",
            description = "Only this side: ${COMPLETION-CANDIDATES}. The other is left as it is.")
    private @Nullable Side only;

    DestroyCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        Texts texts = frame().context().texts();
        try (Journal journal = frame().context().rooms().journals().write(settings)) {
            Scope scope = Side.scope(only);
            List<Entry> standing = new Ledger(journal.entries())
                    .standing().stream()
                            .filter(entry -> scope.holds(entry.resource().kind()))
                            .toList();
            output.member(
                    "undoes",
                    standing.stream().map(entry -> entry.resource().toString()).toList());
            journal.unread().forEach(line -> output.note(line.said()));
            Undoer.refusal(journal).ifPresent(refusal -> {
                throw new FailureException(refusal);
            });
            if (standing.isEmpty()) {
                output.say(texts.get("cli.destroy.nothing"));
                return ExitCode.OK;
            }
            boolean thoughtSpot =
                    standing.stream().anyMatch(entry -> entry.resource().kind().group() == Group.THOUGHTSPOT);
            SignedIn signedIn = connection.signIn(
                    frame(), settings, thoughtSpot ? Connection.ThoughtSpot.NEEDED : Connection.ThoughtSpot.IF_GIVEN);
            for (Entry entry : standing)
                output.print("  " + texts.get("cli.destroy." + entry.kind(), entry.resource()) + "\n");
            if (!yes && !Consenting.given(frame(), texts.get("cli.destroy.ask", standing.size())))
                return ExitCode.UNDECIDED;
            Applied undone = Connection.undoer(frame()).undo(scope, signedIn, journal, output);
            return Ending.of(undone).tell(output, texts, "cli.destroy");
        }
    }
}
