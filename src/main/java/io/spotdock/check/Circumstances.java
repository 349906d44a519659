package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.RoleSight;
import io.spotdock.plan.Wanted;
import io.spotdock.port.Buckets.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known here of a delivery that failed elsewhere, to set an error against.
 *
 * @param role as AWS made it, else as it is to be made
 * @param isRoleMissing whether it was looked for and is not there
 * @param trust empty when the role is not there or may not be looked at
 * @param bucketPolicy empty when there is none or it could not be looked at
 * @param registered where the webhook sends files, as ThoughtSpot has it
 */
public record Circumstances(
        Hosting hosting,
        RoleArn role,
        boolean isRoleMissing,
        boolean isRoleMadeElsewhere,
        Located bucket,
        KeyPrefix prefix,
        Optional<PolicyDocument> trust,
        Optional<PolicyDocument> bucketPolicy,
        Optional<StorageDestination> registered) {

    static Circumstances of(Subject subject) {
        return of(subject.wanted(), subject.observed());
    }

    public static Circumstances of(Wanted wanted, Observed observed) {
        Optional<RoleSight> role = observed.role();
        boolean looked = !observed.unseen().hides(Observed.Part.ROLE);
        Optional<PolicyDocument> bucketPolicy =
                observed.bucket() instanceof BucketSight.Ours ours ? ours.policy() : Optional.empty();
        return new Circumstances(
                wanted.hosting(),
                role.map(sight -> sight.role().arn())
                        .orElseGet(() -> wanted.role().arn()),
                role.isEmpty() && looked && !wanted.settings().role().isMadeElsewhere(),
                wanted.settings().role().isMadeElsewhere(),
                Subject.located(wanted.settings()),
                wanted.settings().bucket().prefix(),
                role.map(RoleSight::trust),
                bucketPolicy,
                webhook(wanted, observed).flatMap(Webhook::storage));
    }

    /** Where nothing could be looked at: as the settings have it. */
    public static Circumstances of(Wanted wanted) {
        return new Circumstances(
                wanted.hosting(),
                wanted.role().arn(),
                false,
                wanted.settings().role().isMadeElsewhere(),
                Subject.located(wanted.settings()),
                wanted.settings().bucket().prefix(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The Org's webhook of the settings, else the only one there is. */
    private static Optional<Webhook> webhook(Wanted wanted, Observed observed) {
        List<Webhook> all =
                observed.thoughtSpot().map(Observed.ThoughtSpotSight::webhooks).orElse(List.of());
        return observed.registered(wanted.settings())
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    Fault remedyOfRole(String made) {
        return Fault.of(isRoleMadeElsewhere ? "remedy.cloud-team" : made);
    }

    /** What the trust policy's allowing statements say of a condition key; keys have no case. */
    Set<String> trusted(String key) {
        Set<String> values = new TreeSet<>();
        allowing()
                .flatMap(statement -> statement.conditions().values().stream())
                .forEach(byKey -> byKey.forEach((name, wanted) -> {
                    if (name.equalsIgnoreCase(key)) values.addAll(wanted);
                }));
        return values;
    }

    /** The principals of one type that the trust policy lets in. */
    Set<String> principals(String type) {
        Set<String> values = new TreeSet<>();
        allowing()
                .flatMap(statement -> statement.principals().stream())
                .filter(principals -> !principals.negated())
                .forEach(principals -> {
                    values.addAll(principals.byType().getOrDefault(type, List.of()));
                    values.addAll(principals.byType().getOrDefault("*", List.of()));
                });
        return values;
    }

    private java.util.stream.Stream<Statement> allowing() {
        return trust.stream()
                .flatMap(document -> document.statements().stream())
                .filter(statement -> statement.effect() == Statement.Effect.ALLOW);
    }

    /** The statement of the bucket's policy that refuses ThoughtSpot's file, by its Sid or its place. */
    Optional<String> refusingStatement() {
        return statement(Decision.Verdict.DENIED_EXPLICITLY);
    }

    /** The one that may, by what only AWS knows of the call. */
    Optional<String> perhapsRefusingStatement() {
        return statement(Decision.Verdict.UNKNOWN);
    }

    private Optional<String> statement(Decision.Verdict verdict) {
        if (bucketPolicy.isEmpty()) return Optional.empty();
        Decision decision = new Deliveries(bucket, role)
                .put(prefix, bucketPolicy, List.of(), Optional.empty())
                .decision();
        return decision.verdict() == verdict
                ? decision.by().stream()
                        .map(by -> Judged.cite(by.sid(), by.statement()))
                        .findFirst()
                : Optional.empty();
    }
}
