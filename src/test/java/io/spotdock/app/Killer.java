package io.spotdock.app;

import io.spotdock.sandbox.control.Gate;
import io.spotdock.sandbox.control.Gate.Arrival;
import io.spotdock.sandbox.control.Gate.Moment;
import io.spotdock.sandbox.control.Gate.Ruling;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands at the gate, counts a program's calls, and kills it at one of them. What it has sent beyond is not acted on. */
final class Killer implements Gate.Keeper {
    /**
     * Where a program is killed.
     *
     * @param writing whether writing calls are counted, or those that only read
     * @param number of the call, from 1
     */
    record Point(boolean writing, int number, Moment moment) {
        @Override
        public String toString() {
            return moment.name().toLowerCase(java.util.Locale.ROOT) + " " + (writing ? "writing" : "reading") + " call "
                    + number;
        }
    }

    private final Point point;
    private final AtomicInteger counted = new AtomicInteger();
    private final CompletableFuture<Process> target = new CompletableFuture<>();
    private final AtomicReference<@Nullable Arrival> victim = new AtomicReference<>();

    Killer(Point point) {
        this.point = point;
    }

    void aimAt(Process process) {
        target.complete(process);
    }

    /** The call at which it was killed; none when it ended before that. */
    @Nullable
    Arrival victim() {
        return victim.get();
    }

    @Override
    public Ruling rule(Arrival call, Moment moment) {
        if (!Stand.isOfProgram(call)) return Ruling.PASS;
        if (moment == Moment.BEFORE) {
            if (victim.get() != null) return Ruling.DROP;
            if (Stand.changesSomething(call) != point.writing() || counted.incrementAndGet() != point.number())
                return Ruling.PASS;
            victim.set(call);
        }
        if (moment != point.moment() || !call.equals(victim.get())) return Ruling.PASS;
        Process process = target.join();
        process.destroyForcibly();
        process.onExit().join();
        return Ruling.DROP;
    }
}
