package io.spotdock.gui.step.access;

import static io.spotdock.gui.step.Pane.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import io.spotdock.gui.step.Pane;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.task.FxOperations;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
@SuppressWarnings("NullAway.Init") // each test shows its own place
class AccessViewTest {
    private TestPlace place;
    private AccessModel model;
    private AccessView view;
    private Pane pane;

    @Start
    void start(Stage stage) {
        pane = new Pane(stage);
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void show(FxRobot robot, SandboxOptions options) {
        place = new TestPlace(options)
                .withGuide()
                .signedIn()
                .connected()
                .with(new FxOperations(InstantSource.system()));
        robot.interact(() -> {
            model = new AccessModel(place);
            view = new AccessView(model, new Texts(Locale.ENGLISH));
            pane.show(view);
            model.enter();
        });
        until(() -> model.remarks(Field.ROLE_NAME).get().kind() == Remark.Kind.GOOD);
    }

    private void show(FxRobot robot) {
        show(robot, SandboxOptions.aws());
    }

    private TextField control(Field field) {
        return (TextField) view.controlOf(field).orElseThrow();
    }

    private static Button named(FxRobot robot, String name) {
        return robot.lookup((Node node) -> node instanceof Button button && name.equals(button.getAccessibleText()))
                .queryButton();
    }

    @Test
    void thePoliciesFollowWhatIsTyped(FxRobot robot) {
        show(robot);
        robot.interact(() -> control(Field.EXTERNAL_ID).requestFocus());
        pane.shoot("04-access");
        robot.interact(() -> control(Field.EXTERNAL_ID).setText("another-id"));
        assertThat(robot.lookup(".code-focused").queryLabeled().getText()).isEqualTo("another-id");
        robot.interact(() -> control(Field.ROLE_NAME).requestFocus());
        assertThat(robot.lookup(".code-focused").tryQuery()).isEmpty();
        assertThat(robot.lookup(".code-form").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("another-id", "123456789012", "my-company-data-exports", "thoughtspot/");
    }

    @Test
    void onGoogleCloudTheProviderIsChosen(FxRobot robot) {
        show(robot, SandboxOptions.gcp());
        pane.shoot("04-access-google");
        robot.clickOn("Built into AWS");
        assertThat(place.draft().get().text(Field.GOOGLE_PROVIDER)).contains("built-in");
    }

    @Test
    void whoMayNotTouchIamHasTheRoleMade(FxRobot robot, @TempDir Path folder) {
        show(robot);
        place.choosing(folder);
        robot.clickOn("Enter role ARN");
        assertThat(robot.lookup("Have the role made").tryQuery()).isPresent();
        assertThat(control(Field.ROLE_ARN).isFocused()).isTrue();
        pane.shoot("04-access-no-iam");
        robot.clickOn(named(robot, "Export Terraform"));
        until(() -> Files.exists(folder.resolve("terraform/main.tf")));
        until(() -> robot.lookup("Saved in " + folder + ".").tryQuery().isPresent());
        robot.interact(() -> {
            control(Field.ROLE_ARN).requestFocus();
            control(Field.ROLE_ARN).setText("arn:aws:iam::111122223333:role/made-by-others");
        });
        robot.type(KeyCode.TAB);
        assertThat(control(Field.ROLE_ARN).getAccessibleHelp())
                .contains("Error: This role is in account 111122223333, the bucket in 999888777666.");
        pane.shoot("04-access-no-iam-fault");
        robot.clickOn("Make the role here");
        assertThat(control(Field.ROLE_NAME).getText()).isEqualTo("thoughtspot-s3-upload");
    }

    @Test
    void anotherExternalIdIsAskedAboutInPlaceAndTheOldOneIsTheFirstChoice(FxRobot robot) {
        show(robot);
        robot.interact(() -> {
            place.learn(known -> known.withThoughtSpot(java.util.Optional.empty()));
            place.publish(draft -> draft.without(Field.EXTERNAL_ID));
            model.enter();
        });
        until(() -> control(Field.EXTERNAL_ID).getText().equals("ts-webhook-kept"));
        robot.clickOn("Make a new one");
        Button keep = robot.lookup("_Keep the old one").queryButton();
        until(keep::isFocused);
        pane.shoot("04-access-another-id");
        robot.clickOn(keep);
        assertThat(control(Field.EXTERNAL_ID).getText()).isEqualTo("ts-webhook-kept");
    }

    @Test
    void whatIsCopiedIsTheDocumentItself(FxRobot robot) {
        show(robot);
        robot.clickOn(named(robot, "Copy trust policy"));
        String copied = org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(model.trustJson().orElseThrow());
    }

    @Test
    void inANarrowWindowBothPoliciesShareACard(FxRobot robot) {
        show(robot);
        robot.interact(() -> view.setNarrow(true));
        assertThat(robot.lookup(".code-view").queryAll()).hasSize(1);
        pane.shoot("04-access-narrow");
    }
}
