import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the two AOT caches of an application image, each by a real run of it: `demo`, the whole journey on the command line,
 * and the window, which opens in a sandbox and is walked through where KEYS can press Enter. Each runs exactly as its
 * launcher will start it, as the JVM refuses a cache that was made with other jars, or in another order.
 *
 * <p>Usage: java Train.java JAVA APP-DIRECTORY WINDOW.cfg TERMINAL.cfg [KEYS…]
 */
final class Train {
    private static final int STEPS = 3;

    /** Linked all at once, the classes of the whole journey would cost a short command more than it takes. */
    private static final List<String> SHORT_RUNS = List.of("-XX:-AOTClassLinking");

    private final Path java;
    private final Path app;
    private final Path home;

    private Train(Path java, Path app, Path home) {
        this.java = java;
        this.app = app;
        this.home = home;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("spotdock-training");
        Train train = new Train(Path.of(arguments[0]), Path.of(arguments[1]), home);
        train.demo(arguments[3]);
        train.window(arguments[2], Stream.of(arguments).skip(4).toList());
        try (Stream<Path> left = Files.walk(home)) {
            left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private void demo(String launcher) throws IOException, InterruptedException {
        Process process = start(launcher, SHORT_RUNS, List.of("demo"));
        check(process.waitFor() == 0, "demo failed");
        settle(launcher);
    }

    private void window(String launcher, List<String> keys) throws IOException, InterruptedException {
        Process process = start(launcher, List.of(), List.of("wizard", "--sandbox"));
        Path log = home.resolve("logs").resolve("spotdock.log");
        FileTime before = Files.exists(log) ? Files.getLastModifiedTime(log) : FileTime.fromMillis(0);
        // It logs its beginning a second after it is shown.
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (Files.exists(log) && Files.getLastModifiedTime(log).compareTo(before) > 0) break;
            TimeUnit.MILLISECONDS.sleep(200);
        }
        check(process.isAlive(), "the window did not open");
        TimeUnit.SECONDS.sleep(5);
        for (int i = 0; i < STEPS && !keys.isEmpty(); i++) {
            new ProcessBuilder(keys).inheritIO().start().waitFor();
            TimeUnit.SECONDS.sleep(3);
        }
        // The one end that Windows knows is no end to a JVM, which then writes nothing; this one asks the window to
        // close.
        if (File.separatorChar == '\\')
            new ProcessBuilder("taskkill", "/PID", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        else process.destroy();
        check(process.waitFor(5, TimeUnit.MINUTES), "the window did not close");
        settle(launcher);
    }

    /** Runs what the launcher's file says, but writes the cache that this names instead of reading it. */
    private Process start(String launcher, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        List<String> jars = new ArrayList<>();
        String main = "";
        for (String line : Files.readAllLines(app.resolve(launcher))) {
            String value = line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString());
            if (line.startsWith("app.classpath=")) jars.add(value);
            else if (line.startsWith("app.mainclass=")) main = value;
            else if (line.startsWith("java-options="))
                command.add(value.replace("-XX:AOTCache=", "-XX:AOTCacheOutput="));
        }
        command.addAll(options);
        command.addAll(List.of("-Xlog:aot*=error,cds*=error", "-cp", String.join(File.pathSeparator, jars), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(app.resolve("../training.log").toFile());
        builder.environment().put("SPOTDOCK_HOME", home.toString());
        builder.environment().put("SPOTDOCK_UPDATE_CHECK", "off");
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        return builder.start();
    }

    private void settle(String launcher) throws IOException {
        Path cache = app.resolve(launcher.replace(".cfg", ".aot"));
        check(Files.exists(cache), cache + " was not made; see training.log");
        System.out.printf("%s: %.1f MB%n", cache.getFileName(), Files.size(cache) / 1e6);
        Files.deleteIfExists(app.resolve("../training.log"));
        Files.deleteIfExists(Path.of(cache + ".config"));
    }

    private static void check(boolean fine, String otherwise) {
        if (!fine) throw new IllegalStateException(otherwise);
    }
}
