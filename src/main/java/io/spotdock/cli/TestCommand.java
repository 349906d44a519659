package io.spotdock.cli;

import io.spotdock.domain.Fault;
import io.spotdock.domain.LiveboardReference;
import io.spotdock.domain.Parsed;
import io.spotdock.journal.Journal;
import io.spotdock.service.Integration;
import io.spotdock.service.Journals;
import io.spotdock.service.SelfTestProposal;
import io.spotdock.service.TestOrder;
import io.spotdock.service.TestRun;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The live test. */
@Command(
        name = "test",
        description = "Checks every link of the chain, and has ThoughtSpot write a file. Test files are removed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock test -s spotdock.yaml",
            "  spotdock test -s spotdock.yaml --size 26214400",
            "  spotdock test -s spotdock.yaml --self-test --report test.html",
            "  spotdock test -s spotdock.yaml --liveboard 'Sales Overview'",
            "  spotdock test -s spotdock.yaml --json | tail -n 1 | jq '.checks[] | select(.status == \"failed\")'"
        })
final class TestCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private TestSize size = new TestSize();

    @Option(
            names = "--self-test",
            description =
                    "Also try what must be refused, in the role itself: for that, one statement is put into its trust"
                            + " policy, and taken out again when the test ends.")
    private boolean selfTest;

    @Option(
            names = "--liveboard",
            paramLabel = "ID-OR-NAME",
            description =
                    "Also have this Liveboard delivered: a schedule is made for the next multiple of five minutes, with you"
                            + " as only recipient, followed to its end, and deleted. The report stays in the bucket. The"
                            + " address of the Liveboard's page will do as well.")
    private @Nullable String liveboard;

    @Option(
            names = {"-y", "--yes"},
            description = "With --self-test or --liveboard: do it without asking.")
    private boolean yes;

    @Mixin
    private ReportFile report = new ReportFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TestCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Texts texts = frame().context().texts();
        TestOrder order = new TestOrder(size.bytes(texts), selfTest, liveboard());
        Settings settings = connection.settings(frame());
        Connection.ThoughtSpot need =
                order.liveboard().isPresent() ? Connection.ThoughtSpot.NEEDED : Connection.ThoughtSpot.IF_GIVEN;
        try (Journal journal = journal(settings, order)) {
            Integration integration = connection.open(frame(), settings, journal, need);
            integration.notes().forEach(output::note);
            if (selfTest && !agreed(integration, output)) return ExitCode.UNDECIDED;
            LiveboardConsent consent = new LiveboardConsent(frame(), yes);
            if (order.liveboard().isPresent()
                    && !consent.given(integration, order.liveboard().get())) return ExitCode.UNDECIDED;
            TestRun run = Tally.test(integration, order, output);
            report.write(frame(), settings, run.results());
            return Tally.tell(run, output, texts);
        }
    }

    private Optional<TestOrder.Liveboard> liveboard() {
        if (liveboard == null) return Optional.empty();
        return switch (LiveboardReference.parse(liveboard)) {
            case Parsed.Good<LiveboardReference>(LiveboardReference reference) ->
                Optional.of(new TestOrder.Liveboard(reference, ZoneId.systemDefault()));
            case Parsed.Bad<LiveboardReference>(Fault fault) ->
                throw new ParameterException(
                        spec.commandLine(), frame().context().texts().of(fault));
        };
    }

    private Journal journal(Settings settings, TestOrder order) {
        Journals journals = frame().context().rooms().journals();
        return order.isJournalled() ? journals.write(settings) : journals.read(settings);
    }

    /** Shows what would be put in. Where nothing can be, there is nothing to agree to, and the checks say why. */
    private boolean agreed(Integration integration, Output output) {
        Texts texts = frame().context().texts();
        return switch (integration.selfTest()) {
            case SelfTestProposal.NotPossible _ -> true;
            case SelfTestProposal.PutIn proposal -> {
                output.member(
                        "selfTest",
                        Map.of(
                                "role",
                                proposal.role().toString(),
                                "principal",
                                proposal.principal(),
                                "minutes",
                                proposal.lasts().toMinutes()));
                output.say(texts.get(
                        "cli.test.self-test.says",
                        proposal.role(),
                        proposal.principal(),
                        proposal.lasts().toMinutes()));
                if (proposal.madeElsewhere()) output.say(texts.get("cli.test.self-test.elsewhere"));
                yield yes || Consenting.given(frame(), texts.get("cli.test.self-test.ask"));
            }
        };
    }
}
