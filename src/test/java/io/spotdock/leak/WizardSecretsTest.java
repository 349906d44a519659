package io.spotdock.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Secret;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.WizardRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The same in the wizard: what is drawn, spoken, copied, written, and left in memory. */
@FxTest
@ResourceLock("the trail of secrets")
class WizardSecretsTest {
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @Test
    @SuppressWarnings("unchecked")
    void theWizardLetsNoSecretOut(@TempDir Path root, FxRobot robot) throws Exception {
        List<String> report;
        Path logs = root.resolve("logs");
        try (LogHeard _ = new LogHeard(logs);
                WovenLoader loader = new WovenLoader(Secret.class, WizardSecretsTest.class)) {
            report = ((Callable<List<String>>) loader.loadClass(WizardRun.class.getName())
                            .getConstructor(Stage.class, FxRobot.class, Path.class, Path.class)
                            .newInstance(stage, robot, root.resolve("work"), logs))
                    .call();
        }
        report.forEach(System.out::println);

        assertThat(report).allMatch(line -> line.startsWith("#"));
    }
}
