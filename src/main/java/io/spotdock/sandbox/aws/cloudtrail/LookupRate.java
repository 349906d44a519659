package io.spotdock.sandbox.aws.cloudtrail;

import io.spotdock.domain.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Two requests a second for each account and region (CloudTrail API Reference, "LookupEvents"). Not thread-safe: the
 * server's lock is held.
 */
final class LookupRate {
    private static final int PER_SECOND = 2;

    private final Map<String, Deque<Instant>> answered = new HashMap<>();

    boolean allows(AccountId account, String region, Instant now) {
        Deque<Instant> lately = answered.computeIfAbsent(account + " " + region, _ -> new ArrayDeque<>());
        lately.removeIf(at -> !at.isAfter(now.minus(Duration.ofSeconds(1))));
        if (lately.size() >= PER_SECOND) return false;
        lately.add(now);
        return true;
    }
}
