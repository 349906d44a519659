package io.spotdock.support;

import io.spotdock.domain.SecretReference;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Collects a bundle. All texts are read before any is changed, so that a name is known by the time that it is met.
 *
 * @param version of Spotdock
 * @param way through the network, as lines for people
 * @param folder that Spotdock keeps its files in
 * @param logs the files of the log, the newest first
 * @param home the person's own folder
 */
public record Collector(
        String version,
        Map<String, String> environment,
        Map<String, String> way,
        Path folder,
        List<Path> logs,
        Path home,
        Instant at) {

    /**
     * The bundle.
     *
     * @param settings those that it is about, if any
     * @param doctor what the doctor said, if it was asked
     * @param readme the text in front, given the parts that it is to list
     */
    public Bundle collect(
            Optional<Reading> settings,
            Optional<String> doctor,
            boolean anonymous,
            Function<List<Part>, String> readme) {
        OwnFolder own = new OwnFolder(folder);
        Discretion discretion = new Discretion(own.externalIds(), home.toString(), anonymous);
        settings.map(Reading::draft).ifPresent(discretion::learn);
        List<Part> raw = new ArrayList<>();
        raw.add(new Part("folder.txt", Part.Kind.FOLDER, own.listing()));
        doctor.ifPresent(said -> raw.add(new Part("doctor.ndjson", Part.Kind.DOCTOR, said)));
        for (Path journal : own.journals())
            raw.add(new Part("journals/" + journal.getFileName(), Part.Kind.JOURNAL, OwnFolder.read(journal)));
        for (Path log : logs) raw.add(new Part("logs/" + log.getFileName(), Part.Kind.LOG, OwnFolder.read(log)));
        raw.forEach(part -> discretion.learn(part.name() + "\n" + part.text()));
        List<Part> parts = new ArrayList<>();
        parts.add(EnvironmentPart.of(
                version,
                environment,
                way,
                settings.map(Reading::draft).map(Collector::variables).orElse(Set.of()),
                at,
                discretion));
        settings.ifPresent(reading -> parts.add(SettingsPart.of(reading, discretion)));
        for (Part part : raw)
            parts.add(new Part(discretion.apply(part.name()), part.kind(), discretion.apply(part.text())));
        parts.addFirst(new Part("README.txt", Part.Kind.README, readme.apply(List.copyOf(parts))));
        return new Bundle(parts);
    }

    /** The variables that settings name as places of secrets. */
    private static Set<String> variables(Draft draft) {
        Set<String> names = new TreeSet<>();
        for (Field field : Field.values())
            if (field.kind() == Field.Kind.REFERENCE)
                draft.text(field)
                        .flatMap(text -> SecretReference.parse(text).good())
                        .filter(SecretReference.Environment.class::isInstance)
                        .ifPresent(reference -> names.add(((SecretReference.Environment) reference).name()));
        return names;
    }
}
