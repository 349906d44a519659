package io.spotdock.cli.fleet;

import io.spotdock.cli.CliContext;
import io.spotdock.cli.Frame;
import io.spotdock.cli.LocalFiles;
import io.spotdock.domain.Fault;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run is written down for a build server, if anywhere. */
final class JUnitFile {
    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write what became of each as JUnit XML, which build servers show. Holds no secrets.")
    private @Nullable Path file;

    /** Replaces a report that is there: it is of an earlier run. */
    void write(Frame frame, Supplier<JUnitReport> report) {
        if (file == null) return;
        CliContext context = frame.context();
        Path target = context.directory().resolve(file);
        LocalFiles.write("--junit", target, JUnitXml.of(report.get()), true);
        frame.output().note(Fault.of("note.report-written", target));
    }
}
