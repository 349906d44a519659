package io.spotdock.check;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares settings, AWS and the registered webhook in what all three have to agree on. */
public final class Drifts {
    private static final Drift.Side UNSEEN = new Drift.Side.Unseen();

    private final Wanted wanted;
    private final Observed observed;

    private Drifts(Wanted wanted, Observed observed) {
        this.wanted = wanted;
        this.observed = observed;
    }

    /** Every value there is to compare, whether it differs or not. */
    public static List<Drift> of(Wanted wanted, Observed observed) {
        return new Drifts(wanted, observed).all();
    }

    private List<Drift> all() {
        return Stream.of(Stream.of(bucket(), region(), role(), prefix()), externalId().stream())
                .flatMap(Function.identity())
                .toList();
    }

    private Drift bucket() {
        String name = wanted.settings().bucket().name().value();
        Drift.Side aws = switch (observed.bucket()) {
            case BucketSight.Ours _, BucketSight.Elsewhere _ -> Drift.Side.of(Optional.of(name));
            case BucketSight.Absent _, BucketSight.Foreign _ -> Drift.Side.of(Optional.empty());
        };
        return Drift.of("field.bucket", Optional.of(name), aws, registered(s -> Optional.of(s.bucket())));
    }

    private Drift region() {
        String region = wanted.settings().aws().region().value();
        Drift.Side aws = switch (observed.bucket()) {
            case BucketSight.Ours _ -> Drift.Side.of(Optional.of(region));
            case BucketSight.Elsewhere(var other) -> Drift.Side.of(Optional.of(other.value()));
            case BucketSight.Absent _, BucketSight.Foreign _ -> UNSEEN;
        };
        return Drift.of("field.region", Optional.of(region), aws, registered(s -> Optional.of(s.region())));
    }

    /** Settings name a role without its path, which is AWS's to tell. */
    private Drift role() {
        Optional<String> found = observed.role().map(sight -> sight.role().arn().toString());
        String asked = wanted.settings()
                .role()
                .arn()
                .map(Object::toString)
                .or(() -> found)
                .orElseGet(() -> wanted.role().arn().toString());
        Drift.Side aws = observed.unseen().role().isPresent() ? UNSEEN : Drift.Side.of(found);
        return Drift.of("field.role-arn", Optional.of(asked), aws, registered(s -> Optional.of(s.roleArn())));
    }

    private Drift prefix() {
        return Drift.of(
                "field.prefix",
                text(wanted.settings().bucket().prefix().value()),
                observed.role().<Drift.Side>map(this::prefixes).orElse(UNSEEN),
                registered(s -> text(s.prefix().value())));
    }

    /** The prefixes that the role may write under, of this bucket. */
    private Drift.Side prefixes(Observed.RoleSight sight) {
        String bucket = "arn:" + wanted.partition() + ":s3:::"
                + wanted.settings().bucket().name() + "/";
        Set<String> found = sight.inline().values().stream()
                .flatMap(document -> allowing(document))
                .flatMap(statement -> statement.resources().stream())
                .flatMap(resources -> resources.patterns().stream())
                .filter(pattern -> pattern.startsWith(bucket) && pattern.endsWith("*"))
                .map(pattern -> pattern.substring(bucket.length(), pattern.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Policies that are written otherwise are for the evaluator, not for a comparison of texts.
        if (found.isEmpty()) return UNSEEN;
        found.remove("");
        return new Drift.Side.Seen(found);
    }

    private static Stream<Statement> allowing(PolicyDocument document) {
        return document.statements().stream().filter(statement -> statement.effect() == Statement.Effect.ALLOW);
    }

    private Optional<Drift> externalId() {
        return switch (wanted.hosting()) {
            case Hosting.OnGcp _ -> Optional.empty();
            case Hosting.OnAws aws ->
                Optional.of(Drift.of(
                        "field.external-id",
                        Optional.of(aws.externalId().value()),
                        observed.role()
                                .<Drift.Side>map(sight -> externalIds(sight.trust(), aws))
                                .orElse(UNSEEN),
                        registered(s -> s.externalId().map(ExternalId::value))));
        };
    }

    /** Those under which ThoughtSpot's account may assume the role; others' are not ours to compare. */
    private static Drift.Side externalIds(PolicyDocument trust, Hosting.OnAws hosting) {
        Set<String> found = allowing(trust)
                .filter(statement -> names(statement, hosting.account().value()))
                .flatMap(statement -> statement.conditions().entrySet().stream())
                .filter(operator -> operator.getKey().toLowerCase(Locale.ROOT).startsWith("string"))
                .flatMap(operator -> operator.getValue().entrySet().stream())
                .filter(key -> key.getKey().equalsIgnoreCase("sts:ExternalId"))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Drift.Side.Seen(found);
    }

    private static boolean names(Statement statement, String account) {
        return statement.principals().stream()
                .flatMap(principals -> principals.byType().getOrDefault("AWS", List.of()).stream())
                .anyMatch(principal -> principal.equals(account) || principal.contains("::" + account + ":"));
    }

    private Drift.Side registered(Function<StorageDestination, Optional<String>> value) {
        return observed.registered(wanted.settings())
                .<Drift.Side>map(one -> Drift.Side.of(one.storage().flatMap(value)))
                .orElse(UNSEEN);
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(some -> !some.isEmpty());
    }
}
