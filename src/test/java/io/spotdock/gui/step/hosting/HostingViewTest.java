package io.spotdock.gui.step.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.spotdock.MemoryKeychain;
import io.spotdock.TestRooms;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.ChoiceCard;
import io.spotdock.gui.step.Pane;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.journal.DataDirectory;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.service.KeptSignIns;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class HostingViewTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private TestPlace place;
    private HostingModel model;
    private HostingView view;
    private Pane pane;

    @Start
    void start(Stage stage) {
        pane = new Pane(stage);
        at(TestPlace.aws());
    }

    private void at(TestPlace where) {
        place = where;
        model = new HostingModel(place);
        view = new HostingView(model, TEXTS);
        pane.show(view);
    }

    @AfterEach
    void close() {
        place.close();
    }

    private TextField host() {
        return (TextField) view.controlOf(Field.HOST).orElseThrow();
    }

    private PasswordField secret(FxRobot robot) {
        return robot.from(view.content())
                .lookup((Node node) -> node instanceof PasswordField)
                .query();
    }

    private void enter(FxRobot robot, String address, String secret) {
        robot.interact(() -> {
            host().setText(address);
            secret(robot).setText(secret);
            secret(robot).requestFocus();
        });
        robot.type(KeyCode.ENTER);
        waitForFxEvents();
    }

    /** On a computer with such a keychain. */
    private void at(MemoryKeychain keychain, Path folder, FxRobot robot) {
        robot.interact(() -> {
            place.close();
            at(new TestPlace(
                    SandboxOptions.aws(),
                    Path.of("no-such-home"),
                    environment -> environment,
                    rooms -> TestRooms.keeping(rooms, new KeptSignIns(keychain, new DataDirectory(folder)))));
            model.enter();
        });
    }

    private CheckBox keepBox(FxRobot robot) {
        return robot.from(view.content())
                .lookup((Node node) -> node instanceof CheckBox)
                .query();
    }

    private void press(FxRobot robot, String text) {
        Button button = robot.from(view.content())
                .lookup((Node node) ->
                        node instanceof Button each && each.getText().equals(text))
                .query();
        robot.interact(button::fire);
        waitForFxEvents();
    }

    @Test
    void aTickedSignInIsKeptToldOfAndUsedByAButton(FxRobot robot, @TempDir Path folder) {
        MemoryKeychain keychain = new MemoryKeychain();
        at(keychain, folder, robot);
        assertThat(keepBox(robot).isSelected()).isFalse();
        assertThat(keepBox(robot).getAccessibleHelp()).contains("Secret Service");
        robot.interact(() -> keepBox(robot).setSelected(true));
        enter(
                robot,
                place.sandbox.access().thoughtSpot().toString(),
                place.sandbox.access().thoughtSpotToken());
        assertThat(keychain.kept()).hasSize(1);
        assertThat(spoken(robot)).anyMatch(text -> text.contains("is kept: Secret Service"));

        press(robot, "_Disconnect");
        assertThat(keychain.asked()).containsExactly("keep");
        pane.shoot("01-hosting-kept");
        press(robot, "Use it");
        assertThat(place.known().get().thoughtSpot()).isPresent();
        press(robot, "Forget it");
        assertThat(keychain.kept()).isEmpty();
        assertThat(spoken(robot)).noneMatch(text -> text.contains("is kept:"));
    }

    @Test
    void withoutAKeychainTheBoxIsOffAndSaysWhy(FxRobot robot, @TempDir Path folder) {
        at(new MemoryKeychain().absent("fault.keychain.no-bus"), folder, robot);
        assertThat(keepBox(robot).isDisabled()).isTrue();
        assertThat(keepBox(robot).getAccessibleHelp()).contains("no session bus was found");
        pane.shoot("01-hosting-no-keychain");
    }

    private Set<String> spoken(FxRobot robot) {
        return robot.from(view.content()).lookup((Node node) -> node.getAccessibleText() != null).queryAll().stream()
                .map(Node::getAccessibleText)
                .collect(Collectors.toSet());
    }

    @Test
    void theAddressHasTheKeyboardAndIsReadWithItsHint() {
        assertThat(host().isFocused()).isTrue();
        assertThat(host().getAccessibleHelp()).contains("The address in your browser");
        pane.shoot("01-hosting-first-run");
    }

    @Test
    void enterInTheSecretsFieldConnectsAndEmptiesIt(FxRobot robot) {
        enter(
                robot,
                place.sandbox.access().thoughtSpot().toString(),
                place.sandbox.access().thoughtSpotToken());
        assertThat(model.sight().get().connected()).isPresent();
        assertThat(spoken(robot))
                .contains("Amazon Web Services, Detected, ThoughtSpot assumes your role from its AWS account, with an"
                        + " external ID.")
                .contains("External ID: ts-webhook-x7k9m2p4q1, Made for this webhook. Kept exactly.");
        assertThat(view.firstFocus().isFocused()).isTrue();
        pane.shoot("01-hosting-detected");
        robot.interact(model::disconnect);
        assertThat(secret(robot).getText()).isEmpty();
        assertThat(host().isFocused() || secret(robot).isFocused()).isTrue();
    }

    @Test
    void aCardIsARadioButtonThatArrowsAndSpaceSelect(FxRobot robot) {
        Node first = robot.from(view.content())
                .lookup((Node node) -> node instanceof ChoiceCard)
                .query();
        assertThat(first.getAccessibleRole()).isEqualTo(AccessibleRole.RADIO_BUTTON);
        robot.interact(first::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(place.draft().get().text(Field.HOSTING)).contains("aws");
        robot.type(KeyCode.RIGHT);
        assertThat(place.draft().get().text(Field.HOSTING)).contains("gcp");
        pane.shoot("01-hosting-chosen");
    }

    @Test
    void noAnswerIsABannerThatTakesTheKeyboard(FxRobot robot) {
        place.sandbox.close();
        enter(robot, place.sandbox.access().thoughtSpot().toString(), "a-token");
        Node banner = robot.from(view.content())
                .lookup((Node node) -> node instanceof Banner)
                .query();
        assertThat(banner.isFocused()).isTrue();
        assertThat(banner.getAccessibleText())
                .startsWith("No answer from 127.0.0.1:")
                .endsWith("Check the address, your network or the proxy, or pick a cloud above.");
        pane.shoot("01-hosting-unreachable");
    }

    @Test
    void aRefusedTokenIsReadWithItsField(FxRobot robot) {
        enter(robot, place.sandbox.access().thoughtSpot().toString(), "out-of-date");
        assertThat(secret(robot).isFocused()).isTrue();
        assertThat(secret(robot).getAccessibleHelp()).startsWith("Error: ThoughtSpot did not accept the token.");
        pane.shoot("01-hosting-token-refused");
    }

    @Test
    void withAPasswordOneIsAskedForAUserAndChoosesAmongOrgs(FxRobot robot) {
        robot.interact(() -> model.form().way().set(SignInForm.Way.PASSWORD));
        pane.shoot("01-hosting-password");
        robot.interact(() -> model.form().user().text().set("viewer"));
        enter(robot, place.sandbox.access().thoughtSpot().toString(), ThoughtSpotServer.PASSWORD);
        assertThat(spoken(robot))
                .contains("viewer may not manage webhooks. Ask for the privilege CAN_MANAGE_WEBHOOKS.");
        pane.shoot("01-hosting-no-privilege");
        robot.interact(() -> {
            model.disconnect();
            model.form().user().text().set("admin");
        });
        robot.interact(() -> place.publish(draft -> draft.with(Field.EXTERNAL_ID, "entered-by-hand")));
        enter(robot, place.sandbox.access().thoughtSpot().toString(), ThoughtSpotServer.PASSWORD);
        assertThat(view.controlOf(Field.ORG).orElseThrow().getScene()).isNotNull();
        pane.shoot("01-hosting-several");
    }

    @Test
    void onGoogleCloudTheOtherStorageIsMentioned(FxRobot robot) {
        place.close();
        robot.interact(() -> at(TestPlace.gcp()));
        enter(
                robot,
                place.sandbox.access().thoughtSpot().toString(),
                place.sandbox.access().thoughtSpotToken());
        assertThat(spoken(robot)).anyMatch(text -> text.startsWith("Google Cloud, Detected"));
        pane.shoot("01-hosting-google");
    }

    @Test
    void anOlderClusterIsSaidToBeOne(FxRobot robot) {
        place.sandbox.faults().set("ts-old-cluster", "");
        enter(
                robot,
                place.sandbox.access().thoughtSpot().toString(),
                place.sandbox.access().thoughtSpotToken());
        assertThat(spoken(robot)).anyMatch(text -> text.startsWith("This cluster can’t tell its hosting."));
        robot.interact(() -> view.setNarrow(true));
        robot.interact(view.header()::toggleHelp);
        pane.shoot("01-hosting-older-narrow");
    }

    @Test
    void whatIsMissingStandsBelowWhatIsKnown(FxRobot robot) {
        place.sandbox.faults().set("ts-release", "26.3.0.cl-12");
        robot.interact(() -> {
            model.form().way().set(SignInForm.Way.PASSWORD);
            model.form().user().text().set("webhook-manager");
        });
        enter(robot, place.sandbox.access().thoughtSpot().toString(), ThoughtSpotServer.PASSWORD);
        assertThat(robot.from(view.content())
                        .lookup((Node node) -> node instanceof Label)
                        .queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains(
                        "Can’t change the channel preference: ask an administrator to add “Webhook” for Liveboard"
                                + " schedules.",
                        "A webhook can’t be switched off, which came with 26.7.");
        pane.shoot("01-hosting-shortages");
        robot.interact(() -> view.setNarrow(true));
        pane.shoot("01-hosting-shortages-narrow");
    }
}
