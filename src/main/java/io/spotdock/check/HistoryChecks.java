package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Objects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of the Liveboards that were delivered before anybody asked. */
final class HistoryChecks {
    static final List<Check> ALL = List.of(Check.of(
            "deliveries.recent",
            CheckGroup.THOUGHTSPOT,
            Strength.OBSERVED,
            HistoryChecks::recent,
            "webhook.registered"));

    private HistoryChecks() {}

    /** Tests are left out: a setup that has just been put right has failed ones behind it. */
    private static Verdict recent(Subject subject) {
        Optional<String> webhook = subject.registered().flatMap(Webhook::serverId);
        if (webhook.isEmpty()) return Verdict.skipped("check.deliveries.recent.none");
        try {
            // ThoughtSpot keeps the last three days, by its own clock.
            List<RecentDeliveries.Sent> sent = RecentDeliveries.sent(
                    subject.connected(), webhook.get(), Instant.EPOCH, RecentDeliveries.Reading::inTurn);
            return judged(
                    sent.stream().filter(each -> each.schedule().isPresent()).toList(), Circumstances.of(subject));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Missing missing
                    && missing.resource().equals(DeliveryHistory.RESOURCE))
                return Verdict.skipped("check.deliveries.recent.old");
            if (e.failure() instanceof Failure.Denied) return Verdict.skipped("check.deliveries.recent.denied");
            throw e;
        }
    }

    private static Verdict judged(List<RecentDeliveries.Sent> sent, Circumstances known) {
        List<Delivery> deliveries =
                RecentDeliveries.told(sent, new Sight.Seen<>(new Objects.Recent(List.of(), true)), known);
        List<Delivery> failed = deliveries.stream().filter(Delivery::hasFailed).toList();
        if (!failed.isEmpty()) {
            Cause newest = failed.getFirst().cause().orElseThrow();
            return new Verdict.Warned(newest.evidence(), newest.remedy());
        }
        long delivered = deliveries.stream()
                .filter(delivery -> delivery.status() == Status.SUCCESS)
                .count();
        return delivered == 0
                ? Verdict.skipped("check.deliveries.recent.none")
                : Verdict.passed("check.deliveries.recent.well", delivered);
    }
}
