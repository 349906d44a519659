package io.spotdock.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.gui.control.ChoiceCard;
import io.spotdock.journal.Journal;
import io.spotdock.service.Event;
import io.spotdock.service.Sleeper;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class WizardTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path directory;

    private WizardOnStage wizard;

    @Start
    void open(Stage stage) {
        wizard = new WizardOnStage(
                stage,
                TestRooms.of(Journal.inMemory(), InstantSource.system(), Sleeper.REAL, Path.of("no-such-home")),
                Map.of("AWS_CONFIG_FILE", "none", "AWS_SHARED_CREDENTIALS_FILE", "none"),
                InstantSource.system(),
                Event.Sink.NONE,
                new Texts(Locale.ENGLISH),
                directory);
    }

    @AfterEach
    void close() {
        wizard.dispose();
    }

    @Test
    void theSandboxIsABandOverTheWindowUntilItIsLeft(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        hands.press("Try without an account");
        hands.until("the sandbox", () -> wizard.desk().inSandbox());
        assertThat(hands.seen()).contains("Nothing leaves it.");
        assertThat(wizard.desk().draft().get().text(Field.BUCKET_NAME)).contains("my-company-data-exports");

        hands.press("Leave sandbox");
        hands.press("Stay");
        assertThat(wizard.desk().inSandbox()).isTrue();
        hands.press("Leave sandbox");
        hands.press("Leave");

        hands.until("the person's own desk", () -> !wizard.desk().inSandbox());
        assertThat(wizard.desk().draft().get()).isEqualTo(Draft.EMPTY);
        assertThat(hands.seen()).doesNotContain("Nothing leaves it.");
    }

    @Test
    void theSandboxBeginsWithTheKeyboardInItsFirstStep(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        hands.press("Try without an account");
        hands.until("the sandbox", () -> wizard.desk().inSandbox());
        hands.until("the keyboard on the card", () -> keyboard() instanceof ChoiceCard card && card.isSelected());
    }

    @Test
    void f1SaysWhatThisIsAndEscHidesItWhereverTheKeyboardIs(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        hands.until("the keyboard in the address", () -> keyboard() instanceof TextField);
        robot.type(KeyCode.F1);
        assertThat(hands.canPress("Hide this")).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(hands.canPress("Hide this")).isFalse();
        assertThat(hands.canPress("What is this?")).isTrue();
        assertThat(keyboard()).isInstanceOf(TextField.class);
    }

    @Test
    void closingTwiceAsksOnce(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        hands.type("ThoughtSpot address", "demo.thoughtspot.cloud");
        robot.interact(wizard.wizard()::close);
        robot.interact(wizard.wizard()::close);
        assertThat(hands.seen()).contains("Keep your entries?");
        hands.press("Cancel");
        assertThat(hands.seen()).doesNotContain("Keep your entries?");
        assertThat(wizard.hasEnded()).isFalse();
    }

    private Node keyboard() {
        return wizard.stage().getScene().getFocusOwner();
    }
}
