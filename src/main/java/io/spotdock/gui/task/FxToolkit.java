package io.spotdock.gui.task;

import com.sun.glass.ui.Application;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/**
 * JavaFX, which takes as long to get ready as the program around it: begun early, it does so on another processor.
 * To be begun once in the life of a program.
 */
public final class FxToolkit {
    private final FutureTask<Boolean> started;

    /** @param name by which a desktop knows the program's windows; in a desktop entry it is {@code StartupWMClass} */
    public FxToolkit(String name) {
        started = new FutureTask<>(() -> {
            Platform.setImplicitExit(false);
            // Without it they are those of "java". JavaFX's public way to say it is Application.launch alone,
            // which makes an object of a class by itself.
            Platform.startup(() -> Application.GetApplication().setName(name));
            return true;
        });
    }

    /** Begins, beside whoever calls. */
    public void begin() {
        Thread.ofPlatform().daemon().name("toolkit").start(started);
    }

    /**
     * Runs this on JavaFX's thread, once that is there; it need not have been begun before.
     *
     * @throws RuntimeException what JavaFX said of why it can't begin
     */
    public void run(Runnable there) throws InterruptedException {
        started.run();
        try {
            started.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new IllegalStateException(e.getCause());
        }
        Platform.runLater(there);
    }
}
