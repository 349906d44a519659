package io.spotdock.gui.control;

import static io.spotdock.gui.control.Shown.doOnFx;
import static io.spotdock.gui.control.Shown.onFx;
import static io.spotdock.gui.control.Shown.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.Complaints;
import io.spotdock.gui.FxTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class FieldTest {
    private final TextEntry bucket = new TextEntry("_Bucket name", "Small letters and digits.");
    private final SecretEntry token = new SecretEntry("_Token", "Used now, never stored.", "Show", "Hide");
    private final Choice<Integer> region = new Choice<>("_Region", "As in your profile.", n -> "region " + n);
    private final TextEntry last = new TextEntry("Last", "");

    @Start
    void start(Stage stage) {
        region.items().addAll(1, 2);
        Shown.show(stage, new VBox(16, bucket, token, region, last));
    }

    @Test
    void aFieldIs80HighWhateverItSays() {
        assertThat(place(bucket).getHeight()).isEqualTo(80);
        Bounds before = place(last);
        for (Message.Kind kind : Message.Kind.values()) {
            doOnFx(() -> bucket.setMessage(
                    new Message(kind, "Taken by another account. ".repeat(20)).withFix("Use another", () -> {})));
            assertThat(place(last)).as(kind.name()).isEqualTo(before);
            assertThat(place(bucket).getWidth()).isEqualTo(before.getWidth());
        }
        doOnFx(() -> {
            bucket.setLocked(true);
            region.setLocked(true);
        });
        assertThat(place(last)).isEqualTo(before);
    }

    @Test
    void aFocusedFieldDoesNotMoveItsText(FxRobot robot) {
        doOnFx(last::focusControl);
        Bounds before = place(text(bucket.control()));
        doOnFx(bucket::focusControl);
        assertThat(onFx(() -> bucket.control().isFocused())).isTrue();
        assertThat(place(text(bucket.control()))).isEqualTo(before);
    }

    @Test
    void aTallMessageHasTwoLines() {
        doOnFx(() -> bucket.setTallMessage(true));
        assertThat(place(bucket).getHeight()).isEqualTo(96);
    }

    @Test
    void theFaultIsReadWithItsField() {
        doOnFx(() -> bucket.setMessage(new Message(Message.Kind.ERROR, "Only small letters.").spoken("error")));
        assertThat(bucket.control().getAccessibleText()).isEqualTo("Bucket name");
        assertThat(bucket.control().getAccessibleHelp())
                .isEqualTo("error: Only small letters. Small letters and digits.");
        doOnFx(() -> bucket.setMessage(Message.NONE));
        assertThat(bucket.control().getAccessibleHelp()).isEqualTo("Small letters and digits.");
    }

    @Test
    void oneClickMendsWhereTheMessageKnowsHow(FxRobot robot) {
        AtomicInteger mended = new AtomicInteger();
        doOnFx(() -> bucket.setMessage(
                new Message(Message.Kind.ERROR, "Only small letters.").withFix("Use x", mended::incrementAndGet)));
        robot.clickOn(".message-line .hyperlink");
        assertThat(mended).hasValue(1);
        assertThat(onFx(() -> ((Hyperlink) bucket.lookup(".hyperlink")).isVisited()))
                .isFalse();
    }

    @Test
    void aLockedFieldKeepsItsValueAndGivesAllOfItToTheClipboard(FxRobot robot) {
        doOnFx(() -> {
            bucket.setText("123456789012");
            bucket.setLocked(true);
            bucket.focusControl();
            ((TextField) bucket.control()).deselect();
        });
        robot.type(KeyCode.X);
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("123456789012");
        assertThat(bucket.getText()).isEqualTo("123456789012");
    }

    @Test
    void aLockedChoiceIsATextThatCanBeSelected() {
        doOnFx(() -> {
            region.setValue(2);
            region.setLocked(true);
        });
        assertThat(region.control()).isInstanceOfSatisfying(TextField.class, fixed -> {
            assertThat(fixed.getText()).isEqualTo("region 2");
            assertThat(fixed.isEditable()).isFalse();
            assertThat(fixed.getAccessibleText()).isEqualTo("Region");
        });
        doOnFx(() -> region.setLocked(false));
        assertThat(region.control()).isNotInstanceOf(TextField.class);
        assertThat(region.getValue()).isEqualTo(2);
    }

    @Test
    void theEyeShowsASecretAndNeverMakesItATextToReadOut(FxRobot robot) {
        doOnFx(() -> token.setText("abc"));
        assertThat(shownText(token)).isEqualTo("•••");
        robot.clickOn(".field-button");
        assertThat(shownText(token)).isEqualTo("abc");
        doOnFx(() -> token.setText("abcd"));
        assertThat(shownText(token)).isEqualTo("abcd");
        assertThat(token.control()).isInstanceOf(PasswordField.class);
        assertThat(token.control().getAccessibleRole()).isEqualTo(AccessibleRole.PASSWORD_FIELD);
        assertThat(onFx(() -> token.lookup(".field-button").getAccessibleText()))
                .isEqualTo("Hide");
        robot.clickOn(".field-button");
        assertThat(shownText(token)).isEqualTo("••••");
    }

    @Test
    void typingNarrowsALongListAndEnterTakesWhatIsLeft(FxRobot robot) {
        SearchField<String> bucket = new SearchField<>("_Bucket", "1 of 3", words -> words);
        bucket.items().addAll("my-company-data-exports", "my-company-logs", "other");
        doOnFx(() -> {
            ((VBox) last.getParent()).getChildren().setAll(bucket);
            bucket.focusControl();
        });
        assertThat(bucket.control().getAccessibleText()).isEqualTo("Bucket");
        try (Complaints complaints = new Complaints()) {
            robot.type(KeyCode.DOWN).write("logs").type(KeyCode.ENTER);
            assertThat(bucket.getValue()).isEqualTo("my-company-logs");
            assertThat(complaints.heard()).isEmpty();
        }
    }

    @Test
    void aListThatIsSearchedShowsThatItHasTheKeyboard() {
        SearchField<String> bucket = new SearchField<>("_Bucket", "1 of 3", words -> words);
        doOnFx(() -> {
            ((VBox) last.getParent()).getChildren().addFirst(bucket);
            last.focusControl();
        });
        Paint before = edge(bucket);
        doOnFx(bucket::focusControl);
        assertThat(edge(bucket)).isNotEqualTo(before);
    }

    /** What is seen of it: while it is closed ControlsFX puts another list over it. */
    private static Paint edge(SearchField<String> field) {
        return onFx(() -> {
            field.applyCss();
            Region seen = (Region) field.control().getChildrenUnmodifiable().stream()
                    .filter(ComboBox.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            return seen.getBackground().getFills().getFirst().getFill();
        });
    }

    @Test
    void decorationIsNotInTheTree() {
        doOnFx(() -> bucket.setMessage(new Message(Message.Kind.ERROR, "Only small letters.")));
        assertThat(List.copyOf(onFx(() -> bucket.lookupAll(".icon"))))
                .isNotEmpty()
                .allSatisfy(icon -> assertThat(icon.getAccessibleRole()).isEqualTo(AccessibleRole.NODE));
    }

    private static Text text(javafx.scene.Node control) {
        return onFx(() -> (Text) control.lookup(".text"));
    }

    private static String shownText(Field field) {
        return onFx(() -> field.control().lookupAll(".text").stream()
                .map(node -> ((Text) node).getText())
                .filter(shown -> !shown.isEmpty())
                .findFirst()
                .orElse(""));
    }
}
