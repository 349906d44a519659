package io.spotdock.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.FreshToken;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.Hands;
import io.spotdock.gui.WizardOnStage;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A sign-in runs out while the wizard is at work. */
@FxTest
class RenewalInWindowTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private javafx.stage.Stage window;

    @Start
    void start(javafx.stage.Stage first) {
        window = first;
    }

    @Test
    void anotherTokenEndsTheWaitAndAllComesToTheSameEnd(@TempDir Path folder, FxRobot robot) {
        Scenario scenario = Scenario.all()
                .filter(each -> each.name().equals("detected hosting"))
                .findFirst()
                .orElseThrow();
        AtomicBoolean ranOut = new AtomicBoolean();
        Trace undisturbed = Headless.walk(scenario);
        Trace clicked;
        try (Stage stage = new Stage(scenario)) {
            WizardOnStage[] wizard = new WizardOnStage[1];
            robot.interact(() -> wizard[0] = new WizardOnStage(
                    window, stage.rooms(), stage.environment(), stage.clock, stage.audit(), TEXTS, folder));
            Hands hands = new Hands(robot, wizard[0]);
            InWindow person = new InWindow(scenario, stage, wizard[0], hands, TEXTS);
            person.whenCreating(press -> {
                stage.sandbox.faults().set("ts-expire-token", "2");
                press.run();
                signInAnew(hands, stage.sandbox.access());
                ranOut.set(!stage.sandbox.faults().isOn("ts-expire-token"));
            });
            clicked = person.walk();
            wizard[0].dispose();
        }

        assertThat(ranOut).isTrue();
        // The new one is a token of a day, which the test has its word on.
        assertThat(clicked.outcomes())
                .filteredOn(outcome -> !outcome.equals("test: warned thoughtspot.sign-in"))
                .isEqualTo(undisturbed.outcomes());
        assertThat(clicked.events()).isEqualTo(undisturbed.events());
        assertThat(clicked.end()).isEqualTo(undisturbed.end());
    }

    private static void signInAnew(Hands hands, SandboxAccess access) {
        String goOn = TEXTS.get("wizard.renewal.go-on");
        hands.until("the notice", () -> hands.seen().contains(TEXTS.get("wizard.renewal.waits")));
        hands.type(TEXTS.get("wizard.hosting.token"), "not-a-token");
        hands.press(goOn);
        hands.until("a refusal", () -> hands.seen().contains(TEXTS.get("wizard.hosting.token-refused")));
        hands.type(TEXTS.get("wizard.hosting.token"), FreshToken.of(access.thoughtSpot(), "admin", 0));
        hands.press(goOn);
        hands.until("the work", () -> !hands.seen().contains(TEXTS.get("wizard.renewal.waits")));
    }
}
