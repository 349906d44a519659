package io.spotdock.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.look.Look;
import io.spotdock.gui.step.FileChoices;
import io.spotdock.gui.task.FxOperations;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.Journal;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Event;
import io.spotdock.service.KeptEntries;
import io.spotdock.service.Sleeper;
import io.spotdock.settings.Draft;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@FxTest
class WizardTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path directory;

    private Wizard wizard;
    private Stage stage;

    @Start
    void open(Stage first) {
        stage = first;
        FileChoices nowhere = new FileChoices() {
            @Override
            public Optional<Path> save(String title, String suggested) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> folder(String title) {
                return Optional.empty();
            }
        };
        wizard = new Wizard(
                new Wizard.World(
                        TestRooms.of(Journal.inMemory(), InstantSource.system(), Sleeper.REAL, Path.of("no-such-home")),
                        Map.of("AWS_CONFIG_FILE", "none", "AWS_SHARED_CREDENTIALS_FILE", "none"),
                        Path.of(""),
                        new KeptEntries(new DataDirectory(directory)),
                        Event.Sink.NONE,
                        SandboxOptions.aws()),
                Draft.EMPTY,
                new Texts(Locale.ENGLISH),
                new FxOperations(InstantSource.system()),
                nowhere,
                stage::hide);
        Scene scene = new Scene(wizard.root(), Grid.WINDOW_WIDTH, Grid.WINDOW_HEIGHT);
        Look.of(ColorScheme.LIGHT).applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theSandboxIsABandOverTheWindowUntilItIsLeft(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Png.write(
                WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get(),
                Path.of("/tmp/shots/wizard-1.png"));
        WaitForAsyncUtils.asyncFx(() -> wizard.enterSandbox()).get();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> wizard.desk().inSandbox());
        WaitForAsyncUtils.waitForFxEvents();
        Png.write(
                WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get(),
                Path.of("/tmp/shots/wizard-2.png"));
        assertThat(wizard.desk().current().get()).isEqualTo(StepId.HOSTING);
    }
}
