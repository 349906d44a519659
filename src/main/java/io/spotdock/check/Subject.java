package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Wanted;
import io.spotdock.port.Buckets;
import io.spotdock.port.Cloud;
import io.spotdock.port.Content;
import io.spotdock.port.Objects;
import io.spotdock.port.Receivers;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is checked, and what earlier checks left for later ones. Thread-safe.
 */
public final class Subject {
    private final Wanted wanted;
    private final Cloud cloud;
    private final Optional<WebhookService> thoughtSpot;
    private final Receivers receivers;
    private final Supplier<Observed> observed;
    private final TestFile file;
    private final InstantSource clock;
    private final Optional<Trial> trial;
    private final Readings readings;
    private final Optional<LiveboardTrial> liveboard;
    private final Leftovers leftovers;
    private final AtomicReference<Objects.@Nullable Written> written = new AtomicReference<>();
    private final AtomicReference<WebhookService.@Nullable Validation> validation = new AtomicReference<>();

    /**
     * Holds what checks look at.
     *
     * @param observed reads once, at the first call
     * @param trial the operator's way into the role, where a person asked for a self-test
     * @param liveboard a real Liveboard's way into the bucket, where a person asked for that
     * @param leftovers of this test, and no other
     */
    public Subject(
            Wanted wanted,
            Cloud cloud,
            Optional<WebhookService> thoughtSpot,
            Receivers receivers,
            Supplier<Observed> observed,
            TestFile file,
            InstantSource clock,
            Optional<Trial> trial,
            Optional<LiveboardTrial> liveboard,
            Leftovers leftovers) {
        this.wanted = wanted;
        this.cloud = cloud;
        this.thoughtSpot = thoughtSpot;
        this.receivers = receivers;
        this.observed = observed;
        this.file = file;
        this.clock = clock;
        this.trial = trial;
        this.readings = new Readings(cloud, observed);
        this.liveboard = liveboard;
        this.leftovers = leftovers;
    }

    /**
     * The file that is written with the operator's sign-in.
     *
     * @param content random, so that nothing else is taken for it
     */
    public record TestFile(ObjectKey key, Content content) {}

    Wanted wanted() {
        return wanted;
    }

    Hosting hosting() {
        return wanted.hosting();
    }

    Cloud cloud() {
        return cloud;
    }

    Observed observed() {
        return observed.get();
    }

    Readings readings() {
        return readings;
    }

    TestFile file() {
        return file;
    }

    void wrote(Objects.Written file) {
        written.set(file);
    }

    /** The operator's test file, if it could be written. */
    Optional<Objects.Written> written() {
        return Optional.ofNullable(written.get());
    }

    Instant now() {
        return clock.instant();
    }

    /** Only for checks of a self-test. */
    Trial trial() {
        return trial.orElseThrow();
    }

    /** Only for checks of a Liveboard. */
    LiveboardTrial liveboard() {
        return liveboard.orElseThrow();
    }

    /** What the checks have written so far and not removed. */
    public Leftovers leftovers() {
        return leftovers;
    }

    Buckets.Located bucket() {
        return located(wanted.settings());
    }

    /** The bucket that settings name, where they say it is. */
    public static Buckets.Located located(Settings settings) {
        return new Buckets.Located(
                settings.bucket().name(),
                settings.aws().region(),
                settings.aws().accountId());
    }

    Optional<WebhookService> thoughtSpot() {
        return thoughtSpot;
    }

    Receivers receivers() {
        return receivers;
    }

    /** Only for checks that need the sign-in check. */
    WebhookService connected() {
        return thoughtSpot.orElseThrow();
    }

    Observed.BucketSight.Ours bucketSight() {
        return (Observed.BucketSight.Ours) observed().bucket();
    }

    /** The role's ARN as far as it is known. */
    RoleArn roleArn() {
        return observed()
                .role()
                .map(sight -> sight.role().arn())
                .orElseGet(() -> wanted.role().arn());
    }

    /** What to do where the role is not as it should be. */
    Fault remedyOfRole(String made) {
        return Fault.of(wanted.settings().role().isMadeElsewhere() ? "remedy.cloud-team" : made);
    }

    Observed.RoleSight roleSight() {
        return observed().role().orElseThrow();
    }

    /** The registered webhook that the settings name. */
    Optional<Webhook> registered() {
        return observed().registered(wanted.settings());
    }

    void validated(WebhookService.Validation result) {
        validation.set(result);
    }

    WebhookService.Validation validation() {
        WebhookService.Validation result = validation.get();
        if (result == null) throw new IllegalStateException("not validated");
        return result;
    }
}
