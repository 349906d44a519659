import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least that a JavaFX program can show: what startup.sh compares the wizard with. */
public final class BareWindow {
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Label("Nothing")), 1160, 760));
            stage.setTitle("Spotdock");
            stage.show();
        });
    }
}
