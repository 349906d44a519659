package io.spotdock.gui;

import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.testfx.util.WaitForAsyncUtils;

/** The whole journey in the wizard's own sandbox, with the values that stand there; stops at each pane for a visitor. */
final class Tour {
    /** What is said when every right has been looked at. */
    private static final Pattern ALL = Pattern.compile("All [0-9]+ allowed|Alle [0-9]+ erlaubt");

    private final WizardOnStage wizard;
    private final Hands hands;
    private final Texts texts;
    private final Consumer<String> visitor;

    /** @param visitor hears the name of what is to be seen: a pane, in a state worth a look */
    Tour(WizardOnStage wizard, Hands hands, Texts texts, Consumer<String> visitor) {
        this.wizard = wizard;
        this.hands = hands;
        this.texts = texts;
        this.visitor = visitor;
    }

    /** @param gcp whether the sandbox's ThoughtSpot runs on Google Cloud */
    void take(boolean gcp) {
        if (gcp) hands.choose(texts.get("wizard.hosting.google"));
        else visitor.accept("1-hosting");
        hands.press(texts.get("wizard.hosting.try.start"));
        hands.until("the sandbox", () -> wizard.desk().inSandbox());
        visitor.accept("1-hosting-connected");
        on(StepId.AWS_ACCOUNT);
        settled();
        hands.until("all rights", () -> ALL.matcher(hands.seen()).find());
        visitor.accept("2-aws-account");
        on(StepId.BUCKET);
        settled();
        visitor.accept("3-bucket");
        on(StepId.ACCESS);
        settled();
        visitor.accept("4-access");
        on(StepId.REVIEW);
        hands.until(
                "a plan",
                () -> wizard.desk().model().footer().get().commands().stream()
                        .anyMatch(command -> command.writes() && command.enabled()));
        visitor.accept("5-review");
        write();
        hands.until("AWS ready", () -> wizard.desk().known().get().aws().isPresent());
        on(StepId.WEBHOOK);
        hands.until(
                "the webhook's plan",
                () -> wizard.desk().model().footer().get().commands().stream()
                        .anyMatch(command -> command.writes() && command.enabled()));
        visitor.accept("6-webhook");
        write();
        hands.until(
                "the live test",
                () -> wizard.desk().current().get() == StepId.LIVE_TEST
                        || wizard.desk().known().get().webhook().isPresent());
        if (here() != StepId.LIVE_TEST) on(StepId.LIVE_TEST);
        visitor.accept("7-live-test-before");
        write();
        hands.until(
                "the end of the test", () -> wizard.desk().known().get().test().isPresent());
        settled();
        visitor.accept("7-live-test");
        on(StepId.DONE);
        settled();
        visitor.accept("8-done");
    }

    private StepId here() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> wizard.desk().current().get());
    }

    private void on(StepId step) {
        hands.press(texts.get("wizard.continue"));
        hands.until("the step " + step, () -> wizard.desk().current().get() == step);
    }

    /** Presses the button that changes something, whatever it is called just now. */
    private void write() {
        hands.press(WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> texts.of(wizard.desk()
                        .model()
                        .footer()
                        .get()
                        .commands()
                        .getLast()
                        .label())));
    }

    /** Waits until the pane may be left: its reads have ended. */
    private void settled() {
        hands.until(
                "a pane that may be left",
                () -> wizard.desk().model().standing().get().isPassable()
                        || wizard.desk().current().get() == StepId.DONE);
    }
}
