package io.spotdock.gui.step.bucket;

import static io.spotdock.gui.step.Pane.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.resource.Bucket.Protection;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.step.Pane;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.task.FxOperations;
import io.spotdock.port.Buckets;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class BucketViewTest {
    private final TestPlace place = TestPlace.aws().withGuide().signedIn();
    private BucketModel model;
    private BucketView view;
    private Pane pane;

    @Start
    void show(Stage stage) {
        place.with(new FxOperations(InstantSource.system()));
        ours("exports-of-ours");
        ours("another-of-ours");
        model = new BucketModel(place);
        view = new BucketView(model, new Texts(Locale.ENGLISH));
        pane = new Pane(stage);
        pane.show(view);
        model.enter();
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void ours(String name) {
        Buckets buckets = place.setup().cloud().buckets();
        Buckets.Located made = new Buckets.Located(
                new BucketName(name),
                place.sandbox.access().region(),
                place.sandbox.access().customerAccount());
        buckets.create(made);
        buckets.protect(made, Protection.SECURE_DEFAULT);
    }

    private TextField name() {
        return (TextField) view.controlOf(Field.BUCKET_NAME).orElseThrow();
    }

    @Test
    void aFreeNameIsShownToBeAvailable() {
        until(() -> model.nameRemark().get().kind() == Remark.Kind.GOOD);
        assertThat(name().getAccessibleText()).isEqualTo("Bucket name");
        assertThat(name().getAccessibleHelp()).isEqualTo("Available in S3.");
        pane.shoot("03-bucket-new");
    }

    @Test
    void aFaultIsReadWithItsFieldAndMendedByOneClick(FxRobot robot) {
        robot.interact(() -> name().setText("My_Company_Data_Exports"));
        assertThat(name().getAccessibleHelp()).isEqualTo("Error: Only small letters, digits, dots and hyphens.");
        pane.shoot("03-bucket-bad-name");
        robot.clickOn("Use my-company-data-exports");
        assertThat(place.draft().get().text(Field.BUCKET_NAME)).contains("my-company-data-exports");
    }

    @Test
    void anExistingBucketIsChosenFromTheListAndItsFindingsShown(FxRobot robot) {
        robot.clickOn("Existing bucket");
        until(() -> model.buckets().get().isPresent());
        robot.interact(() -> model.name().text().set("exports-of-ours"));
        until(() -> model.findings().get().isPresent());
        assertThat(robot.lookup("Found in this bucket").tryQuery()).isPresent();
        pane.shoot("03-bucket-existing");
    }

    @Test
    void columnsStackWhereTheWindowIsNarrow(FxRobot robot) {
        double before = robot.from(view.content())
                .lookup("A delivered file")
                .query()
                .localToScene(0, 0)
                .getY();
        robot.interact(() -> view.setNarrow(true));
        double after = robot.from(view.content())
                .lookup("A delivered file")
                .query()
                .localToScene(0, 0)
                .getY();
        assertThat(after).isGreaterThan(before + 100);
        pane.shoot("03-bucket-narrow");
    }

    @Test
    void theKeyboardGoesThroughTheFormInReadingOrder(FxRobot robot) {
        assertThat(name().isFocused()).isTrue();
        robot.type(javafx.scene.input.KeyCode.TAB);
        assertThat(view.controlOf(Field.REGION).orElseThrow().isFocused()).isTrue();
        robot.type(javafx.scene.input.KeyCode.TAB);
        assertThat(view.controlOf(Field.PREFIX).orElseThrow().isFocused()).isTrue();
    }
}
