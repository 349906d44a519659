package io.spotdock.cli.fleet;

import io.spotdock.check.CheckResult;
import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Frame;
import io.spotdock.cli.TestSize;
import io.spotdock.domain.Fault;
import io.spotdock.service.TestOrder;
import io.spotdock.service.TestRun;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.Need;
import io.spotdock.service.fleet.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The live test of each. */
@Command(
        name = "test",
        description = "Checks every link of each chain, and has ThoughtSpot write files. Test files are removed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock fleet test -m fleet.yaml",
            "  spotdock fleet test -m fleet.yaml --match 'sales-*' --junit test.xml",
            "  spotdock fleet test -m fleet.yaml --json | tail -n 1 | jq '.integrations[] | select(.result == \"failed\")'"
        })
final class FleetTestCommand extends FleetVerb {
    @Mixin
    private TestSize size = new TestSize();

    FleetTestCommand(Frame frame) {
        super(frame);
    }

    @Override
    Need need() {
        return Need.IF_GIVEN;
    }

    @Override
    ExitCode run(Run run) {
        TestOrder order = TestOrder.plain(size.bytes(texts()));
        reach(run, run.chosen().entries());
        TestTelling telling = new TestTelling(texts());
        Worked<TestRun> worked = work(
                run,
                telling,
                run.chosen().entries().size(),
                listener -> run.runner().test(run.chosen().entries(), order, listener));
        Map<String, List<CheckResult>> checks = new HashMap<>();
        for (Result<TestRun> result : worked.results())
            if (result.ended() instanceof Ended.Good<TestRun>(TestRun test)) {
                checks.put(result.entry().name(), test.results());
                test.leftBehind().forEach(key -> frame().output().note(Fault.of("note.test-file-left", key)));
            }
        new Summary(frame()).tell(worked.rows());
        junit().write(frame(), () -> reports(run).ofChecks(telling.verb(), worked.rows(), checks));
        return worst(worked.rows());
    }
}
