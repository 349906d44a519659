package io.spotdock.log;

import io.spotdock.domain.Telltales;
import java.nio.file.FileSystemException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stack trace that may be written down. Libraries quote in their messages what they were given, which may be a secret
 * (the JDK does so with a header it refuses, and a parser with what it can't read): of theirs only the type is told. Our
 * own messages hold no secrets, and those that the virtual machine makes name variables, never values.
 */
public final class Trace {
    private static final List<Class<? extends Throwable>> OF_THE_MACHINE = List.of(
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            NegativeArraySizeException.class,
            LinkageError.class,
            VirtualMachineError.class,
            // Their message is the file's name.
            FileSystemException.class);

    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 60;

    private Trace() {}

    /** Several lines; the last one has no end. */
    public static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < MOST_CAUSES && told.add(each); depth++, each = each.getCause()) {
            if (depth > 0) text.append("\nCaused by: ");
            text.append(head(each));
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++)
                text.append("\n\tat ").append(frames[i]);
            for (Throwable suppressed : each.getSuppressed())
                text.append("\n\tSuppressed: ").append(head(suppressed));
        }
        return text.toString();
    }

    private static String head(Throwable thrown) {
        String type = thrown.getClass().getName();
        return message(thrown)
                .map(message -> type + ": " + Line.single(Telltales.hide(message)))
                .orElse(type);
    }

    private static Optional<String> message(Throwable thrown) {
        String message = thrown.getMessage();
        Throwable cause = thrown.getCause();
        boolean repeats = message != null && cause != null && message.contains(String.valueOf(cause.getMessage()));
        if (message == null || repeats || !(isOfTheMachine(thrown) || isOurs(thrown))) return Optional.empty();
        return Optional.of(message);
    }

    private static boolean isOfTheMachine(Throwable thrown) {
        return OF_THE_MACHINE.stream().anyMatch(type -> type.isInstance(thrown));
    }

    /** Whether our own code threw it, and so wrote its message. */
    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith("io.spotdock.");
    }
}
