package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** CloudTrail's event history: 90 days of management events (CloudTrail User Guide, "Working with CloudTrail event history"). */
public final class Trail {
    private static final Duration KEPT = Duration.ofDays(90);

    /** A sandbox may run for long; AWS has no such bound. */
    private static final int MOST = 10_000;

    private final Deque<Entry> newestFirst = new ArrayDeque<>();

    /**
     * An event as it stands in one account's history.
     *
     * @param region whose history it is in
     * @param delivered when it can first be looked up
     * @param user by which {@code Username} finds it
     * @param json the whole event
     */
    public record Entry(
            String id,
            AccountId account,
            String region,
            Instant at,
            Instant delivered,
            String name,
            String source,
            boolean readOnly,
            Optional<String> user,
            Optional<String> accessKeyId,
            List<Resource> resources,
            String json) {
        public Entry {
            resources = List.copyOf(resources);
        }
    }

    /** What an event is about, such as {@code AWS::IAM::Role} and its ARN. */
    public record Resource(String type, String name) {}

    public void add(Entry entry) {
        newestFirst.addFirst(entry);
        if (newestFirst.size() > MOST) newestFirst.removeLast();
    }

    /** An account's events in a region, the newest first. */
    public List<Entry> of(AccountId account, String region, Instant now) {
        return newestFirst.stream()
                .filter(entry -> entry.account().equals(account)
                        && entry.region().equals(region)
                        && !entry.delivered().isAfter(now)
                        && entry.at().isAfter(now.minus(KEPT)))
                .toList();
    }
}
