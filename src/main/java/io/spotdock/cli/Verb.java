package io.spotdock.cli;

import java.util.concurrent.Callable;

/** A command: it runs, tells its output what happens, and says how it ended; what it throws, {@link Mishaps} tells. */
public abstract class Verb implements Callable<Integer> {
    private final Frame frame;

    protected Verb(Frame frame) {
        this.frame = frame;
    }

    protected final Frame frame() {
        return frame;
    }

    /** Whether a window opens, before which nothing is written down: it is to be there soon. */
    boolean opensWindow() {
        return false;
    }

    protected abstract ExitCode run(Output output) throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run(frame.output()).code();
    }
}
