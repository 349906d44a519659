package io.spotdock.service;

import com.sun.net.httpserver.HttpServer;
import io.spotdock.check.CheckResult;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.SandboxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long the parts take, each against a yardstick measured in the same run, since the machines it runs on are shared:
 * quote the ratios. Not a test: run it with {@code ./mvnw -Pbench}.
 */
public final class Benchmark {
    private static final int RUNS = 7;
    private static final int EVALUATIONS = 10_000;

    private Benchmark() {}

    public static void main(String[] arguments) throws PolicySyntaxException, IOException, InterruptedException {
        PrintStream out = System.out;
        out.println("what                        median    yardstick                       median    ratio");
        print(
                out,
                "sandbox start",
                median(() -> Sandbox.start(SandboxOptions.aws()).close()),
                "a bare HTTP server's start",
                median(Benchmark::bareServer));

        double call;
        try (World world = World.aws()) {
            world.cloud().tokens().whoAmI();
            var tokens = world.cloud().tokens();
            call = median(tokens::whoAmI);
        }
        print(out, "first apply", median(Benchmark::firstApply), "one AWS call", call);
        try (World world = World.aws()) {
            world.apply();
            print(out, "second plan", median(world::plan), "one AWS call", call);
        }

        liveTest(out);

        PolicyDocument document = ThoughtSpotPolicies.permissions(
                io.spotdock.domain.Partition.AWS,
                new io.spotdock.domain.BucketName("my-company-data-exports"),
                new io.spotdock.domain.KeyPrefix("thoughtspot/"),
                Optional.empty());
        String json = PolicyJson.compact(document);
        print(
                out,
                "10,000 evaluations",
                median(() -> evaluate(document)),
                "10,000 readings of the policy",
                median(() -> read(json)));
    }

    private static void firstApply() {
        try (World world = World.aws()) {
            world.apply();
        }
    }

    /** Against an AWS that is as far away as it is in life: with checks side by side, twice the slowest will do. */
    private static void liveTest(PrintStream out) throws IOException, InterruptedException {
        try (World world = World.aws()) {
            world.apply();
            out.printf(Locale.ROOT, "the heap for a test file of 25 MB: at most %.1f MB%n", SmallHeap.growth(world));
            world.sandbox.faults().set("slow", "300");
            Map<String, Long> began = new HashMap<>();
            AtomicLong slowest = new AtomicLong();
            long start = System.nanoTime();
            TestRun run = world.integration().test(1024, List.of(), event -> {
                if (event instanceof Event.Started) began.put(event.subject(), System.nanoTime());
                if (event instanceof Event.Checked)
                    slowest.accumulateAndGet(
                            System.nanoTime() - began.getOrDefault(event.subject(), System.nanoTime()), Math::max);
            });
            double all = (System.nanoTime() - start) / 1e6;
            if (run.count(CheckResult.Status.FAILED) > 0) throw new IllegalStateException("a check failed");
            print(out, "live test, 300 ms a call", all, "its slowest check", slowest.get() / 1e6);
        }
    }

    private static void bareServer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            server.stop(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void evaluate(PolicyDocument document) {
        PolicyEvaluator evaluator = new PolicyEvaluator();
        PolicySet policies = new PolicySet(
                List.of(new PolicySet.Named("permissions policy", document)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        int allowed = 0;
        for (int i = 0; i < EVALUATIONS; i++) {
            AccessRequest request = new AccessRequest(
                    "arn:aws:sts::999888777666:assumed-role/thoughtspot-s3-upload/thoughtspot",
                    "s3:PutObject",
                    "arn:aws:s3:::my-company-data-exports/thoughtspot/report-" + i + ".pdf",
                    Optional.of("999888777666"),
                    Map.of());
            if (evaluator.decide(request, policies).allowed()) allowed++;
        }
        if (allowed != EVALUATIONS) throw new IllegalStateException(allowed + " allowed");
    }

    private static void read(String json) {
        try {
            for (int i = 0; i < EVALUATIONS; i++) PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In milliseconds, after one run that is not counted. */
    private static double median(Runnable work) {
        work.run();
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static void print(PrintStream out, String what, double time, String yardstick, double unit) {
        out.printf(Locale.ROOT, "%-24s %8.2f ms    %-28s %8.2f ms  %7.1f%n", what, time, yardstick, unit, time / unit);
    }
}
