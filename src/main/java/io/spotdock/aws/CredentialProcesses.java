package io.spotdock.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Runs what {@code credential_process} names (AWS SDKs and Tools Reference Guide, "Process credential provider"). The SDK's own
 * provider waits for a process without an end, and repeats in its exception what the process wrote to its error stream; here
 * there is a limit, and nothing of that stream is read.
 *
 * @param limit for one run; afterwards it and what it started are ended
 */
record CredentialProcesses(InstantSource clock, Duration limit) {
    /** Far above what such a process has to say. */
    private static final int LONGEST = 64 * 1024;
    /** A little before the end, so that no call on its way is caught by it. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    AwsCredentialsProvider of(SharedConfig config) {
        return new Renewed(
                config.profile(), config.property("credential_process").orElse(""));
    }

    /** What a process said. */
    private record Given(AwsCredentials credentials, Optional<Instant> until) {
        boolean isGood(Instant now) {
            return until.isEmpty() || now.plus(MARGIN).isBefore(until.get());
        }
    }

    /** Runs again when what was given has run out. */
    private final class Renewed implements AwsCredentialsProvider {
        private final String profile;
        private final String command;
        private @Nullable Given given;

        Renewed(String profile, String command) {
            this.profile = profile;
            this.command = command;
        }

        @Override
        public synchronized AwsCredentials resolveCredentials() {
            Given known = given;
            if (known == null || !known.isGood(clock.instant())) known = read(run(profile, command));
            if (known.until().filter(end -> !end.isAfter(clock.instant())).isPresent())
                throw new IllegalStateException("what the process gave had run out already");
            given = known;
            return known.credentials();
        }
    }

    private byte[] run(String profile, String command) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> shell = windows ? List.of("cmd.exe", "/C", command) : List.of("sh", "-c", command);
        long end = System.nanoTime() + limit.toNanos();
        Process process;
        try {
            process = new ProcessBuilder(shell)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new IllegalStateException("the process can't be started", e);
        }
        try (InputStream out = process.getInputStream()) {
            FutureTask<byte[]> said = new FutureTask<>(() -> out.readNBytes(LONGEST + 1));
            Thread.ofVirtual().start(said);
            byte[] bytes = said.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (bytes.length > LONGEST) throw new IllegalStateException("the process says too much");
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) throw new TimeoutException();
            if (process.exitValue() != 0) throw new IllegalStateException("the process failed");
            return bytes;
        } catch (TimeoutException _) {
            throw new FailureException(new Failure.Expired(
                    "sign-in.aws-process-late", List.of(profile, String.valueOf(limit.toSeconds())), ""));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a credential process ran");
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("what the process says can't be read", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Nothing of it is repeated in an exception: it may be half of a key. */
    private static Given read(byte[] said) {
        try {
            JsonNode tree = new ObjectMapper().readTree(said);
            if (tree == null || tree.path("Version").asInt() != 1) throw new IllegalStateException("not version 1");
            String id = text(tree, "AccessKeyId").orElseThrow(() -> new IllegalStateException("no access key"));
            String secret = text(tree, "SecretAccessKey").orElseThrow(() -> new IllegalStateException("no secret key"));
            AwsCredentials credentials = text(tree, "SessionToken")
                    .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                    .orElseGet(() -> AwsBasicCredentials.create(id, secret));
            return new Given(credentials, text(tree, "Expiration").map(Instant::parse));
        } catch (IOException | DateTimeException _) {
            throw new IllegalStateException("the process says what is no credentials");
        }
    }

    private static Optional<String> text(JsonNode tree, String name) {
        return Optional.ofNullable(tree.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank());
    }
}
