package io.spotdock.check;

import io.spotdock.check.LiveboardTrial.Followed;
import io.spotdock.check.LiveboardTrial.Made;
import io.spotdock.check.RecentDeliveries.Sent;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.port.Objects;
import io.spotdock.port.Objects.Listed;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The report that a Liveboard test had delivered, looked for in the bucket. It is a real one, and stays. */
final class DeliveredReport {
    private DeliveredReport() {}

    static Verdict look(Subject subject) {
        Optional<Followed> followed = subject.liveboard().followed();
        if (followed.isEmpty()) return Verdict.skipped("check.liveboard.files.not-awaited");
        Circumstances known = Circumstances.of(subject.wanted(), subject.observed());
        Made made = subject.liveboard().made();
        List<Sent> sent = followed.get().jobs().stream()
                .map(job -> new Sent(job, Optional.of(made.schedule())))
                .toList();
        Sight<Objects.Recent> files = RecentDeliveries.files(
                subject.cloud().objects(), known, made.at().instant());
        List<DeliveredFile> found = RecentDeliveries.told(sent, files, known).stream()
                .map(Delivery::file)
                .filter(file -> !(file instanceof DeliveredFile.None))
                .toList();
        return found.isEmpty() ? Verdict.skipped("check.liveboard.files.none-written") : judged(found);
    }

    private static Verdict judged(List<DeliveredFile> found) {
        List<DeliveredFile.Found> there = found.stream()
                .filter(DeliveredFile.Found.class::isInstance)
                .map(DeliveredFile.Found.class::cast)
                .sorted(Comparator.comparing(file -> file.file().key().value()))
                .toList();
        if (there.size() == found.size()) return there(there);
        DeliveredFile missing = found.stream()
                .filter(file -> !(file instanceof DeliveredFile.Found))
                .findFirst()
                .orElseThrow();
        return switch (missing) {
            case DeliveredFile.Unseen(Failure _), DeliveredFile.TooMany _ ->
                new Verdict.Warned(missing.sentence(), Fault.of("remedy.look-yourself"));
            case DeliveredFile.NotFound _, DeliveredFile.Removed _, DeliveredFile.None _, DeliveredFile.Found _ ->
                Verdict.failed(Fault.of("check.liveboard.files.missing"), Fault.of("remedy.bucket-differs"));
        };
    }

    private static Verdict there(List<DeliveredFile.Found> files) {
        Optional<Listed> empty = files.stream()
                .map(DeliveredFile.Found::file)
                .filter(file -> file.size() == 0)
                .findFirst();
        if (empty.isPresent())
            return new Verdict.Warned(
                    Fault.of("check.liveboard.files.empty", empty.get().key()), Fault.of("remedy.liveboard-empty"));
        Listed first = files.getFirst().file();
        String written = first.modified().truncatedTo(ChronoUnit.SECONDS).toString();
        if (!files.getFirst().byName())
            return Verdict.passed("check.liveboard.files.probably", first.key(), first.size(), written);
        return files.size() == 1
                ? Verdict.passed("check.liveboard.files.found", first.key(), first.size(), written)
                : Verdict.passed("check.liveboard.files.several", first.key(), first.size(), written, files.size() - 1);
    }
}
