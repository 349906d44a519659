package io.spotdock.cli.fleet;

import io.spotdock.check.CheckResult;
import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Frame;
import io.spotdock.service.Diagnosis;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.Need;
import io.spotdock.service.fleet.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Why don't files come, anywhere? */
@Command(
        name = "doctor",
        description = {
            "Says for each integration what keeps files from coming, and what to mend first.",
            "Looks only: it changes and writes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock fleet doctor -m fleet.yaml",
            "  spotdock fleet doctor -m fleet.yaml --parallel 32 --junit doctor.xml",
            "  spotdock fleet doctor -m fleet.yaml --json | tail -n 1 | jq .totals"
        })
final class FleetDoctorCommand extends FleetVerb {
    FleetDoctorCommand(Frame frame) {
        super(frame);
    }

    @Override
    Need need() {
        return Need.IF_GIVEN;
    }

    @Override
    ExitCode run(Run run) {
        reach(run, run.chosen().entries());
        DoctorTelling telling = new DoctorTelling(texts());
        Worked<Diagnosis> worked = work(
                run,
                telling,
                run.chosen().entries().size(),
                listener -> run.runner().diagnose(run.chosen().entries(), listener));
        Map<String, List<CheckResult>> checks = new HashMap<>();
        for (Result<Diagnosis> result : worked.results())
            if (result.ended() instanceof Ended.Good<Diagnosis>(Diagnosis diagnosis))
                checks.put(result.entry().name(), diagnosis.results());
        new Summary(frame()).tell(worked.rows());
        junit().write(frame(), () -> reports(run).ofChecks(telling.verb(), worked.rows(), checks));
        return worst(worked.rows());
    }
}
