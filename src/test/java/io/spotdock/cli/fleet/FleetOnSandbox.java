package io.spotdock.cli.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.JournalsIn;
import io.spotdock.TestRooms;
import io.spotdock.cli.Console;
import io.spotdock.cli.Console.Ran;
import io.spotdock.journal.Journal;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Commands over a fleet in a sandbox, whose integrations share its account and deliver into a bucket of their own each. */
final class FleetOnSandbox implements AutoCloseable {
    final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());
    final Console console;

    FleetOnSandbox(Path directory) {
        Rooms rooms = TestRooms.of(Journal.inMemory(), InstantSource.system(), _ -> {}, directory);
        console = new Console(directory).with(TestRooms.writing(rooms, new JournalsIn(directory.resolve("kept"))));
        sandbox.access().environment().forEach(console::with);
    }

    /** Writes a manifest of AWS alone. */
    FleetOnSandbox manifest(String... names) {
        return manifest("", names);
    }

    /** @param defaults more of them, as lines of YAML indented by two */
    FleetOnSandbox manifest(String defaults, String[] names) {
        StringBuilder text = new StringBuilder("""
                spotdock-fleet: 1
                name: acme
                defaults:
                  thoughtspot: {hosting: aws, account-id: "%s"}
                  aws: {account-id: "%s", region: %s}
                  bucket: {name: "acme-{name}", prefix: "{name}/", create: true}
                  role: {name: "thoughtspot-{name}", external-id: ts-webhook-x7k9m2p4q1}
                %sintegrations:
                """.formatted(
                        sandbox.access().thoughtSpotAccount(),
                        sandbox.access().customerAccount(),
                        sandbox.access().region(),
                        defaults));
        for (String name : names)
            text.append(name.startsWith("{") ? "  - " + name : "  - name: " + name)
                    .append('\n');
        return file("fleet.yaml", text.toString());
    }

    FleetOnSandbox file(String name, String content) {
        try {
            console.file(name, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ran run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("fleet"));
        arguments.addAll(List.of(command.split(" ")));
        arguments.addAll(List.of("-m", "fleet.yaml"));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(String[]::new));
    }

    List<CallLog.Call> writes() {
        return sandbox.calls().calls().stream().filter(CallLog.Call::write).toList();
    }

    static JsonNode last(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.lines().getLast());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
