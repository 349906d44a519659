package io.spotdock.gui;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.gui.look.Backdrop;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.look.Look;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.FxOperations;
import io.spotdock.gui.task.FxToolkit;
import io.spotdock.gui.task.Pages;
import io.spotdock.journal.DataDirectory;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Event;
import io.spotdock.service.KeptEntries;
import io.spotdock.service.Rooms;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Reading;
import io.spotdock.settings.SettingsFile;
import io.spotdock.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The wizard in a window of the desktop. */
public final class WizardWindow {
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64);

    /** For switchers and docks; to unpack them takes as long as to show the window. */
    private static final List<Integer> LARGE_ICON_SIZES = List.of(128, 256, 512);

    /** Until then the first frame has been drawn. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Rooms rooms;
    private final Map<String, String> environment;
    private final DataDirectory directory;
    private final Texts texts;
    private final InstantSource clock;
    private final FxToolkit toolkit = new FxToolkit("Spotdock");

    public WizardWindow(
            Rooms rooms, Map<String, String> environment, DataDirectory directory, Texts texts, InstantSource clock) {
        this.rooms = rooms;
        this.environment = Map.copyOf(environment);
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the window begins with. */
    private record Beginning(Draft entries, Optional<KeptEntries.Kept> kept, Optional<Path> file, int problems) {}

    /** Begins what takes longest, while the program still finds out what it is asked for. */
    public void prepare() {
        if (hasDisplay()) toolkit.begin();
    }

    /**
     * Shows the window until it is closed. Called once in the life of a program.
     *
     * @param settings a file to begin with; without one the entries kept by an earlier window are gone on from
     * @throws FailureException Invalid where there is no display
     * @param opened run once, after the window is there and beside it
     */
    public void show(Optional<Path> settings, boolean sandbox, Runnable opened) throws InterruptedException {
        if (!hasDisplay()) throw noDisplay("");
        KeptEntries kept = new KeptEntries(directory);
        Beginning beginning = beginning(settings, kept);
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Wizard> wizard = new CompletableFuture<>();
        start(() -> {
            Look look = Look.ofThePlatform();
            Stage stage = backdrop(look, closed::countDown);
            // Once that is on the screen.
            Platform.runLater(() -> {
                try {
                    wizard.complete(fill(stage, look, beginning, kept, sandbox, closed::countDown, opened));
                } catch (RuntimeException e) {
                    // Rather no window than one that stays empty.
                    wizard.completeExceptionally(e);
                    closed.countDown();
                }
            });
        });
        try {
            closed.await();
        } finally {
            if (wizard.state() == Future.State.SUCCESS) wizard.resultNow().dispose();
        }
        // Not when interrupted: JavaFX hears the same signal and ends beside us, and then may never answer.
        Platform.exit();
        if (wizard.isCompletedExceptionally()) throw (RuntimeException) wizard.exceptionNow();
    }

    private void start(Runnable first) throws InterruptedException {
        try {
            toolkit.run(first);
        } catch (UnsupportedOperationException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("DISPLAY")) throw noDisplay(said);
            throw e;
        }
    }

    private static FailureException noDisplay(String said) {
        return new FailureException(new Failure.Invalid("DISPLAY", Fault.of("fault.display"), said));
    }

    /** Asked before JavaFX is, which would load its libraries and warn about them first. */
    private boolean hasDisplay() {
        boolean unix = !Stream.of("win", "mac")
                .anyMatch(System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT)::contains);
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !unix || headless || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    private static Beginning beginning(Optional<Path> settings, KeptEntries kept) {
        if (settings.isEmpty()) {
            Optional<KeptEntries.Kept> found = kept.find();
            Draft entries = found.map(KeptEntries.Kept::draft).orElse(Draft.EMPTY);
            return new Beginning(entries, found, settings, 0);
        }
        try {
            Reading reading = SettingsFile.read(settings.get());
            int problems = reading.check().problems().size();
            return new Beginning(reading.draft(), Optional.empty(), settings, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The window, there as soon as it can be: in its colours, and empty yet. */
    private Stage backdrop(Look look, Runnable closed) {
        Stage stage = new Stage();
        stage.setScene(new Scene(Backdrop.of(look.scheme()), Grid.WINDOW_WIDTH, Grid.WINDOW_HEIGHT));
        stage.setTitle(texts.get("wizard.title"));
        stage.setMinWidth(Grid.WINDOW_MIN_WIDTH);
        stage.setMinHeight(Grid.WINDOW_MIN_HEIGHT);
        stage.setOnCloseRequest(_ -> closed.run());
        stage.show();
        return stage;
    }

    private Wizard fill(
            Stage stage,
            Look look,
            Beginning beginning,
            KeptEntries kept,
            boolean sandbox,
            Runnable closed,
            Runnable opened) {
        // Before the first control is made, which otherwise reads JavaFX's own stylesheet.
        look.applyTo(stage.getScene());
        FxOperations operations = new FxOperations(clock);
        Wizard wizard = new Wizard(
                new Wizard.World(
                        rooms,
                        environment,
                        Path.of(""),
                        kept,
                        Event.Sink.NONE,
                        SandboxOptions.aws(),
                        new FileDialogs(stage),
                        Pages.of(System.getProperty("os.name"))),
                withHost(beginning.entries()),
                texts,
                operations,
                closed);
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> wizard.tell(FxOperations.unexpected(thrown)));
        stage.getScene().setRoot(wizard.root());
        for (int size : ICON_SIZES) stage.getIcons().add(icon(size));
        stage.setOnCloseRequest(event -> {
            event.consume();
            wizard.close();
        });
        beginning.kept().ifPresent(entries -> wizard.resume(entries.step()));
        beginning.file().ifPresent(file -> wizard.begunWith(file, beginning.problems()));
        if (sandbox) wizard.enterSandbox();
        operations.after(SETTLED, () -> {
            for (int size : LARGE_ICON_SIZES) stage.getIcons().add(icon(size));
            operations.start(() -> told(opened), Ending.of(_ -> {}, wizard::tell, () -> {}));
            if (!sandbox) wizard.lookForUpdates();
        });
        return wizard;
    }

    private static boolean told(Runnable opened) {
        opened.run();
        return true;
    }

    private Draft withHost(Draft entries) {
        String host = environment.getOrDefault("SPOTDOCK_THOUGHTSPOT_URL", "");
        return host.isEmpty() ? entries : entries.with(Field.HOST, host);
    }

    private static Image icon(int size) {
        String name = "icons/spotdock-" + size + ".png";
        var stream = WizardWindow.class.getResourceAsStream(name);
        if (stream == null) throw new IllegalStateException(name + " is not in this build");
        return new Image(stream);
    }
}
