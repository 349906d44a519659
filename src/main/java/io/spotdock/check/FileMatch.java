package io.spotdock.check;

import io.spotdock.check.DeliveredFile.Found;
import io.spotdock.check.RecentDeliveries.Sent;
import io.spotdock.port.Objects.Listed;
import io.spotdock.port.Schedules.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which file is which job's. A job doesn't name it, so the time decides, and the name where it fits; no file goes to two
 * jobs, and the surest pairs are made first.
 */
final class FileMatch {
    /** What two clocks may differ by. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    /** A large Liveboard takes a while to be drawn. */
    private static final Duration AFTER = Duration.ofMinutes(15);

    /** One that was tried again may have been written again. */
    private static final Duration AFTER_RETRIES = Duration.ofHours(1);

    private static final String OF_VALIDATIONS = "validation_dummy";
    private static final String OF_OUR_TESTS = "spotdock-test-";
    private static final List<String> FORMATS = List.of("pdf", "csv", "xlsx");
    private static final int TELLING = 3;

    private FileMatch() {}

    private record Pair(Sent sent, Listed file, boolean byName, Duration apart) {}

    /** By job ID. */
    static Map<String, Found> of(List<Sent> jobs, List<Listed> files) {
        List<Pair> pairs = jobs.stream()
                .flatMap(sent -> files.stream().flatMap(file -> pair(sent, file)))
                .sorted(Comparator.comparing(Pair::byName).reversed().thenComparing(Pair::apart))
                .toList();
        Map<String, Found> matched = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            String job = pair.sent().job().id();
            if (matched.containsKey(job) || !taken.add(pair.file().key().value())) continue;
            matched.put(job, new Found(pair.file(), pair.byName()));
        }
        return matched;
    }

    private static Stream<Pair> pair(Sent sent, Listed file) {
        if (sent.job().created().isEmpty()) return Stream.empty();
        Instant began = sent.job().created().get();
        Duration after = sent.job().tries() > 1 ? AFTER_RETRIES : AFTER;
        boolean inTime = !file.modified().isBefore(began.minus(BEFORE))
                && !file.modified().isAfter(began.plus(after));
        String name = file.key().value().substring(file.key().value().lastIndexOf('/') + 1);
        if (!inTime || name.startsWith(OF_OUR_TESTS)) return Stream.empty();
        boolean ofValidation = name.startsWith(OF_VALIDATIONS);
        if (ofValidation != sent.schedule().isEmpty()) return Stream.empty();
        if (sent.schedule().isPresent() && !fits(sent.schedule().get(), name)) return Stream.empty();
        boolean byName = ofValidation || names(sent.schedule().orElseThrow(), name);
        return Stream.of(new Pair(
                sent, file, byName, Duration.between(began, file.modified()).abs()));
    }

    private static boolean fits(Schedule schedule, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String format = schedule.fileFormat().orElse("").toLowerCase(Locale.ROOT);
        return !FORMATS.contains(format) || !FORMATS.contains(ending) || format.equals(ending);
    }

    private static boolean names(Schedule schedule, String name) {
        String letters = letters(name);
        return Stream.of(schedule.name(), schedule.liveboard().name())
                .map(FileMatch::letters)
                .anyMatch(part -> part.length() >= TELLING && letters.contains(part));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
