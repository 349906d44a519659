package io.spotdock.service;

import io.spotdock.check.Circumstances;
import io.spotdock.check.Delivery;
import io.spotdock.check.Once;
import io.spotdock.check.RecentDeliveries;
import io.spotdock.check.RecentDeliveries.Sent;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** The deliveries of the Org's webhook in the last days, each with its file, or why there is none. Changes nothing. */
public final class DeliveryLog {
    /** How many schedules are asked about at once. */
    private static final int AT_ONCE = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Session session;
    private final Waiter waiter;
    private final InstantSource clock;
    private final Once<Circumstances> known;

    DeliveryLog(Session session, Observer observer, Waiter waiter, InstantSource clock) {
        this.session = session;
        this.waiter = waiter;
        this.clock = clock;
        // Only a failure wants them, and most days there is none.
        known = new Once<>(() -> circumstances(observer));
    }

    /**
     * Deliveries that were followed.
     *
     * @param all of them, newest first
     * @param open how many had not ended when the time was up
     */
    public record Followed(List<Delivery> all, long open) {
        public Followed {
            all = List.copyOf(all);
        }
    }

    /**
     * What was delivered lately, newest first.
     *
     * @param back at most {@link io.spotdock.port.DeliveryHistory#KEPT}: ThoughtSpot keeps no more
     * @throws FailureException Missing where the cluster keeps no history or the Org has no webhook, Denied without the
     *     privilege
     * @throws CancellationException when interrupted
     */
    public List<Delivery> last(Duration back, Event.Sink listener) {
        Event.Sink sink = Chronicle.of(listener);
        sink.accept(new Event.Started(Event.DELIVERIES));
        Instant since = clock.instant().minus(back);
        List<Delivery> deliveries = told(sent(webhookId(), since), since);
        deliveries.forEach(delivery -> sink.accept(new Event.Delivered(delivery)));
        return deliveries;
    }

    /**
     * Looks again and again, and tells each delivery when it is found and whenever it is further, until none is open any
     * more; where none is at the beginning, until the next has come and ended.
     *
     * @param atMost then it stops: ThoughtSpot may try a delivery again for hours
     * @throws FailureException as {@link #last}
     * @throws CancellationException when interrupted
     */
    public Followed follow(Duration back, Duration atMost, Event.Sink listener) {
        Event.Sink sink = Chronicle.of(listener);
        sink.accept(new Event.Started(Event.DELIVERIES));
        Instant begun = clock.instant();
        Instant since = begun.minus(back);
        String webhook = webhookId();
        List<Sent> sent = sent(webhook, since);
        List<Delivery> deliveries = told(sent, since);
        Set<String> atFirst = ids(sent);
        boolean awaited = open(sent) > 0;
        Map<String, Job> before = tell(deliveries, Map.of(), sink);
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; open(sent) > 0 || !awaited && ids(sent).equals(atFirst); attempt++) {
            Duration left = Duration.between(clock.instant(), begun.plus(atMost));
            if (!left.isPositive()) return new Followed(deliveries, open(sent));
            Duration next = pause.compareTo(left) < 0 ? pause : left;
            waiter.pause(new Event.Waiting(Event.DELIVERIES, attempt, next, why(open(sent))), sink);
            List<Sent> now = withVanished(sent(webhook, since), sent);
            boolean news = !now.equals(sent);
            if (news) {
                sent = now;
                deliveries = told(sent, since);
                before = tell(deliveries, before, sink);
            }
            pause = news || pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                    ? (news ? FIRST_PAUSE : LONGEST_PAUSE)
                    : pause.multipliedBy(2);
        }
        return new Followed(deliveries, 0);
    }

    private static Fault why(long open) {
        return open > 0 ? Fault.of("wait.deliveries", open) : Fault.of("wait.next-delivery");
    }

    /** Oldest first, as they came about. */
    private static Map<String, Job> tell(List<Delivery> deliveries, Map<String, Job> before, Event.Sink sink) {
        Map<String, Job> told = new HashMap<>();
        for (Delivery delivery : deliveries.reversed()) {
            if (!delivery.job().equals(before.get(delivery.id()))) sink.accept(new Event.Delivered(delivery));
            told.put(delivery.id(), delivery.job());
        }
        return told;
    }

    /** A schedule that was deleted meanwhile is not listed any more; its job goes on all the same. */
    private List<Sent> withVanished(List<Sent> now, List<Sent> before) {
        Set<String> listed = ids(now);
        List<Sent> all = new ArrayList<>(now);
        for (Sent sent : before) {
            if (listed.contains(sent.job().id())) continue;
            Optional<Job> job = sent.job().status().isOpen()
                    ? connected().history().job(sent.job().id())
                    : Optional.of(sent.job());
            job.ifPresent(found -> all.add(new Sent(found, sent.schedule())));
        }
        return all;
    }

    private static Set<String> ids(List<Sent> sent) {
        Set<String> ids = new HashSet<>();
        sent.forEach(each -> ids.add(each.job().id()));
        return ids;
    }

    private static long open(List<Sent> sent) {
        return sent.stream().filter(each -> each.job().status().isOpen()).count();
    }

    private WebhookService connected() {
        return session.thoughtSpot()
                .orElseThrow(() -> new FailureException(new Failure.Expired("sign-in.thoughtspot-token", "")));
    }

    /** The webhook that the settings name, else the only one of the Org. */
    private String webhookId() {
        List<Webhook> all = connected().webhooks();
        String name = session.settings().webhook().map(Settings.Webhook::name).orElse("");
        return all.stream()
                .filter(webhook -> webhook.name().equals(name))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty())
                .flatMap(Webhook::serverId)
                .orElseThrow(() -> new FailureException(new Failure.Missing("webhook " + name, "")));
    }

    private List<Sent> sent(String webhookId, Instant since) {
        return RecentDeliveries.sent(connected(), webhookId, since, new Reading());
    }

    /** A few at a time: ThoughtSpot asks whoever wants more to slow down. */
    private static final class Reading implements RecentDeliveries.Reading {
        @Override
        public <T> List<T> all(List<Supplier<T>> reads) {
            List<T> answers = new ArrayList<>();
            for (int from = 0; from < reads.size(); from += AT_ONCE)
                try (SideBySide sideBySide = new SideBySide()) {
                    List<Supplier<T>> started = reads.subList(from, Math.min(reads.size(), from + AT_ONCE)).stream()
                            .map(sideBySide::start)
                            .toList();
                    started.forEach(one -> answers.add(one.get()));
                }
            return answers;
        }
    }

    private List<Delivery> told(List<Sent> sent, Instant since) {
        if (sent.isEmpty()) return List.of();
        Circumstances circumstances = known.get();
        return RecentDeliveries.told(
                sent, RecentDeliveries.files(session.cloud().objects(), circumstances, since), circumstances);
    }

    /** What can't be looked at is left open: the deliveries are told all the same. */
    private Circumstances circumstances(Observer observer) {
        try {
            return Circumstances.of(session.wanted(), observer.observe(session));
        } catch (FailureException _) {
            return Circumstances.of(session.wanted());
        }
    }
}
