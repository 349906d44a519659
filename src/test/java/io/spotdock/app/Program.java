package io.spotdock.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The real program, to be run in a process of its own. It starts from a cache of its classes, made once: a second would
 * otherwise go by before it does anything at all.
 */
final class Program {
    private static final String MAIN = Main.class.getName();

    private final Path cache;
    private final String classPath;

    /** @param folder to keep a jar and the cache in */
    Program(Path folder) {
        cache = folder.resolve("spotdock.aot");
        try {
            classPath = classPath(folder);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK caches classes out of jars only. */
    private static String classPath(Path folder) throws IOException, URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        places.add((Files.isDirectory(classes) ? packed(classes, folder.resolve("spotdock.jar")) : classes).toString());
        for (ClassLoader loader = Main.class.getClassLoader(); loader != null; loader = loader.getParent())
            if (loader instanceof URLClassLoader known)
                for (URL url : known.getURLs()) places.add(Path.of(url.toURI()).toString());
        places.addAll(Arrays.asList(System.getProperty("java.class.path").split(System.getProperty("path.separator"))));
        places.removeIf(place -> !place.endsWith(".jar"));
        return String.join(System.getProperty("path.separator"), places);
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** Runs it once to its end, to see which classes that takes. */
    void rehearse(Map<String, String> environment, Path folder, String... arguments) {
        Process process = startWith("-XX:AOTCacheOutput=" + cache, environment, folder, arguments);
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) throw new IllegalStateException("the rehearsal does not end");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Starts it.
     *
     * @param environment all of it: nothing of the developer's own reaches the program
     * @param folder to work in; what it prints is in {@code out.txt} there
     */
    Process start(Map<String, String> environment, Path folder, String... arguments) {
        // Who runs it but a few times need not have rehearsed.
        return startWith(
                Files.exists(cache) ? "-XX:AOTCache=" + cache : "-Xshare:auto", environment, folder, arguments);
    }

    /** The same with an option of the virtual machine, and without the cache. */
    Process startWith(String option, Map<String, String> environment, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                classPath,
                MAIN));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
