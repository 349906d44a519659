package io.spotdock.gui.task;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.service.Chronicle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.concurrent.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Operations} of a window: a {@code Task} on a virtual thread for each, whose cancelling is an interrupt. */
public final class FxOperations implements Operations {
    private final InstantSource clock;

    public FxOperations(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <T> Operation start(Supplier<T> work, Ending<T> ending) {
        Blocking<T> task = new Blocking<>(work, ending);
        Thread thread = Thread.ofVirtual().name("operation").start(task);
        // Not Task.cancel: the ending must come after the work has really stopped, not before.
        return thread::interrupt;
    }

    private static final class Blocking<T> extends Task<T> {
        private final Supplier<T> work;
        private final Ending<T> ending;

        Blocking(Supplier<T> work, Ending<T> ending) {
            this.work = work;
            this.ending = ending;
        }

        @Override
        protected T call() {
            return work.get();
        }

        @Override
        protected void succeeded() {
            ending.done(getValue());
        }

        @Override
        protected void failed() {
            Throwable thrown = getException();
            if (thrown instanceof CancellationException) ending.cancelled();
            else if (thrown instanceof FailureException known) ending.failed(known(known.failure()));
            else ending.failed(unexpected(thrown));
        }
    }

    private static Failure known(Failure failure) {
        log().warn("{}", Chronicle.words(failure));
        return failure;
    }

    /** Asked for when there is something to say: the first who asks has the log set up, and a window is to open before. */
    private static Logger log() {
        return LoggerFactory.getLogger(FxOperations.class);
    }

    /** Logs what nobody foresaw under a reference that a person can report. */
    public static Failure unexpected(Throwable thrown) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log().error("Unexpected, reference {}", reference, thrown);
        return new Failure.Unexpected(reference, thrown.getClass().getName());
    }

    @Override
    public Operation after(Duration delay, Runnable action) {
        return timer(delay, action, 1);
    }

    @Override
    public Operation every(Duration period, Runnable action) {
        return timer(period, action, Animation.INDEFINITE);
    }

    private static Operation timer(Duration period, Runnable action, int times) {
        Timeline timeline =
                new Timeline(new KeyFrame(javafx.util.Duration.millis((double) period.toMillis()), _ -> action.run()));
        timeline.setCycleCount(times);
        timeline.play();
        return timeline::stop;
    }

    @Override
    public <E> Consumer<E> onFront(Consumer<E> listener) {
        return event -> Platform.runLater(() -> listener.accept(event));
    }

    @Override
    public InstantSource clock() {
        return clock;
    }
}
