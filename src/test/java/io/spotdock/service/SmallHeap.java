package io.spotdock.service;

import io.spotdock.aws.AwsConnector;
import io.spotdock.check.SeededContent;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Buckets;
import io.spotdock.port.Fingerprint;
import io.spotdock.port.Objects;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Writes and reads back a file of 25 MB in a JVM of its own, whose heap has no room for it: what the heap may grow to at
 * most, less what lives in it before, is what the file can have cost.
 */
final class SmallHeap {
    /** Of the JVM, in MB. With the serial collector no array of 25 MB fits into either half of it. */
    private static final int MOST = 26;

    private static final long LARGEST = 25L << 20;
    private static final double MEGABYTE = 1 << 20;
    private static final String SAID = "grew by at most ";

    private SmallHeap() {}

    /** In the small JVM. */
    static void main(String... arguments) {
        RegionName region = new RegionName(arguments[1]);
        Buckets.Located bucket = new Buckets.Located(new BucketName(arguments[0]), region, new AccountId(arguments[2]));
        Objects objects = new AwsConnector(System.getenv(), Path.of("no-such-home"), InstantSource.system())
                .connect(Optional.empty(), region)
                .objects();
        thereAndBack(objects, bucket, 1024);
        long before = living();
        thereAndBack(objects, bucket, LARGEST);
        System.out.println(SAID + (Runtime.getRuntime().maxMemory() - before) / MEGABYTE);
    }

    private static void thereAndBack(Objects objects, Buckets.Located bucket, long length) {
        ObjectKey key = new ObjectKey("thoughtspot/of-" + length);
        SeededContent content = new SeededContent(length, length);
        Objects.Written written = objects.put(bucket, key, content);
        Fingerprint back = objects.get(bucket, key, Fingerprint::of);
        objects.delete(bucket, key, written.version());
        if (!back.equals(Fingerprint.of(content))) throw new IllegalStateException(back + " came back");
    }

    private static long living() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A test runner may load classes by itself. */
    private static String classPath() {
        if (!(SmallHeap.class.getClassLoader() instanceof URLClassLoader loader))
            return System.getProperty("java.class.path");
        return Arrays.stream(loader.getURLs())
                .map(url -> Path.of(URI.create(url.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Starts it against a world whose bucket is there.
     *
     * @return what the heap grew by at most, in MB
     */
    static double growth(World world) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MOST + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                SmallHeap.class.getName()));
        Buckets.Located bucket = LiveTest.located(world.settings());
        command.addAll(List.of(
                bucket.name().value(), bucket.region().value(), bucket.owner().value()));
        ProcessBuilder small = new ProcessBuilder(command).redirectErrorStream(true);
        small.environment().putAll(world.environment());
        Process process = small.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) throw new IllegalStateException(said);
        return said.lines()
                .filter(line -> line.startsWith(SAID))
                .map(line -> Double.parseDouble(line.substring(SAID.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said));
    }
}
