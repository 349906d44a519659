package io.spotdock.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.gui.look.Grid;
import io.spotdock.journal.Journal;
import io.spotdock.service.Event;
import io.spotdock.service.Sleeper;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every pane on the way to Done, for both hostings, in both languages, both schemes and both sizes. */
@FxTest
class PanesTest {
    /** One of each pane in each language and scheme; what else was looked at lies elsewhere. */
    private static final Path PICTURES = Path.of(System.getProperty("spotdock.screenshots", "target/screenshots"));

    private static final Path MORE = Path.of("target/more-screenshots");

    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @ParameterizedTest
    @CsvSource({"en, false", "de, false", "en, true", "de, true"})
    void everyPaneIsWhole(String language, boolean gcp, @TempDir Path folder, FxRobot robot) {
        Texts texts = new Texts(Locale.of(language));
        WizardOnStage[] made = new WizardOnStage[1];
        robot.interact(() -> {
            made[0] = new WizardOnStage(
                    stage,
                    TestRooms.of(Journal.inMemory(), InstantSource.system(), Sleeper.REAL, Path.of("no-such-home")),
                    Map.of("AWS_CONFIG_FILE", "none", "AWS_SHARED_CREDENTIALS_FILE", "none"),
                    InstantSource.system(),
                    Event.Sink.NONE,
                    texts,
                    folder);
            made[0].resize(Grid.WINDOW_WIDTH, Grid.WINDOW_HEIGHT);
        });
        WizardOnStage wizard = made[0];
        List<String> faults = new ArrayList<>();
        try {
            new Tour(wizard, new Hands(robot, wizard), texts, pane -> look(wizard, language, gcp, pane, faults))
                    .take(gcp);
        } finally {
            wizard.dispose();
        }

        assertThat(faults).isEmpty();
    }

    private static void look(WizardOnStage wizard, String language, boolean gcp, String pane, List<String> faults) {
        String name = pane + (gcp ? "-google" : "");
        for (ColorScheme scheme : ColorScheme.values()) {
            onFront(() -> wizard.dress(scheme));
            WaitForAsyncUtils.waitForFxEvents();
            String file = language + "/" + name + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png";
            onFront(() -> Png.write(wizard.stage().getScene().snapshot(null), (gcp ? MORE : PICTURES).resolve(file)));
        }
        onFront(() -> wizard.dress(ColorScheme.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        onFront(() -> faults.addAll(Inspection.of(wizard, language + " " + name)));
        onFront(() -> wizard.resize(Grid.WINDOW_MIN_WIDTH, Grid.WINDOW_MIN_HEIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        onFront(() -> {
            faults.addAll(Inspection.of(wizard, language + " small " + name));
            Png.write(wizard.stage().getScene().snapshot(null), MORE.resolve(language + "/small/" + name + ".png"));
            wizard.resize(Grid.WINDOW_WIDTH, Grid.WINDOW_HEIGHT);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void onFront(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            action.run();
            return true;
        });
    }
}
