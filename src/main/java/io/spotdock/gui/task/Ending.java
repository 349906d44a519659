package io.spotdock.gui.task;

import io.spotdock.domain.Failure;
import java.util.function.Consumer;

/** What is to happen when work has ended; called on the front's thread. */
public interface Ending<T> {
    void done(T result);

    void failed(Failure failure);

    void cancelled();

    static <T> Ending<T> of(Consumer<T> done, Consumer<Failure> failed, Runnable cancelled) {
        return new Ending<>() {
            @Override
            public void done(T result) {
                done.accept(result);
            }

            @Override
            public void failed(Failure failure) {
                failed.accept(failure);
            }

            @Override
            public void cancelled() {
                cancelled.run();
            }
        };
    }
}
