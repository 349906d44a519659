package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spotdock.export.ExportFile;
import io.spotdock.export.ExportWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A POSIX shell in a folder, with the AWS CLI and nothing of this computer's own AWS configuration. */
record AwsCliShell(Path folder) {
    /** What a run came to, its two streams as one. */
    record Ran(int code, String said) {}

    /** The test is skipped where there is no AWS CLI. */
    static AwsCliShell in(Path folder) throws IOException {
        Optional<Path> aws = awsCli();
        assumeTrue(aws.isPresent(), "no AWS CLI on this machine");
        // Not every version reads AWS_ENDPOINT_URL.
        Path wrapper = Files.createDirectory(folder.resolve("bin")).resolve("aws");
        Files.writeString(wrapper, "#!/bin/sh\nexec " + aws.get() + " --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"\n");
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new AwsCliShell(folder);
    }

    /** The distribution's, whatever else stands on PATH under its name. */
    private static Optional<Path> awsCli() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("AWS_CLI")),
                        Stream.concat(
                                Stream.of("/usr/bin/aws"),
                                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                        .map(place -> place + "/aws")))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Ran run(ExportFile script, Map<String, String> more) throws IOException, InterruptedException {
        ExportWriter.write(folder, List.of(script), true);
        ProcessBuilder builder =
                new ProcessBuilder(folder.resolve(script.path()).toString());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.putAll(more);
        environment.put("PATH", folder.resolve("bin") + File.pathSeparator + environment.get("PATH"));
        environment.put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        environment.put("AWS_MAX_ATTEMPTS", "1");
        environment.put("NO_PROXY", "127.0.0.1");
        environment.put("LC_ALL", "C.UTF-8");
        Path said = folder.resolve("said");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ran(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
