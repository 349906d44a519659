package io.spotdock.check;

import io.spotdock.check.DeliveredFile.Found;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Objects;
import io.spotdock.port.Schedules.Schedule;
import io.spotdock.port.WebhookService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a webhook delivered in the last days: ThoughtSpot tells it for one schedule at a time, so that each is asked about
 * in turn.
 */
public final class RecentDeliveries {
    /** The newest ones; whoever has more sees at least these. */
    public static final int MOST_SCHEDULES = 300;

    /** Looked at under the prefix, in pages of a thousand. */
    public static final int MOST_FILES = 50_000;

    /** Between two clocks. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private RecentDeliveries() {}

    /** A job, and the schedule it is of; none for a validation. */
    public record Sent(Job job, Optional<Schedule> schedule) {}

    /** Makes reads that don't depend on each other, in one way or another; answers in their order. */
    @FunctionalInterface
    public interface Reading {
        <T> List<T> all(List<Supplier<T>> reads);

        /** One after the other. */
        static <T> List<T> inTurn(List<Supplier<T>> reads) {
            return reads.stream().map(Supplier::get).toList();
        }
    }

    /** The jobs of a webhook since then, in no order, each once. */
    public static List<Sent> sent(WebhookService service, String webhookId, Instant since, Reading reading) {
        DeliveryHistory history = service.history();
        List<Supplier<List<Sent>>> reads = new ArrayList<>();
        // First, because an old cluster and a missing right show here, before anything else is asked.
        List<Sent> validations = history.jobs(webhookId, DeliveryHistory.validationsOf(webhookId), since).stream()
                .map(job -> new Sent(job, Optional.empty()))
                .toList();
        service.schedules().ofLiveboards().stream()
                .limit(MOST_SCHEDULES)
                .forEach(schedule -> reads.add(() -> history.jobs(webhookId, schedule.id(), since).stream()
                        .map(job -> new Sent(job, Optional.of(schedule)))
                        .toList()));
        List<Sent> all = new ArrayList<>(validations);
        reading.all(reads).forEach(all::addAll);
        Map<String, Sent> byId = new LinkedHashMap<>();
        all.forEach(sent -> byId.putIfAbsent(sent.job().id(), sent));
        return List.copyOf(byId.values());
    }

    /**
     * The same with causes and files, newest first.
     *
     * @param files what was written under the prefix since then
     */
    public static List<Delivery> told(List<Sent> jobs, Sight<Objects.Recent> files, Circumstances known) {
        List<Delivery> without = jobs.stream().map(sent -> told(sent, known)).toList();
        List<Sent> written = without.stream()
                .filter(RecentDeliveries::hasWritten)
                .map(delivery -> new Sent(delivery.job(), delivery.schedule()))
                .toList();
        Map<String, Found> matched = files instanceof Sight.Seen<Objects.Recent>(Objects.Recent recent)
                ? FileMatch.of(written, recent.files())
                : Map.of();
        return without.stream()
                .map(delivery -> new Delivery(
                        delivery.job(), delivery.schedule(), file(delivery, matched, files), delivery.cause()))
                .sorted(Comparator.comparing(
                                (Delivery delivery) -> delivery.at().orElse(Instant.EPOCH))
                        .reversed()
                        .thenComparing(Delivery::id))
                .toList();
    }

    private static Delivery told(Sent sent, Circumstances known) {
        boolean wrong = sent.job().status() == Status.FAILED || sent.job().status() == Status.RETRY;
        Optional<Cause> cause = wrong ? Optional.of(Cause.ofJob(sent.job().detail(), known)) : Optional.empty();
        return new Delivery(sent.job(), sent.schedule(), new DeliveredFile.None(), cause);
    }

    /** The file goes first: a delivery that failed only at the URL has one. */
    private static boolean hasWritten(Delivery delivery) {
        return switch (delivery.status()) {
            case SUCCESS, UNKNOWN -> true;
            case PENDING -> false;
            case RETRY, FAILED ->
                delivery.cause().orElseThrow().evidence().key().startsWith("cause.receiver");
        };
    }

    private static DeliveredFile file(Delivery delivery, Map<String, Found> matched, Sight<Objects.Recent> files) {
        if (!hasWritten(delivery)) return new DeliveredFile.None();
        Optional<Found> found = Optional.ofNullable(matched.get(delivery.id()));
        if (found.isPresent()) return found.get();
        return switch (files) {
            case Sight.Unseen<Objects.Recent>(Failure failure) -> new DeliveredFile.Unseen(failure);
            case Sight.Seen<Objects.Recent>(Objects.Recent recent) ->
                delivery.isValidation()
                        ? new DeliveredFile.Removed()
                        : recent.whole() ? new DeliveredFile.NotFound() : new DeliveredFile.TooMany(MOST_FILES);
        };
    }

    /** What was written since then; that it can't be seen is no reason to say nothing of the deliveries. */
    public static Sight<Objects.Recent> files(Objects objects, Circumstances known, Instant since) {
        try {
            return new Sight.Seen<>(objects.recent(known.bucket(), known.prefix(), since.minus(SLACK), MOST_FILES));
        } catch (FailureException e) {
            return new Sight.Unseen<>(e.failure());
        }
    }

    /**
     * Those that say that something is wrong now: each scheduled delivery that failed, and the newest validation.
     *
     * @param deliveries newest first
     */
    public static List<Delivery> failed(List<Delivery> deliveries) {
        Optional<Delivery> newest =
                deliveries.stream().filter(Delivery::isValidation).findFirst();
        return deliveries.stream()
                .filter(Delivery::hasFailed)
                .filter(delivery -> !delivery.isValidation() || newest.equals(Optional.of(delivery)))
                .toList();
    }
}
