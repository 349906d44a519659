package io.spotdock.service.fleet;

import io.spotdock.aws.AwsConnector;
import io.spotdock.domain.AccountId;
import io.spotdock.plan.Plan;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Applied;
import io.spotdock.settings.fleet.FleetEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How a fleet grows: plan, apply and plan again for ten, a hundred and a thousand integrations over twenty accounts. Each
 * size runs in a Java of its own with a small heap, warmed up by a few that don't count, and this one holds the sandbox.
 * What counts is the last column: the processor's time for one integration, the sandbox's included, against the smallest
 * fleet's. It stays near 1 where the work grows as the fleet does, and is what others on the machine disturb least. Not a
 * test: run it with {@code ./mvnw -Pbench -Dbench.class=io.spotdock.service.fleet.FleetBenchmark}.
 */
public final class FleetBenchmark {
    private static final int ACCOUNTS = 20;
    private static final String HEAP = "-Xmx256m";
    private static final int WARM_UP = 50;
    private static final List<Integer> SIZES = List.of(10, 100, 1000);

    private FleetBenchmark() {}

    /** @param arguments sizes other than the usual ones, the smallest first */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("fleet")) {
            fleet(arguments);
            return;
        }
        List<Integer> sizes = arguments.length == 0
                ? SIZES
                : Arrays.stream(arguments).map(Integer::valueOf).toList();
        System.out.println("integrations     plan s    apply s   re-plan s    each ms   CPU each ms   heap MB   ratio");
        double first = 0;
        for (int size : sizes) {
            double each = measured(size, first);
            if (first == 0) first = each;
        }
    }

    /** @return the processor's milliseconds that one integration takes, all three together, here and there */
    private static double measured(int size, double first) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("spotdock-fleet");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.aws().withMembersAndOrgs(ACCOUNTS, size + WARM_UP))) {
            Process process = new ProcessBuilder(command(sandbox.access(), size, home))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = process.inputReader();
            said.readLine();
            double before = cpuSeconds();
            String figures = said.readLine();
            double here = cpuSeconds() - before;
            if (process.waitFor() != 0) throw new IllegalStateException("a fleet of " + size + " failed");
            double[] told = Arrays.stream(figures.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double wall = (told[0] + told[1] + told[2]) * 1000 / size;
            double each = (told[3] + here) * 1000 / size;
            System.out.printf(
                    Locale.ROOT,
                    "%12d %10.2f %10.2f %11.2f %10.1f %13.1f %9.0f   %.2f%n",
                    size,
                    told[0],
                    told[1],
                    told[2],
                    wall,
                    each,
                    told[4],
                    first == 0 ? 1 : each / first);
            return each;
        } finally {
            delete(home);
        }
    }

    private static List<String> command(SandboxAccess access, int size, Path home) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FleetBenchmark.class.getName(),
                "fleet",
                String.valueOf(size),
                home.toString(),
                access.thoughtSpot().toString(),
                access.thoughtSpotAccount().value(),
                access.awsEndpoint().toString(),
                access.accessKeyId(),
                access.secretAccessKey()));
        access.memberAccounts().forEach(account -> command.add(account.value()));
        return command;
    }

    private static void fleet(String[] arguments) {
        int size = Integer.parseInt(arguments[1]);
        Path home = Path.of(arguments[2]);
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL", arguments[5],
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", arguments[6],
                "AWS_SECRET_ACCESS_KEY", arguments[7]);
        FleetWorld world = FleetWorld.of(
                environment,
                URI.create(arguments[3]),
                Arrays.stream(arguments).skip(8).map(AccountId::new).toList(),
                new AccountId(arguments[4]),
                home,
                variables -> new AwsConnector(variables, home, InstantSource.system()));
        PrintStream out = System.out;
        List<FleetEntry> all = world.entries(size + WARM_UP);
        try (FleetAccess access = world.access()) {
            run(world, access, all.subList(size, size + WARM_UP));
        }
        out.println("warm");
        double before = cpuSeconds();
        try (FleetAccess access = world.access()) {
            double[] seconds = run(world, access, all.subList(0, size));
            out.printf(
                    Locale.ROOT,
                    "%f %f %f %f %f%n",
                    seconds[0],
                    seconds[1],
                    seconds[2],
                    cpuSeconds() - before,
                    peakOfHeap());
        }
    }

    /** @return seconds for each of the three */
    private static double[] run(FleetWorld world, FleetAccess access, List<FleetEntry> entries) {
        FleetRunner runner = world.runner(access);
        Timed<List<Result<Plan>>> plans = Timed.of(() -> {
            if (!access.reach(entries, Need.WEBHOOKS).isEmpty()) throw new IllegalStateException("not reached");
            return runner.plan(entries, FleetWorld.AIM, FleetWorld.DEAF);
        });
        List<Planned> planned = FleetWorld.planned(plans.result());
        Timed<List<Result<Applied>>> applied = Timed.of(() -> runner.apply(planned, FleetWorld.AIM, FleetWorld.DEAF));
        if (applied.result().stream()
                .anyMatch(each -> !(each.ended() instanceof Ended.Good<Applied>(Applied done) && done.complete())))
            throw new IllegalStateException("not all was applied");
        Timed<List<Result<Plan>>> again = Timed.of(() -> runner.plan(entries, FleetWorld.AIM, FleetWorld.DEAF));
        if (FleetWorld.planned(again.result()).stream()
                        .filter(each -> each.plan().isEmpty())
                        .count()
                != entries.size()) throw new IllegalStateException("something is left to be done");
        return new double[] {plans.seconds(), applied.seconds(), again.seconds()};
    }

    /** Of this process, all its threads together. */
    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private record Timed<T>(T result, double seconds) {
        static <T> Timed<T> of(Supplier<T> work) {
            long start = System.nanoTime();
            return new Timed<>(work.get(), (System.nanoTime() - start) / 1e9);
        }
    }

    /** In megabytes; garbage counts as well, so that the heap's limit is the most it can be. */
    private static double peakOfHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(java.lang.management.MemoryUsage::getUsed)
                        .sum()
                / 1e6;
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }
}
