package io.spotdock.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Recognisable secrets are put in wherever they can enter; none of them comes out, and none is left when a command has ended. */
@ResourceLock("the trail of secrets")
class SecretsNowhereTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    @SuppressWarnings("unchecked")
    void noCommandLetsASecretOut() throws Exception {
        Path logs = root.resolve("logs");
        List<String> report;
        try (LogHeard _ = new LogHeard(logs);
                WovenLoader loader = new WovenLoader(Secret.class, SecretsNowhereTest.class)) {
            report = ((Callable<List<String>>) loader.loadClass(CommandsRun.class.getName())
                            .getConstructor(Path.class, Path.class)
                            .newInstance(root.resolve("offices"), logs))
                    .call();
        }
        report.forEach(System.out::println);

        assertThat(report).allMatch(line -> line.startsWith("#"));
        assertThat(Files.size(logs.resolve("spotdock.log"))).isPositive();
    }
}
