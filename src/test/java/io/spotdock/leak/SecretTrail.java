package io.spotdock.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which {@code Secret}s were made, where, and which of them are not wiped. A {@link WovenLoader} has each of them call here;
 * the product knows nothing of it. Static, since that is what compiled code can be made to call.
 */
public final class SecretTrail {
    private static final Map<Object, Throwable> LIVING = Collections.synchronizedMap(new IdentityHashMap<>());
    private static final List<Object> MADE = Collections.synchronizedList(new ArrayList<>());

    private SecretTrail() {}

    public static void made(Object secret) {
        MADE.add(secret);
        LIVING.put(secret, new Throwable("made here"));
    }

    public static void wiped(Object secret) {
        LIVING.remove(secret);
    }

    public static int count() {
        return MADE.size();
    }

    /** Where those were made that are not wiped; they are forgotten by this. */
    public static List<String> unwiped() {
        synchronized (LIVING) {
            List<String> places =
                    LIVING.values().stream().map(SecretTrail::place).toList();
            LIVING.clear();
            return places;
        }
    }

    private static String place(Throwable made) {
        StringBuilder place = new StringBuilder("not wiped, made at");
        int shown = 0;
        for (StackTraceElement frame : made.getStackTrace()) {
            String type = frame.getClassName();
            if (!type.startsWith("io.spotdock") || type.endsWith(".Secret") || type.endsWith(".SecretTrail")) continue;
            place.append(' ').append(frame.getFileName()).append(':').append(frame.getLineNumber());
            if (++shown == 5) break;
        }
        return place.toString();
    }
}
