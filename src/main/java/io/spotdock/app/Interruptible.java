package io.spotdock.app;

import java.util.function.IntSupplier;

/**
 * Runs the program so that Ctrl-C and a polite kill interrupt it instead of tearing it down: it then stops where it can
 * be gone on from, and its own exit code is the process's.
 */
final class Interruptible {
    /** How long a call to the outside may still take to end. */
    private static final long PATIENCE_MILLIS = 20_000;

    private final IntSupplier program;

    Interruptible(IntSupplier program) {
        this.program = program;
    }

    void runAndExit() {
        int[] code = {130};
        Thread worker = Thread.ofPlatform().name("spotdock").unstarted(() -> code[0] = program.getAsInt());
        Thread onSignal = new Thread(() -> {
            worker.interrupt();
            await(worker);
            // Not exit, which is under way already and would answer the signal's number.
            Runtime.getRuntime().halt(code[0]);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        worker.start();
        awaitForever(worker);
        // Nothing is left to do at the end, and exit would log its own call: setting the log up takes longer than many
        // commands.
        if (removed(onSignal)) Runtime.getRuntime().halt(code[0]);
    }

    private static void await(Thread worker) {
        try {
            worker.join(PATIENCE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitForever(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when a signal was first, and will end the process itself. */
    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return false;
        }
    }
}
