package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.util.List;
import java.util.Optional;

/**
 * Where on the journey something is mended that a check found: a step, and a field of it where one is to blame. Nothing
 * where it is mended elsewhere, or goes away by itself.
 */
public record Mending(StepId step, Optional<Field> field) {
    /**
     * Where to go for a result.
     *
     * @param journey the steps there are; whoever has the role made elsewhere finds in Access what else Review would show
     */
    public static Optional<Mending> of(CheckResult result, List<StepId> journey) {
        return of(result).map(mending -> journey.contains(mending.step()) ? mending : at(StepId.ACCESS));
    }

    public static Optional<StepId> stepFor(CheckResult result) {
        return of(result).map(Mending::step);
    }

    /** Where a sign-in is renewed that a failure says has run out. */
    public static Optional<Mending> signingIn(Failure failure) {
        return failure instanceof Failure.Expired expired
                ? Optional.of(signingIn(expired.signIn().contains(".thoughtspot-")))
                : Optional.empty();
    }

    private static Optional<Mending> of(CheckResult result) {
        return switch (result.status()) {
            case PASSED, SKIPPED, NOT_REACHED -> Optional.empty();
            case WARNED, FAILED ->
                result.remedy()
                        .flatMap(remedy -> byRemedy(remedy.key(), result))
                        .or(() -> result.failure().flatMap(failure -> byFailure(failure, result)));
        };
    }

    private static Mending at(StepId step) {
        return new Mending(step, Optional.empty());
    }

    private static Mending at(StepId step, Field field) {
        return new Mending(step, Optional.of(field));
    }

    private static Optional<Mending> byRemedy(String remedy, CheckResult result) {
        Mending mending = switch (remedy) {
            case "remedy.account", "remedy.partition" -> at(StepId.AWS_ACCOUNT, Field.PROFILE);
            case "remedy.ask-rights" -> at(StepId.AWS_ACCOUNT);
            case "remedy.apply", "remedy.plan", "remedy.take-out" -> writing(result);
            case "remedy.bucket-name", "remedy.bucket-missing" -> at(StepId.BUCKET, Field.BUCKET_NAME);
            case "remedy.region" -> at(StepId.BUCKET, Field.REGION);
            // Mended in AWS; the step shows what to look for there.
            case "remedy.bucket-policy",
                    "remedy.kms",
                    "remedy.kms-key",
                    "remedy.object-lock",
                    "remedy.public-access",
                    "remedy.public-policy",
                    "remedy.requester-pays" -> at(StepId.BUCKET);
            case "remedy.prefix" -> at(StepId.BUCKET, Field.PREFIX);
            case "remedy.bucket-differs", "remedy.webhook-differs" -> at(StepId.WEBHOOK);
            case "remedy.confirm-account" -> at(StepId.ACCESS, Field.THOUGHTSPOT_ACCOUNT);
            case "remedy.external-id", "remedy.external-id-settings", "remedy.offer-external-id" ->
                at(StepId.ACCESS, Field.EXTERNAL_ID);
            case "remedy.role-arn" -> at(StepId.ACCESS, Field.ROLE_ARN);
            case "remedy.trust-external-id" -> at(StepId.ACCESS, Field.EXTERNAL_ID);
            case "remedy.trust-principal" -> at(StepId.ACCESS, Field.THOUGHTSPOT_ACCOUNT);
            case "remedy.role-name" -> at(StepId.ACCESS, Field.ROLE_NAME);
            case "remedy.cloud-team" -> at(StepId.ACCESS);
            case "remedy.service-account", "remedy.trust-claim" -> at(StepId.ACCESS, Field.SERVICE_ACCOUNT);
            // Applying writes the role's policies anew; what else it has is mended in AWS, by what the step shows.
            case "remedy.role-allow", "remedy.trust-deleted", "remedy.trust-everyone", "remedy.trust-others" ->
                writing(result);
            case "remedy.offer-account",
                    "remedy.refused-attempt",
                    "remedy.stranger",
                    "remedy.refuse",
                    "remedy.role-boundary",
                    "remedy.role-deny",
                    "remedy.role-session" -> at(StepId.ACCESS);
            case "remedy.privilege",
                    "remedy.channel-privilege",
                    "remedy.liveboard-rights",
                    "remedy.offer-hosting",
                    "remedy.token-ends" -> at(StepId.HOSTING);
            case "remedy.liveboard-channel" -> at(StepId.WEBHOOK);
            case "remedy.enable" -> at(StepId.WEBHOOK, Field.ENABLED);
            case "remedy.receiver",
                    "remedy.receiver-certificate",
                    "remedy.receiver-chain",
                    "remedy.receiver-host",
                    "remedy.receiver-name",
                    "remedy.receiver-open",
                    "remedy.receiver-private",
                    "remedy.receiver-proxy",
                    "remedy.receiver-redirect",
                    "remedy.receiver-tls",
                    "remedy.receiver-trial" -> at(StepId.WEBHOOK, Field.WEBHOOK_URL);
            case "remedy.receiver-header" -> at(StepId.WEBHOOK, Field.HEADERS);
            default -> null;
        };
        return Optional.ofNullable(mending);
    }

    /** Something outside failed under the check: the step where its side is signed in to, or written to. */
    private static Optional<Mending> byFailure(Failure failure, CheckResult result) {
        return switch (failure) {
            case Failure.Denied _ -> Optional.of(signingIn(isOfThoughtSpot(result)));
            case Failure.Expired _ -> signingIn(failure);
            case Failure.Missing _, Failure.AlreadyThere _, Failure.Conflict _, Failure.Invalid _ ->
                Optional.of(writing(result));
            case Failure.Throttled _, Failure.Unreachable _, Failure.NotVisibleYet _, Failure.Unexpected _ ->
                Optional.empty();
        };
    }

    private static Mending signingIn(boolean toThoughtSpot) {
        return at(toThoughtSpot ? StepId.HOSTING : StepId.AWS_ACCOUNT);
    }

    private static Mending writing(CheckResult result) {
        return at(isOfThoughtSpot(result) ? StepId.WEBHOOK : StepId.REVIEW);
    }

    private static boolean isOfThoughtSpot(CheckResult result) {
        return switch (result.group()) {
            case THOUGHTSPOT -> true;
            // The webhook names a region, or a role, other than what stands in AWS.
            case DELIVERY ->
                result.evidence()
                        .map(cause -> cause.key().startsWith("cause.region"))
                        .orElse(false);
            case ACCOUNT, BUCKET, ROLE, REFUSED -> false;
        };
    }
}
