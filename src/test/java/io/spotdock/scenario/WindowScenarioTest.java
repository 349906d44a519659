package io.spotdock.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import io.spotdock.gui.Hands;
import io.spotdock.gui.WizardOnStage;
import io.spotdock.gui.look.Grid;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class WindowScenarioTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private javafx.stage.Stage window;

    @Start
    void start(javafx.stage.Stage first) {
        window = first;
    }

    static Stream<Scenario> scenarios() {
        String only = System.getProperty("spotdock.scenario", "");
        return Scenario.all()
                .filter(scenario -> scenario.name().replace(" ", "_").contains(only));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theWizardEndsAsTheServicesAloneDo(Scenario scenario, @TempDir Path folder, FxRobot robot) {
        Trace alone = Headless.walk(scenario);
        Trace clicked;
        try (Stage stage = new Stage(scenario)) {
            WizardOnStage[] wizard = new WizardOnStage[1];
            robot.interact(() -> {
                wizard[0] = new WizardOnStage(
                        window, stage.rooms(), stage.environment(), stage.clock, stage.audit(), TEXTS, folder);
                // The smallest one: whoever has no more room must get to the end as well.
                wizard[0].resize(Grid.WINDOW_MIN_WIDTH, Grid.WINDOW_MIN_HEIGHT);
            });
            clicked = new InWindow(scenario, stage, wizard[0], new Hands(robot, wizard[0]), TEXTS).walk();
            wizard[0].dispose();
        }

        assertThat(clicked.outcomes()).isEqualTo(alone.outcomes());
        assertThat(clicked.plans()).isEqualTo(alone.plans());
        assertThat(clicked.events()).isEqualTo(alone.events());
        assertThat(clicked.end()).isEqualTo(alone.end());
    }
}
