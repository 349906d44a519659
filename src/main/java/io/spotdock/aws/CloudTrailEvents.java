package io.spotdock.aws;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.port.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/**
 * {@link EventLog} over CloudTrail's event history. Two lookups a region: a role that was assumed is found by its ARN, but a
 * refused attempt names no resource and is found among all calls of its kind. AWS answers two lookups a second, so that
 * further pages may be refused: then what was read so far is told.
 */
final class CloudTrailEvents implements EventLog {
    private static final int PAGE = 50;
    private static final int PAGES = 4;

    /** Where STS's global end point records its calls (IAM User Guide, "Manage AWS STS in an AWS Region"). */
    private static final RegionName GLOBAL = new RegionName("us-east-1");

    private final AwsClients clients;
    private final RegionName region;
    private final InstantSource clock;

    CloudTrailEvents(AwsClients clients, RegionName region, InstantSource clock) {
        this.clients = clients;
        this.region = region;
        this.clock = clock;
    }

    @Override
    public Found attempts(RoleArn role, Way way, int days) {
        if (days < 1 || days > LONGEST) throw new IllegalArgumentException("not kept so long: " + days);
        Search search = new Search(role, way, clock.instant().minus(Duration.ofDays(days)));
        List<RegionName> seen = new ArrayList<>();
        @Nullable FailureException first = null;
        for (RegionName where : regions()) {
            try {
                search.in(where);
                seen.add(where);
            } catch (FailureException e) {
                // An organisation may close a region; the other one tells all the same.
                if (first == null) first = e;
            }
        }
        if (seen.isEmpty() && first != null) throw first;
        return search.found(seen);
    }

    private Set<RegionName> regions() {
        Set<RegionName> regions = new LinkedHashSet<>(List.of(region));
        if (region.partition() == Partition.AWS) regions.add(GLOBAL);
        return regions;
    }

    /**
     * How far a lookup came.
     *
     * @param whole whether there are no more pages
     */
    private record Pages(int read, boolean whole, Optional<FailureException> refused) {}

    /** The lookups for one role, and what they have found so far. */
    private final class Search {
        private final RoleArn role;
        private final Way way;
        private final Instant since;
        private final TrailEvents reader;
        private final Map<String, Attempt> byEvent = new LinkedHashMap<>();
        private boolean whole = true;
        private boolean searched = true;

        Search(RoleArn role, Way way, Instant since) {
            this.role = role;
            this.way = way;
            this.since = since;
            this.reader = new TrailEvents(role);
        }

        void in(RegionName where) {
            Pages successful = read(where, LookupAttributeKey.RESOURCE_NAME, role.toString());
            if (successful.refused().isPresent() && successful.read() == 0)
                throw successful.refused().get();
            Pages refused = read(where, LookupAttributeKey.EVENT_NAME, eventName());
            whole &= successful.whole();
            searched &= refused.read() > 0;
        }

        private String eventName() {
            return switch (way) {
                case ACCOUNT -> "AssumeRole";
                case WEB_IDENTITY -> "AssumeRoleWithWebIdentity";
            };
        }

        /** Reads until there is no more, it has been enough, or AWS refuses to go on. */
        private Pages read(RegionName where, LookupAttributeKey key, String value) {
            LookupAttribute by = LookupAttribute.builder()
                    .attributeKey(key)
                    .attributeValue(value)
                    .build();
            @Nullable String token = null;
            for (int page = 0; page < PAGES; page++) {
                try {
                    LookupEventsResponse answer = page(where, by, token);
                    token = answer.nextToken();
                } catch (FailureException e) {
                    return new Pages(page, false, Optional.of(e));
                }
                if (token == null) return new Pages(page + 1, true, Optional.empty());
            }
            return new Pages(PAGES, false, Optional.empty());
        }

        private LookupEventsResponse page(RegionName where, LookupAttribute by, @Nullable String token) {
            Call call = new Call("cloudtrail:LookupEvents", "event history of " + where, "aws.region");
            return clients.cloudTrail(where, call, trail -> {
                LookupEventsResponse answer = trail.lookupEvents(r ->
                        r.lookupAttributes(by).startTime(since).maxResults(PAGE).nextToken(token));
                answer.events().forEach(this::keep);
                return answer;
            });
        }

        private void keep(Event event) {
            reader.read(event.cloudTrailEvent()).ifPresent(read -> byEvent.put(read.id(), read.attempt()));
        }

        Found found(List<RegionName> seen) {
            List<Attempt> attempts = byEvent.values().stream()
                    .sorted(Comparator.comparing(Attempt::at).reversed())
                    .toList();
            return new Found(attempts, seen, whole, searched);
        }
    }
}
