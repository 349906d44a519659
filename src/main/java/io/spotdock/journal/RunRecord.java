package io.spotdock.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.FailureException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which integrations of a fleet a run has carried out, so that the next one can go on from there: line by line, each
 * forced to disk when its integration has ended. What was changed in each is in its own journal. Thread-safe.
 */
public final class RunRecord implements AutoCloseable {
    private final LineFile file;
    private final InstantSource clock;

    /** By name in small letters: the digest of what was carried out there. */
    private final Map<String, String> done = new HashMap<>();

    private RunRecord(LineFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        file.lines().forEach(line -> line.json().ifPresent(this::remember));
    }

    /**
     * Opens it, alone.
     *
     * @throws FailureException Conflict while another process runs the same fleet
     */
    public static RunRecord open(DataDirectory directory, RunName name, InstantSource clock) {
        return new RunRecord(
                LineFile.write(
                        directory.path().resolve("fleet").resolve(name.value() + ".ndjson"),
                        new Locks(),
                        "fault.fleet.running"),
                clock);
    }

    private void remember(JsonNode line) {
        switch (line.path("event").asText()) {
            case "begun" -> line.path("names").forEach(name -> done.remove(key(name.asText())));
            case "ended" -> remember(line.path("name").asText(), line);
            default -> {} // of a newer version
        }
    }

    private void remember(String name, JsonNode line) {
        if (line.path("well").asBoolean())
            done.put(key(name), line.path("settings").asText());
        else done.remove(key(name));
    }

    /** Whether the run that is gone on with, or was the last, ended well there with just these settings. */
    public synchronized boolean isDone(String name, String settings) {
        return settings.equals(done.get(key(name)));
    }

    /** A new run begins, which looks at all of these anew: what earlier ones did there counts no more. */
    public synchronized void begin(Collection<String> names) {
        ObjectNode line = line("begun");
        names.forEach(line.putArray("names")::add);
        append(line);
    }

    /**
     * One has ended.
     *
     * @param settings the digest of what was asked for
     * @param well whether all of it is as asked for now
     */
    public synchronized void ended(String name, String settings, boolean well) {
        append(line("ended").put("name", name).put("well", well).put("settings", settings));
    }

    private void append(ObjectNode line) {
        file.append(line);
        remember(line);
    }

    private ObjectNode line(String event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", clock.instant().toString())
                .put("event", event);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        file.close();
    }
}
