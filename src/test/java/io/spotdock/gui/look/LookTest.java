package io.spotdock.gui.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

@FxTest
class LookTest {
    private static final Path STYLESHEET = Path.of("src/main/resources/io/spotdock/gui/spotdock.css");

    @Test
    void aSceneFollowsTheScheme() {
        SimpleObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
        Scene scene = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Scene made = new Scene(new Group());
            new Look(scheme).applyTo(made);
            return made;
        });
        assertThat(scene.getUserAgentStylesheet()).contains("primer-light");
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> scheme.set(ColorScheme.DARK));
        assertThat(scene.getUserAgentStylesheet()).contains("primer-dark");
    }

    @Test
    void everyFamilyThatTheStylesheetNamesIsBundled() throws IOException {
        Fonts.load();
        var named = Pattern.compile("-fx-font-family: \"([^\"]+)\"").matcher(Files.readString(STYLESHEET));
        assertThat(named.results().map(found -> found.group(1)).distinct())
                .contains("Inter", "JetBrains Mono")
                .allSatisfy(family -> assertThat(Font.font(family).getFamily()).isEqualTo(family));
    }

    @Test
    void coloursAreLookedUpAndNoStyleIsNamedBar() throws IOException {
        String rules = Files.readString(STYLESHEET).replaceAll("(?s)/\\*.*?\\*/", "");
        assertThat(rules).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b").doesNotContainPattern("rgba?\\(|hsb\\(");
        assertThat(rules.replace(".thin-progress > .bar", "")).doesNotContainPattern("\\.bar\\b(?!-)");
    }
}
