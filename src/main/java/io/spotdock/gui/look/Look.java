package io.spotdock.gui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/**
 * Dresses a scene: AtlantaFX's Primer in the wanted scheme, Spotdock's stylesheet over it. Each scene has
 * its own theme, so that a light and a dark window can stand side by side; pop-ups take it from their owner.
 */
public final class Look {
    private static final String OURS = "/io/spotdock/gui/spotdock.css";

    private final ObservableValue<ColorScheme> scheme;

    /** A look that follows this scheme for as long as the scene lives. */
    public Look(ObservableValue<ColorScheme> scheme) {
        this.scheme = scheme;
    }

    /** The scheme that the person has chosen in the operating system, as it changes. */
    public static Look ofThePlatform() {
        return new Look(Platform.getPreferences().colorSchemeProperty());
    }

    /** Always this scheme. */
    public static Look of(ColorScheme scheme) {
        return new Look(new ReadOnlyObjectWrapper<>(scheme));
    }

    /** The scheme as it is now. */
    public ColorScheme scheme() {
        return scheme.getValue();
    }

    /** Dresses the scene now, and again whenever the scheme changes. */
    public void applyTo(Scene scene) {
        Fonts.load();
        scene.getStylesheets()
                .add(Objects.requireNonNull(Look.class.getResource(OURS), OURS).toExternalForm());
        scheme.subscribe(wanted -> {
            scene.setUserAgentStylesheet(theme(wanted));
            // A pop-up is styled once before it knows its owner; in Modena then, and that complains about our names.
            Application.setUserAgentStylesheet(theme(wanted));
        });
    }

    private static String theme(ColorScheme scheme) {
        return switch (scheme) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }
}
