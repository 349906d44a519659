package io.spotdock.settings.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints how long manifests of growing size take to be read, and to what power of their size that grows. */
final class ManifestBenchmark {
    private static final int ROUNDS = 7;

    private ManifestBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (String kind : new String[] {"yaml", "csv"}) {
            Path file = Files.createTempFile("fleet", "." + kind);
            try {
                double small = fastest(file, kind, 2_500);
                double large = fastest(file, kind, 10_000);
                System.out.printf(
                        "%s: 2500 in %.0f ms, 10000 in %.0f ms: four times as many take %.1f times as long%n",
                        kind, small, large, large / small);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static double fastest(Path file, String kind, int entries) throws IOException {
        Files.writeString(file, kind.equals("csv") ? csv(entries) : yaml(entries));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            ManifestChecked checked = ManifestFile.read(file);
            best = Math.min(best, System.nanoTime() - start);
            if (checked.good().orElseThrow().entries().size() != entries) throw new AssertionError("not all were read");
        }
        return best / 1e6;
    }

    private static String yaml(int entries) {
        return IntStream.range(0, entries)
                .mapToObj(i -> """
                          - name: n%d
                            thoughtspot: {org: Org %d}
                            aws: {account-id: "%012d"}
                        """.formatted(i, i, i / 10))
                .collect(Collectors.joining("", "spotdock-fleet: 1\n" + Manifests.DEFAULTS + "integrations:\n", ""));
    }

    private static String csv(int entries) {
        return IntStream.range(0, entries)
                .mapToObj(i -> "n%d,aws,123456789012,Org %d,%012d,us-east-1,acme-{account-id},{name}/,ts-{name}\n"
                        .formatted(i, i, i / 10))
                .collect(Collectors.joining(
                        "",
                        "name,thoughtspot.hosting,thoughtspot.account-id,thoughtspot.org,aws.account-id,aws.region,"
                                + "bucket.name,bucket.prefix,role.name\n",
                        ""));
    }
}
