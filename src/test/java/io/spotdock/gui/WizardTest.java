package io.spotdock.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.domain.Failure;
import io.spotdock.journal.Journal;
import io.spotdock.service.Event;
import io.spotdock.service.KeptEntries;
import io.spotdock.service.Sleeper;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
import org.testfx.util.WaitForAsyncUtils;

@FxTest
class WizardTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

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
    void closingWithNothingEnteredAsksNothing(FxRobot robot) {
        robot.interact(() -> wizard.wizard().close());
        assertThat(wizard.hasEnded()).isTrue();
    }

    @Test
    void entriesAreKeptWhenAPersonSaysSoAndTheNextWizardGoesOnThere(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        hands.choose("Amazon Web Services");

        robot.interact(() -> wizard.wizard().close());
        hands.until("the question", () -> hands.seen().contains("Keep your entries?"));
        hands.press("Cancel");
        assertThat(wizard.hasEnded()).isFalse();
        robot.interact(() -> wizard.wizard().close());
        hands.press("Keep");
        hands.until("the end", wizard::hasEnded);

        KeptEntries.Kept kept = wizard.kept().find().orElseThrow();
        assertThat(kept.draft().text(Field.HOSTING)).contains("aws");
        assertThat(kept.step()).isEqualTo(StepId.HOSTING);
    }

    @Test
    void entriesAreForgottenWhenAPersonSaysSo(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        wizard.kept().keep(Draft.EMPTY.with(Field.REGION, "eu-west-1"), StepId.BUCKET);
        hands.choose("Google Cloud");
        robot.interact(() -> wizard.wizard().close());
        hands.press("Discard");
        hands.until("the end", wizard::hasEnded);
        assertThat(wizard.kept().find()).isEmpty();
    }

    @Test
    void settingsAreSavedWithoutAQuestionLeftAtTheEnd(FxRobot robot) throws Exception {
        Hands hands = new Hands(robot, wizard);
        hands.choose("Google Cloud");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        hands.until("the saved file", () -> wizard.desk().savedTo().get().isPresent());
        assertThat(Files.readString(wizard.desk().savedTo().get().orElseThrow()))
                .contains("spotdock: 1", "hosting: gcp");
        robot.interact(() -> wizard.wizard().close());
        assertThat(wizard.hasEnded()).isTrue();
    }

    @Test
    void enterGoesOnButNeverForWhatWrites(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        robot.interact(() -> wizard.wizard().enterSandbox());
        hands.until("the sandbox", () -> wizard.desk().inSandbox());
        for (StepId step : List.of(StepId.AWS_ACCOUNT, StepId.BUCKET, StepId.ACCESS, StepId.REVIEW)) {
            hands.until(
                    "a step that may be left",
                    () -> wizard.desk().model().standing().get().isPassable());
            robot.type(KeyCode.ENTER);
            hands.until("the step " + step, () -> wizard.desk().current().get() == step);
        }
        hands.until(
                "a plan",
                () -> wizard.desk().model().footer().get().commands().stream()
                        .anyMatch(c -> c.writes() && c.enabled()));

        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(wizard.desk().isWriting()).isFalse();
        assertThat(wizard.desk().known().get().aws()).isEmpty();
    }

    @Test
    void whatNobodyForesawIsToldWithAReferenceAndEndsNothing(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        hands.choose("Google Cloud");
        robot.interact(() -> wizard.wizard().tell(new Failure.Unexpected("1a2b3c4d", "java.lang.Exception")));
        hands.until("the reference", () -> hands.seen().contains("1a2b3c4d"));
        assertThat(wizard.desk().draft().get().text(Field.HOSTING)).contains("gcp");
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

    @Test
    void anAddressThatNeverAnswersFreezesNothingAndCanBeGivenUp(FxRobot robot) throws Exception {
        Hands hands = new Hands(robot, wizard);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            hands.type("ThoughtSpot address", "http://127.0.0.1:" + silent.getLocalPort());
            hands.type("Token", "a-token");
            hands.press("Connect and detect");
            hands.until("a sign of waiting", () -> hands.seen().contains("Asking http://127.0.0.1"));

            // The window goes on living: whatever is chosen meanwhile is there at once.
            hands.choose("Google Cloud");
            assertThat(wizard.desk().draft().get().text(Field.HOSTING)).contains("gcp");
            hands.press("Cancel");

            hands.until("an end of waiting", () -> !hands.seen().contains("Asking http://127.0.0.1"));
            assertThat(wizard.desk().known().get().thoughtSpot()).isEmpty();
        }
    }

    private Node keyboard() {
        return wizard.stage().getScene().getFocusOwner();
    }
}
