package io.spotdock.app;

import io.spotdock.cli.Cli;
import io.spotdock.cli.CliContext;
import io.spotdock.cli.OwnFiles;
import io.spotdock.journal.DataDirectory;
import io.spotdock.log.LogBook;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.Gate;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A sandbox, and a computer with settings for it on which the program runs again and again, killed or not. */
final class Stand implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    final Sandbox sandbox;
    private final Path folder;

    Stand(boolean gcp, Path folder) {
        this.sandbox = Sandbox.start(SandboxOptions.aws().withGcpHosted(gcp));
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("spotdock.yaml"), settings(gcp));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settings(boolean gcp) {
        SandboxAccess access = sandbox.access();
        String hosting = gcp
                ? "hosting: gcp, service-account-id: \"" + access.serviceAccount() + "\""
                : "hosting: aws, account-id: \"" + access.thoughtSpotAccount() + "\"";
        String role = gcp ? "" : ", external-id: ts-webhook-x7k9m2p4q1";
        return """
                spotdock: 1
                thoughtspot: {%s, host: "%s", org: Primary}
                aws: {account-id: "%s", region: %s}
                bucket: {name: my-company-data-exports, prefix: thoughtspot/, create: true}
                role: {name: thoughtspot-s3-upload%s}
                webhook: {name: Webhook_S3, url: "%s"}
                """.formatted(
                hosting, access.thoughtSpot(), access.customerAccount(), access.region(), role, access.receiver());
    }

    /** A run that came to its end. */
    record Ran(int code, String said) {}

    /** Runs a command in this process, wired as the program wires itself. */
    Ran run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Map<String, String> environment = environment();
        InstantSource clock = InstantSource.system();
        CliContext context = new CliContext(
                environment,
                out,
                out,
                Optional.empty(),
                folder,
                clock,
                new Texts(Locale.ENGLISH),
                Main.rooms(environment, Main.records(environment, clock), clock),
                new OwnFiles(new DataDirectory(folder.resolve("own")), LogBook.NONE),
                (_, _, _) -> {});
        return new Ran(Cli.run(context, List.of(), arguments), said.toString(StandardCharsets.UTF_8));
    }

    /** Runs it in a process of its own, with somebody at the gate who may kill it. */
    Ran runApart(Program program, Killer killer, String... arguments) {
        sandbox.faults().gate().keep(killer);
        Process process = start(program, arguments);
        killer.aimAt(process);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new AssertionError("it does not end: " + Files.readString(folder.resolve("out.txt")));
            sandbox.faults().gate().awaitQuiet();
            return new Ran(process.exitValue(), Files.readString(folder.resolve("out.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
            sandbox.faults().gate().open();
        }
    }

    Process start(Program program, String... arguments) {
        return program.start(environment(), folder, arguments);
    }

    /** To see which classes the program takes. */
    void rehearse(Program program, String... arguments) {
        program.rehearse(environment(), folder, arguments);
    }

    /** Whether a call comes from the program, and not from the sandbox's own ThoughtSpot. */
    static boolean isOfProgram(Gate.Arrival call) {
        return call.service().equals("thoughtspot")
                || call.agent().startsWith("aws-sdk-java")
                || call.agent().startsWith("Spotdock");
    }

    /** Whether something stands there after it that did not before: a file, when ThoughtSpot tries the webhook. */
    static boolean changesSomething(Gate.Arrival call) {
        return call.write() || call.action().equals("/system/communication-channels/validate");
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(sandbox.access().environment());
        all.put("SPOTDOCK_HOME", folder.resolve("home").toString());
        all.put("SPOTDOCK_TOKEN", sandbox.access().thoughtSpotToken());
        all.put("AWS_EC2_METADATA_DISABLED", "true");
        for (String name : List.of("PATH", "SystemRoot"))
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> all.put(name, value));
        return all;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
