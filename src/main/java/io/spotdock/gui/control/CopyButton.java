package io.spotdock.gui.control;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Puts a value on the clipboard and says so for two seconds. Its name says what it copies: "Copy external ID". */
public final class CopyButton extends Button {
    private static final Duration SHOWN = Duration.seconds(2);

    private final Tooltip tip;
    private final String name;
    private final String copied;
    private final Supplier<String> value;
    private final PauseTransition back = new PauseTransition(SHOWN);

    /** An icon of 32 by 32, whose tooltip is its name. */
    public CopyButton(String name, String copied, Supplier<String> value) {
        this("", name, copied, value);
        getStyleClass().add("icon-button");
    }

    private CopyButton(String text, String name, String copied, Supplier<String> value) {
        super(text);
        this.name = A11y.plain(name);
        this.copied = copied;
        this.value = value;
        tip = new Tooltip(this.name);
        setGraphic(Icons.of(Feather.COPY));
        setTooltip(tip);
        A11y.name(this, name);
        setOnAction(_ -> copy());
        sceneProperty().subscribe(() -> tip.hide());
        back.setOnFinished(_ -> {
            tip.hide();
            tip.setText(this.name);
            A11y.name(this, name);
        });
    }

    /** An outlined button with words, 36 high. */
    public static CopyButton withText(String text, String copied, Supplier<String> value) {
        CopyButton button = new CopyButton(text, text, copied, value);
        button.setMnemonicParsing(true);
        button.getStyleClass().add("outlined");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Is it saying so just now? */
    public boolean isCopied() {
        return tip.getText().equals(copied);
    }

    private void copy() {
        Copying.copy(value.get());
        tip.setText(copied);
        A11y.name(this, copied);
        var place = localToScreen(getBoundsInLocal());
        // Over the window, as a tooltip over a node fails when that node leaves the scene.
        if (place != null) tip.show(getScene().getWindow(), place.getMinX(), place.getMaxY() + 4);
        back.playFromStart();
    }
}
