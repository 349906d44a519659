package io.spotdock.gui.task;

import io.spotdock.domain.Failure;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One thing a model does at a time: starting it anew cancels what was under way, whose end is then never heard of. Its
 * state can be bound to.
 */
public final class Activity {
    private final Operations operations;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Operation work = Operation.NONE;
    private Operation timer = Operation.NONE;
    private long turn;

    public Activity(Operations operations) {
        this.operations = operations;
    }

    /** Starts work; its failure is kept in {@link #failure()}. */
    public <T> void start(Supplier<T> blocking, Consumer<T> done) {
        start(blocking, Ending.of(done, _ -> {}, () -> {}));
    }

    /** Starts work; its failure is kept in {@link #failure()} before {@code ending} hears of it. */
    public <T> void start(Supplier<T> blocking, Ending<T> ending) {
        cancel();
        long mine = turn;
        failure.set(Optional.empty());
        running.set(true);
        timer = operations.after(Operations.SLOW, () -> slow.set(running.get()));
        work = operations.start(
                blocking,
                Ending.of(
                        result -> ended(mine, () -> ending.done(result)),
                        why -> ended(mine, () -> {
                            failure.set(Optional.of(why));
                            ending.failed(why);
                        }),
                        () -> ended(mine, ending::cancelled)));
    }

    private void ended(long whose, Runnable then) {
        if (whose != turn) return;
        idle();
        then.run();
    }

    private void idle() {
        timer.cancel();
        running.set(false);
        slow.set(false);
    }

    /** Interrupts the work and forgets it: its ending is not called. */
    public void cancel() {
        turn++;
        work.cancel();
        work = Operation.NONE;
        idle();
    }

    /** Interrupts the work and lets it end by itself, where its ending matters: it is then called. */
    public void interrupt() {
        work.cancel();
    }

    public void clearFailure() {
        failure.set(Optional.empty());
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether it has been running for so long that a wait should be shown. */
    public ReadOnlyBooleanProperty slow() {
        return slow.getReadOnlyProperty();
    }

    /** Why the last one failed; empty again as soon as the next begins. */
    public ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }
}
