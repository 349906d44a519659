package io.spotdock.update;

import io.spotdock.domain.SemanticVersion;
import io.spotdock.port.Releases.Announced;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered from one run to the next.
 *
 * @param off whether a person does not want it
 * @param asked when it was last asked by itself
 * @param heard the latest release that was heard of
 * @param closed the version whose line a person has closed
 */
record Notes(boolean off, Optional<Instant> asked, Optional<Announced> heard, Optional<SemanticVersion> closed) {
    static final Notes NONE = new Notes(false, Optional.empty(), Optional.empty(), Optional.empty());

    Notes withOff(boolean wanted) {
        return new Notes(wanted, asked, heard, closed);
    }

    Notes withAsked(Instant now) {
        return new Notes(off, Optional.of(now), heard, closed);
    }

    Notes withHeard(Optional<Announced> latest) {
        return new Notes(off, asked, latest, closed);
    }

    Notes withClosed(SemanticVersion version) {
        return new Notes(off, asked, heard, Optional.of(version));
    }

    /** A name and a value a line; what somebody spoilt counts as not there. */
    static Notes read(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2) values.put(parts[0], parts[1].strip());
        }
        boolean preliminary = "yes".equals(values.get("preliminary"));
        return new Notes(
                "off".equals(values.get("check")),
                instant(values, "asked"),
                version(values, "heard")
                        .map(version ->
                                new Announced(version, page(values), instant(values, "published"), preliminary)),
                version(values, "closed"));
    }

    String write() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("check", off ? "off" : "on");
        asked.ifPresent(at -> values.put("asked", at.toString()));
        heard.ifPresent(latest -> {
            values.put("heard", latest.version().toString());
            latest.page().ifPresent(page -> values.put("page", page.toString()));
            latest.published().ifPresent(at -> values.put("published", at.toString()));
            values.put("preliminary", latest.preliminary() ? "yes" : "no");
        });
        closed.ifPresent(version -> values.put("closed", version.toString()));
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        return text.toString();
    }

    private static Optional<Instant> instant(Map<String, String> values, String name) {
        try {
            return Optional.ofNullable(values.get(name)).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<SemanticVersion> version(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).flatMap(SemanticVersion::parse);
    }

    private static Optional<URI> page(Map<String, String> values) {
        return Optional.ofNullable(values.get("page")).flatMap(Announced::page);
    }
}
