package io.spotdock.gui;

import io.spotdock.gui.look.Grid;
import io.spotdock.gui.look.Look;
import io.spotdock.gui.step.FileChoices;
import io.spotdock.gui.task.FxOperations;
import io.spotdock.gui.task.Operations;
import io.spotdock.gui.task.Pages;
import io.spotdock.journal.DataDirectory;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Event;
import io.spotdock.service.KeptEntries;
import io.spotdock.service.Rooms;
import io.spotdock.settings.Draft;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The whole wizard on a stage of a test, as {@link WizardWindow} shows it. Made on the toolkit's thread. */
public final class WizardOnStage {
    private final Stage stage;
    private final Wizard wizard;
    private final KeptEntries kept;
    private final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param folder where files go that a person is asked about, and what the wizard keeps */
    public WizardOnStage(
            Stage stage,
            Rooms rooms,
            Map<String, String> environment,
            InstantSource clock,
            Event.Sink audit,
            Texts texts,
            Path folder) {
        this(stage, rooms, environment, new FxOperations(clock), _ -> false, audit, texts, folder);
    }

    /** With operations and a browser of the test's own. */
    WizardOnStage(
            Stage stage,
            Rooms rooms,
            Map<String, String> environment,
            Operations operations,
            Pages pages,
            Event.Sink audit,
            Texts texts,
            Path folder) {
        this.stage = stage;
        kept = new KeptEntries(new DataDirectory(folder.resolve("kept")));
        wizard = new Wizard(
                new Wizard.World(rooms, environment, folder, kept, audit, SandboxOptions.aws(), choices(folder), pages),
                Draft.EMPTY,
                texts,
                operations,
                () -> {
                    ended.set(true);
                    stage.hide();
                });
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // The built-in platform's screen is smaller than the window, and the mouse can't leave it.
        Scene scene = new Scene(
                wizard.root(),
                Math.min(Grid.WINDOW_WIDTH, screen.getWidth()),
                Math.min(Grid.WINDOW_HEIGHT, screen.getHeight()));
        new Look(scheme).applyTo(scene);
        stage.setScene(scene);
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.show();
        stage.requestFocus();
    }

    private static FileChoices choices(Path folder) {
        return new FileChoices() {
            @Override
            public Optional<Path> save(String title, String suggested) {
                return Optional.of(folder.resolve(suggested));
            }

            @Override
            public Optional<Path> folder(String title) {
                return Optional.of(folder);
            }
        };
    }

    public Desk desk() {
        return wizard.desk();
    }

    public Stage stage() {
        return stage;
    }

    Wizard wizard() {
        return wizard;
    }

    KeptEntries kept() {
        return kept;
    }

    /** Whether the wizard has closed its window. */
    public boolean hasEnded() {
        return ended.get();
    }

    /** Gives the content so much room, whatever the screen's. */
    public void resize(double width, double height) {
        stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
        stage.setHeight(height + stage.getHeight() - stage.getScene().getHeight());
    }

    public void dress(ColorScheme wanted) {
        scheme.set(wanted);
    }

    /** Blocks until all of it has ended; off the toolkit's thread. */
    public void dispose() {
        wizard.dispose();
    }
}
