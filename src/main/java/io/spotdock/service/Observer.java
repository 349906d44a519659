package io.spotdock.service;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Capability;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.Part;
import io.spotdock.port.Buckets;
import io.spotdock.port.Cloud;
import io.spotdock.port.Roles;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Reads what stands in AWS and ThoughtSpot; independent reads run side by side. Changes nothing. */
final class Observer {
    /** @throws FailureException where not all could be read that a plan needs */
    Observed observe(Session session) {
        return look(session).with(Part.values());
    }

    /** Goes on where a part can't be read, for checks, each of which needs but one. */
    Observed look(Session session) {
        Settings settings = session.settings();
        Cloud cloud = session.cloud();
        Map<Part, Failure> failed = new ConcurrentHashMap<>();
        try (SideBySide reads = new SideBySide()) {
            Supplier<BucketSight> bucket = reads.start(() ->
                    reading(Part.BUCKET, failed, () -> bucket(cloud.buckets(), settings), new BucketSight.Absent()));
            boolean ours = !settings.role().isMadeElsewhere();
            Supplier<Glance<Observed.RoleSight>> role = reads.start(() -> reading(
                    Part.ROLE,
                    failed,
                    () -> Glance.at(
                            ours, () -> role(cloud.roles(), settings.role().name())),
                    Glance.none()));
            Supplier<Glance<IdentityProvider>> provider = reads.start(() -> reading(
                    Part.IDENTITY_PROVIDER,
                    failed,
                    () -> Glance.at(
                            ours,
                            () -> session.wanted()
                                    .identityProvider()
                                    .flatMap(wanted ->
                                            cloud.identityProviders().find(wanted.partition(), wanted.account()))),
                    Glance.none()));
            Supplier<Optional<Observed.ThoughtSpotSight>> thoughtSpot = reads.start(() -> reading(
                    Part.THOUGHTSPOT,
                    failed,
                    () -> session.thoughtSpot()
                            .filter(_ -> settings.webhook().isPresent())
                            .map(Observer::thoughtSpot),
                    Optional.empty()));
            Observed.BucketSight seenBucket = bucket.get();
            Optional<Observed.ThoughtSpotSight> seenThoughtSpot = thoughtSpot.get();
            Observed.Unseen unseen =
                    new Observed.Unseen(provider.get().denied(), role.get().denied(), failed);
            return new Observed(
                    session.caller(),
                    seenBucket,
                    provider.get().found(),
                    role.get().found(),
                    unseen,
                    seenThoughtSpot);
        }
    }

    private static <T> T reading(Part part, Map<Part, Failure> failed, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (FailureException e) {
            failed.put(part, e.failure());
            return otherwise;
        }
    }

    /** Something that was found, was not there, or may not be looked at. */
    private record Glance<T>(Optional<T> found, Optional<Failure.Denied> denied) {
        static <T> Glance<T> none() {
            return new Glance<>(Optional.empty(), Optional.empty());
        }

        /** @param must whether not being allowed to look is the end of it */
        static <T> Glance<T> at(boolean must, Supplier<Optional<T>> read) {
            try {
                return new Glance<>(read.get(), Optional.empty());
            } catch (FailureException e) {
                if (must || !(e.failure() instanceof Failure.Denied denied)) throw e;
                return new Glance<>(Optional.empty(), Optional.of(denied));
            }
        }
    }

    private static BucketSight bucket(Buckets buckets, Settings settings) {
        BucketName name = settings.bucket().name();
        return switch (buckets.look(name, settings.aws().accountId())) {
            case Buckets.Lookup.Absent _ -> new BucketSight.Absent();
            case Buckets.Lookup.Foreign _ -> new BucketSight.Foreign();
            case Buckets.Lookup.Ours(Buckets.Located located) ->
                located.region().equals(settings.aws().region())
                        ? bucket(buckets, located)
                        : new BucketSight.Elsewhere(located.region());
        };
    }

    static BucketSight bucket(Buckets buckets, Buckets.Located located) {
        try (SideBySide reads = new SideBySide()) {
            Supplier<Bucket.Protection> protection = reads.start(() -> buckets.protection(located));
            Supplier<Map<String, String>> tags = reads.start(() -> buckets.tags(located));
            Supplier<Optional<io.spotdock.domain.policy.PolicyDocument>> policy =
                    reads.start(() -> buckets.policy(located));
            Bucket bucket = new Bucket(located.name(), located.region(), protection.get(), tags.get());
            return new BucketSight.Ours(bucket, policy.get());
        }
    }

    private static Optional<Observed.RoleSight> role(Roles roles, RoleName name) {
        Optional<Roles.WithTrust> found = roles.find(name);
        return found.map(
                role -> new Observed.RoleSight(role.role(), role.trust(), roles.inlinePolicies(name), role.lastUse()));
    }

    private static Observed.ThoughtSpotSight thoughtSpot(WebhookService service) {
        try (SideBySide reads = new SideBySide()) {
            Supplier<Optional<List<Webhook>>> webhooks = reads.start(() -> webhooks(service));
            Supplier<Optional<ChannelPreference>> channels = reads.start(() -> channels(service));
            Supplier<Cluster> cluster = reads.start(service::cluster);
            return webhooks.get()
                    .map(found -> new Observed.ThoughtSpotSight(found, channels.get(), cluster.get()))
                    .orElseGet(() -> new Observed.ThoughtSpotSight(
                            List.of(), channels.get(), cluster.get().without(Capability.WEBHOOKS)));
        }
    }

    /** Empty where webhooks are switched off, or came only after the cluster's release; the plan says so then. */
    private static Optional<List<Webhook>> webhooks(WebhookService service) {
        try {
            return Optional.of(service.webhooks());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Missing) return Optional.empty();
            throw e;
        }
    }

    /** Whoever may manage webhooks need not be allowed to see the preference; the plan says so then. */
    private static Optional<ChannelPreference> channels(WebhookService service) {
        try {
            return Optional.of(service.channels());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied || e.failure() instanceof Failure.Missing)
                return Optional.empty();
            throw e;
        }
    }
}
