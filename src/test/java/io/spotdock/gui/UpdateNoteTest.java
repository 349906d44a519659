package io.spotdock.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.gui.control.RailNote;
import io.spotdock.gui.task.DirectOperations;
import io.spotdock.journal.Journal;
import io.spotdock.service.Event;
import io.spotdock.service.Sleeper;
import io.spotdock.text.Texts;
import io.spotdock.update.ReleaseServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class UpdateNoteTest {
    private static final String LINE = "Spotdock 1.4.0 is there.";
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ReleaseServer server = new ReleaseServer().telling("v1.4.0");
    private final DirectOperations operations = new DirectOperations();
    private final List<URI> opened = new ArrayList<>();
    private boolean browser = true;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private WizardOnStage wizard;

    @Start
    void open(Stage stage) {
        wizard = new WizardOnStage(
                stage,
                TestRooms.updating(
                        TestRooms.of(Journal.inMemory(), InstantSource.system(), Sleeper.REAL, Path.of("no-such-home")),
                        server.checks("1.3.0", folder.resolve("own"), operations.clock())),
                Map.of("AWS_CONFIG_FILE", "none", "AWS_SHARED_CREDENTIALS_FILE", "none"),
                operations,
                page -> {
                    opened.add(page);
                    return browser;
                },
                Event.Sink.NONE,
                new Texts(Locale.ENGLISH),
                folder);
    }

    @AfterEach
    void close() {
        wizard.dispose();
        server.close();
    }

    /** As time goes by after the window has been shown. */
    private Hands rested(FxRobot robot) {
        robot.interact(() -> wizard.wizard().lookForUpdates());
        robot.interact(() -> operations.pass(Wizard.AT_REST));
        return new Hands(robot, wizard);
    }

    @Test
    void nothingIsAskedOrReadBeforeTheWindowHasComeToRest(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        robot.interact(() -> wizard.wizard().lookForUpdates());
        robot.interact(() -> operations.pass(Wizard.AT_REST.minus(MOMENT)));
        assertThat(server.asked()).isEmpty();
        assertThat(folder.resolve("own")).doesNotExist();
        assertThat(hands.seen()).doesNotContain(LINE);

        robot.interact(() -> operations.pass(MOMENT));
        assertThat(server.asked()).hasSize(1);
        assertThat(hands.seen()).contains(LINE);
    }

    @Test
    void theWindowGoesOnWhileItIsAsked(FxRobot robot) {
        robot.interact(operations::hold);
        Hands hands = rested(robot);
        assertThat(server.asked()).isEmpty();
        hands.choose("Google Cloud");
        robot.interact(operations::release);
        assertThat(hands.seen()).contains(LINE);
    }

    @Test
    void theLinkOpensThePageThatTellsOfTheVersion(FxRobot robot) {
        Hands hands = rested(robot);
        hands.press("What’s new");
        assertThat(opened).containsExactly(URI.create("https://github.com/spotdock/spotdock/releases/tag/v1.4.0"));
    }

    @Test
    void whereNoBrowserAnswersTheAddressIsShown(FxRobot robot) {
        browser = false;
        Hands hands = rested(robot);
        hands.press("What’s new");
        assertThat(hands.seen()).contains("https://github.com/spotdock/spotdock/releases/tag/v1.4.0");
    }

    @Test
    void aPageThatABrowserIsBetterNotSentToIsNotOffered(FxRobot robot) {
        server.telling("v1.4.0", Map.of("html_url", "\"file:///etc/passwd\""));
        Hands hands = rested(robot);
        assertThat(hands.seen()).contains(LINE).doesNotContain("What’s new");
    }

    @Test
    void aLineThatWasClosedDoesNotComeBack(FxRobot robot) {
        Hands hands = rested(robot);
        hands.press("Hide the note on Spotdock 1.4.0");
        assertThat(hands.seen()).doesNotContain(LINE);
        rested(robot);
        robot.interact(() -> operations.pass(Duration.ofDays(1)));
        rested(robot);
        assertThat(server.asked()).hasSize(2);
        assertThat(hands.seen()).doesNotContain(LINE);
    }

    @Test
    void aPersonSwitchesItOffThereAndIsToldHowToHaveItBack(FxRobot robot) throws Exception {
        Hands hands = rested(robot);
        hands.press("Don’t look for updates");
        assertThat(hands.seen()).doesNotContain(LINE).contains("spotdock updates --on");
        hands.press("Hide this note");
        assertThat(hands.seen()).doesNotContain("spotdock updates --on");
        assertThat(Files.readString(folder.resolve("own/updates"))).contains("check off");

        robot.interact(() -> operations.pass(Duration.ofDays(2)));
        rested(robot);
        assertThat(server.asked()).hasSize(1);
        assertThat(hands.seen()).doesNotContain(LINE);
    }

    @Test
    void whatGoesWrongBothersNobody(FxRobot robot) {
        server.answering(200, Map.of(), "<html>");
        Hands hands = new Hands(robot, wizard);
        String before = hands.seen();
        rested(robot);
        assertThat(server.asked()).hasSize(1);
        assertThat(hands.seen()).isEqualTo(before);
    }

    @Test
    void outOfASandboxNothingIsAsked(FxRobot robot) {
        robot.interact(() -> wizard.wizard().enterSandbox());
        assertThat(wizard.desk().inSandbox()).isTrue();
        rested(robot);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void itIsReachedByKeyboardAndTakesItFromNobody(FxRobot robot) {
        Hands hands = new Hands(robot, wizard);
        hands.until("the keyboard somewhere", () -> keyboard() != null);
        Node before = keyboard();
        rested(robot);
        assertThat(keyboard()).isSameAs(before);
        for (int i = 0; i < 60 && !isOnNote(); i++) robot.type(KeyCode.TAB);
        assertThat(isOnNote()).isTrue();
    }

    private boolean isOnNote() {
        for (Node at = keyboard(); at != null; at = at.getParent()) if (at instanceof RailNote) return true;
        return false;
    }

    private Node keyboard() {
        return wizard.stage().getScene().getFocusOwner();
    }
}
