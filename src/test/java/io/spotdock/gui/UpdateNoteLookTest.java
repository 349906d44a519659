package io.spotdock.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.gui.control.RailNote;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.task.DirectOperations;
import io.spotdock.journal.Journal;
import io.spotdock.service.Event;
import io.spotdock.service.Sleeper;
import io.spotdock.text.Texts;
import io.spotdock.update.ReleaseServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The word on a newer version, in both languages, schemes and sizes: whole, and in nobody's way. */
@FxTest
class UpdateNoteLookTest {
    private static final Path PICTURES = Path.of("target/more-screenshots");

    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theLineFitsAtTheFootOfTheRail(String language, @TempDir Path folder, FxRobot robot) {
        DirectOperations operations = new DirectOperations();
        List<String> faults = new ArrayList<>();
        WizardOnStage[] made = new WizardOnStage[1];
        try (ReleaseServer server = new ReleaseServer().telling("v12.34.56")) {
            robot.interact(() -> made[0] = new WizardOnStage(
                    stage,
                    TestRooms.updating(
                            TestRooms.of(
                                    Journal.inMemory(), InstantSource.system(), Sleeper.REAL, Path.of("no-such-home")),
                            server.checks("1.3.0", folder.resolve("own"), operations.clock())),
                    Map.of("AWS_CONFIG_FILE", "none", "AWS_SHARED_CREDENTIALS_FILE", "none"),
                    operations,
                    _ -> true,
                    Event.Sink.NONE,
                    new Texts(Locale.of(language)),
                    folder));
            robot.interact(() -> made[0].wizard().lookForUpdates());
            robot.interact(() -> operations.pass(Wizard.AT_REST));
        }
        WizardOnStage wizard = made[0];
        try {
            for (ColorScheme scheme : ColorScheme.values()) {
                robot.interact(() -> wizard.dress(scheme));
                look(robot, wizard, language + "-" + scheme, Grid.WINDOW_WIDTH, Grid.WINDOW_HEIGHT, faults);
                look(
                        robot,
                        wizard,
                        language + "-small-" + scheme,
                        Grid.WINDOW_MIN_WIDTH,
                        Grid.WINDOW_MIN_HEIGHT,
                        faults);
            }
        } finally {
            wizard.dispose();
        }
        assertThat(faults).isEmpty();
    }

    private static void look(
            FxRobot robot, WizardOnStage wizard, String where, double width, double height, List<String> faults) {
        robot.interact(() -> wizard.resize(width, height));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Scene scene = wizard.stage().getScene();
            faults.addAll(Inspection.of(wizard, where));
            Node note = scene.getRoot().lookupAll("*").stream()
                    .filter(RailNote.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            Bounds bounds = note.localToScene(note.getLayoutBounds());
            Bounds help = inScene(scene.lookup("#help"));
            Bounds save = inScene(scene.lookup("#save-settings"));
            Bounds steps = inScene(scene.lookup(".steps"));
            if (bounds.getMinY() < steps.getMaxY() - 1) faults.add(where + ": over the steps");
            if (bounds.getMaxY() > save.getMinY() + 1) faults.add(where + ": over the tools");
            if (help.getMaxY() > scene.getHeight() + 1) faults.add(where + ": pushes the tools out");
            Png.write(scene.snapshot(null), PICTURES.resolve("update-" + where + ".png"));
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
