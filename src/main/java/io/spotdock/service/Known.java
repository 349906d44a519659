package io.spotdock.service;

import io.spotdock.check.CheckResult;
import io.spotdock.check.DeliveryChecks;
import io.spotdock.domain.Caller;
import io.spotdock.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a setup has found out and done so far; the other half of a {@code Draft}, which holds what a person wants. What
 * was done is kept with the settings it was done for, so that a later change of them shows it to be out of date.
 *
 * @param thoughtSpot there while connected
 * @param caller there while signed in to AWS
 * @param aws the last apply to AWS
 * @param webhook the last change of the webhook
 * @param test the last live test
 */
public record Known(
        Optional<Connected> thoughtSpot,
        Optional<Caller> caller,
        Optional<Made> aws,
        Optional<Made> webhook,
        Optional<Tested> test) {
    public static final Known NOTHING =
            new Known(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Changes made, and the settings they were made for. */
    public record Made(Settings of, Applied applied) {}

    /** A live test, and the settings it was made for. */
    public record Tested(Settings of, Instant at, List<CheckResult> results) {
        public Tested {
            results = List.copyOf(results);
        }

        public long count(CheckResult.Status status) {
            return results.stream().filter(result -> result.status() == status).count();
        }

        /** Whether nothing failed, and ThoughtSpot itself has written a file. */
        public boolean isProof() {
            boolean delivered = results.stream()
                    .filter(result -> result.id().equals(DeliveryChecks.VALIDATE))
                    .anyMatch(result -> result.status() == CheckResult.Status.PASSED
                            || result.status() == CheckResult.Status.WARNED);
            return delivered && count(CheckResult.Status.FAILED) + count(CheckResult.Status.NOT_REACHED) == 0;
        }
    }

    public Known withThoughtSpot(Optional<Connected> connected) {
        return new Known(connected, caller, aws, webhook, test);
    }

    public Known withCaller(Optional<Caller> signedIn) {
        return new Known(thoughtSpot, signedIn, aws, webhook, test);
    }

    public Known withAws(Optional<Made> made) {
        return new Known(thoughtSpot, caller, made, webhook, test);
    }

    public Known withWebhook(Optional<Made> made) {
        return new Known(thoughtSpot, caller, aws, made, test);
    }

    public Known withTest(Optional<Tested> tested) {
        return new Known(thoughtSpot, caller, aws, webhook, tested);
    }

    /** Whether AWS holds everything as these settings want it. */
    public boolean awsIsReadyFor(Settings settings) {
        return aws.filter(made -> made.applied().complete() && made.of().sameOnAws(settings))
                .isPresent();
    }

    /** Whether ThoughtSpot's webhook is as these settings want it. */
    public boolean webhookIsReadyFor(Settings settings) {
        return webhook.filter(made -> made.applied().complete() && made.of().equals(settings))
                .isPresent();
    }

    /** The live test of exactly these settings. */
    public Optional<Tested> testOf(Settings settings) {
        return test.filter(tested -> tested.of().equals(settings));
    }
}
