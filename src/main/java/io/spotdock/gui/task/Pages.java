package io.spotdock.gui.task;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens pages in the person's browser. */
@FunctionalInterface
public interface Pages {
    /** Whether something took the page; blocks for a moment. */
    boolean open(URI page);

    /**
     * The browser that a system opens pages with. JavaFX's own way needs an {@code Application}, which the window is not.
     *
     * @param system its name, as Java tells it
     */
    static Pages of(String system) {
        return page -> {
            try {
                new ProcessBuilder(command(system, page))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return true;
            } catch (IOException _) {
                return false;
            }
        };
    }

    /** No shell reads the address, so that nothing in it can be taken for a command. */
    static List<String> command(String system, URI page) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
