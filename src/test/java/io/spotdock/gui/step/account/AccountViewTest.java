package io.spotdock.gui.step.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.spotdock.gui.FxTest;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.RadioRow;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.gui.step.Pane;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.task.Operations;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
class AccountViewTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final String SEVERAL = """
            [default]
            region = us-east-1
            KEYS
            [profile audit-readonly]
            role_arn = arn:aws:iam::999888777666:role/audit
            source_profile = default
            mfa_serial = arn:aws:iam::999888777666:mfa/maria
            [profile production]
            sso_session = company
            sso_account_id = 999888777666
            sso_role_name = DataAdmin
            [sso-session company]
            sso_start_url = https://company.awsapps.com/start
            sso_region = us-east-1
            """;

    @TempDir
    private Path home;

    private TestPlace place;
    private AccountModel model;
    private AccountView view;
    private Pane pane;

    @Start
    void start(Stage stage) {
        pane = new Pane(stage);
        at(TestPlace.aws());
    }

    private void at(TestPlace where) {
        if (place != null) place.close();
        place = where;
        model = new AccountModel(place, _ -> true);
        view = new AccountView(model, TEXTS);
        pane.show(view);
    }

    @AfterEach
    void close() {
        place.close();
    }

    private <T extends Node> List<T> all(FxRobot robot, Class<T> type) {
        return robot.from(view.content()).lookup((Node node) -> type.isInstance(node)).queryAll().stream()
                .map(type::cast)
                .toList();
    }

    private Button button(FxRobot robot, String words) {
        return all(robot, Button.class).stream()
                .filter(button -> button.getText().replace("_", "").equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void settle(FxRobot robot) {
        robot.interact(() -> place.operations.pass(AccountModel.SETTLED));
        waitForFxEvents();
    }

    @Test
    void rightsAreRowsThatAreReadWithTheirStateAndAction(FxRobot robot) {
        robot.interact(() -> {
            at(TestPlace.aws().sandboxed());
            model.enter();
        });
        assertThat(all(robot, StatusRow.class)).hasSize(8);
        assertThat(all(robot, StatusRow.class).get(2).getAccessibleText())
                .isEqualTo("Allowed: Create a role. iam:CreateRole");
        assertThat(view.firstFocus().getAccessibleRole()).isEqualTo(AccessibleRole.RADIO_BUTTON);
        pane.shoot("09-account-sandbox");
    }

    @Test
    void rowsFillInWhereTheyStand(FxRobot robot) {
        robot.interact(() -> {
            at(Computer.in(home).place(SEVERAL));
            model.enter();
        });
        assertThat(all(robot, RadioRow.class))
                .extracting(Node::getAccessibleText)
                .containsExactly(
                        "default, Access key, us-east-1",
                        "audit-readonly, Assumed role, asks for an MFA code",
                        "production, SSO, sign-in has run out");
        pane.shoot("02-account-pick");
        robot.interact(() -> view.firstFocus().requestFocus());
        robot.type(KeyCode.SPACE);
        settle(robot);
        robot.interact(() -> {
            place.operations.hold();
            model.rights().again();
        });
        pane.shoot("02-account-checking");
        List<StatusRow> before = all(robot, StatusRow.class);
        robot.interact(place.operations::release);
        assertThat(all(robot, StatusRow.class)).containsExactlyElementsOf(before);
        assertThat(view.controlOf(Field.PROFILE)).isPresent();
    }

    @Test
    void aRightThatIsMissingSaysWhatToDo(FxRobot robot) {
        place.sandbox.faults().set("deny", "iam:CreateRole,iam:PutRolePolicy");
        robot.interact(model::enter);
        assertThat(all(robot, StatusRow.class).get(2).getAccessibleText())
                .startsWith("Not allowed: Create a role. ")
                .contains("may not call iam:CreateRole. Ask for it, or choose “Not allowed to change IAM?” in Access.");
        pane.shoot("02-account-not-allowed");
    }

    @Test
    void anotherAccountThanExpectedIsABanner(FxRobot robot) {
        robot.interact(() -> {
            place.publish(draft -> draft.with(Field.ACCOUNT, "111122223333"));
            model.enter();
        });
        pane.shoot("02-account-other");
        robot.interact(button(robot, "Use account 999888777666")::fire);
        assertThat(place.draft().get().text(Field.ACCOUNT)).contains("999888777666");
        assertThat(all(robot, Banner.class)).isEmpty();
    }

    @Test
    void whereThereIsNoProfileKeysCanBeTyped(FxRobot robot) {
        robot.interact(() -> {
            at(Computer.in(home).place(""));
            model.enter();
            view.header().toggleHelp();
        });
        assertThat(view.firstFocus()).isEqualTo(button(robot, "Enter access keys"));
        pane.shoot("02-account-none");
        robot.interact(view.header()::toggleHelp);
        robot.interact(button(robot, "Enter access keys")::fire);
        TextField id = all(robot, TextField.class).stream()
                .filter(field -> !(field instanceof PasswordField))
                .findFirst()
                .orElseThrow();
        assertThat(id.isFocused()).isTrue();
        PasswordField secret = all(robot, PasswordField.class).getFirst();
        robot.interact(() -> {
            id.setText(place.sandbox.access().accessKeyId());
            secret.setText("wrong");
            secret.requestFocus();
        });
        robot.type(KeyCode.ENTER);
        assertThat(all(robot, Banner.class)).hasSize(1);
        pane.shoot("02-account-keys");
        robot.interact(() -> secret.setText(place.sandbox.access().secretAccessKey()));
        robot.type(KeyCode.ENTER);
        assertThat(model.caller().get()).isPresent();
        assertThat(secret.getText()).isEmpty();
        assertThat(view.firstFocus().isFocused()).isTrue();
    }

    @Test
    void aCodeOfADeviceIsAskedForAndAWrongOneIsReadWithItsField(FxRobot robot) {
        robot.interact(() -> {
            at(Computer.in(home).place(SEVERAL));
            model.enter();
            model.choose(model.ways().get().get(1));
        });
        settle(robot);
        TextField code = all(robot, TextField.class).getFirst();
        assertThat(code.isFocused()).isTrue();
        robot.interact(() -> code.setText("12"));
        robot.type(KeyCode.ENTER);
        assertThat(code.getAccessibleHelp()).startsWith("Error: Six digits");
        pane.shoot("02-account-code");
    }

    @Test
    void theCodeOfAnSsoSignInIsShownAndSpelledOut(FxRobot robot) {
        Page page = new Page(home);
        robot.interact(() -> {
            at(Computer.in(home).with(page).place(SEVERAL));
            model.enter();
        });
        page.meanwhile = () -> {
            assertThat(view.content().lookup(".device-code").getAccessibleText())
                    .startsWith("W D D M");
            pane.shootNow("02-account-sso");
        };
        robot.interact(() -> model.choose(model.ways().get().getLast()));
        page.expires = true;
        settle(robot);
        assertThat(button(robot, "Ask for another code").isFocused()).isTrue();
        pane.shoot("02-account-sso-expired");
    }

    @Test
    void aWaitIsShownAndInANarrowWindowColumnsStack(FxRobot robot) {
        robot.interact(() -> {
            place.operations.hold();
            model.enter();
            place.operations.release();
            place.operations.hold();
            view.setNarrow(true);
        });
        robot.interact(() -> {
            place.setup().signOut();
            place.learn(known -> known.withCaller(java.util.Optional.empty()));
            model.signIn().again();
            place.operations.pass(Operations.SLOW);
        });
        pane.shoot("02-account-waiting-narrow");
        robot.interact(place.operations::release);
        assertThat(model.caller().get()).isPresent();
    }
}
