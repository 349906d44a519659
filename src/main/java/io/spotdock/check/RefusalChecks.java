package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What must be refused, worked out from the policies as they stand. */
final class RefusalChecks {
    static final List<Check> ALL = List.of(
            onAws("refused.no-external-id", (trust, _) -> trust.judge(Map.of())),
            onAws("refused.wrong-external-id", (trust, id) -> trust.judge(Map.of(Trust.EXTERNAL_ID, id + "x"))),
            onAws("refused.other-case", (trust, id) -> trust.judge(Map.of(Trust.EXTERNAL_ID, otherCase(id)))),
            onAws("refused.other-account", (trust, id) -> trust.judge(stranger(trust), Map.of(Trust.EXTERNAL_ID, id))),
            onGcp("refused.other-service-account", Trust.SUBJECT, sub -> "1" + sub),
            onGcp("refused.other-audience", Trust.AUDIENCE, aud -> "1" + aud),
            onGcp("refused.no-audience", Trust.AUDIENCE, _ -> ""),
            role("refused.outside-prefix", "s3:PutObject", RefusalChecks::outside),
            role("refused.lookalike-prefix", "s3:PutObject", RefusalChecks::lookalike),
            role("refused.other-bucket", "s3:PutObject", RefusalChecks::otherBucket),
            role("refused.read", "s3:GetObject", RefusalChecks::inside),
            role("refused.read-acl", "s3:GetObjectAcl", RefusalChecks::inside),
            role(
                    "refused.list",
                    "s3:ListBucket",
                    subject -> found(Deliveries.of(subject).arn())),
            role("refused.delete", "s3:DeleteObject", RefusalChecks::inside),
            role("refused.delete-version", "s3:DeleteObjectVersion", RefusalChecks::inside),
            role(
                    "refused.change-policy",
                    "s3:PutBucketPolicy",
                    subject -> found(Deliveries.of(subject).arn())));

    private RefusalChecks() {}

    private interface Attempt {
        Judged with(Trust trust, String externalId);
    }

    private static Check onAws(String id, Attempt attempt) {
        return Check.of(
                id,
                CheckGroup.REFUSED,
                Strength.EVALUATED,
                subject -> switch (subject.hosting()) {
                    case Hosting.OnGcp _ -> Verdict.skipped("check.refused.aws-only");
                    case Hosting.OnAws aws -> {
                        String externalId = aws.externalId().value();
                        // An ID of digits only has no other case.
                        boolean same = id.equals("refused.other-case")
                                && otherCase(externalId).equals(externalId);
                        yield same
                                ? Verdict.skipped("check.refused.no-other-case")
                                : refused(attempt.with(Trust.of(subject), externalId));
                    }
                },
                "role.exists");
    }

    /** @param other of what ThoughtSpot shows, something else; empty for nothing */
    private static Check onGcp(String id, String claim, UnaryOperator<String> other) {
        return Check.of(
                id,
                CheckGroup.REFUSED,
                Strength.EVALUATED,
                subject -> switch (subject.hosting()) {
                    case Hosting.OnAws _ -> Verdict.skipped("check.refused.gcp-only");
                    case Hosting.OnGcp gcp -> {
                        Trust trust = Trust.of(subject);
                        if (claim.equals(Trust.AUDIENCE) && TrustChecks.anyAudience(trust, gcp))
                            yield anyAudience(subject);
                        Map<String, String> shows = new HashMap<>(Trust.right(gcp));
                        shows.put(claim, other.apply(gcp.serviceAccount().value()));
                        shows.values().removeIf(String::isEmpty);
                        yield refused(trust.judge(shows));
                    }
                },
                "role.exists");
    }

    /** A policy that tests no audience leaves that to the account's provider, where there is one. */
    private static Verdict anyAudience(Subject subject) {
        return subject.observed().identityProvider().isPresent()
                ? Verdict.passed("check.refused.by-provider")
                : Verdict.skipped("check.refused.any-audience");
    }

    private interface Place {
        /** The ARN to try; a reason for which there is none. */
        Target in(Subject subject);
    }

    private record Target(String arn, String reason) {}

    private static Target found(String arn) {
        return new Target(arn, "");
    }

    private static Check role(String id, String action, Place place) {
        return Check.of(
                id,
                CheckGroup.REFUSED,
                Strength.EVALUATED,
                subject -> {
                    Target target = place.in(subject);
                    return target.reason().isEmpty()
                            ? refused(subject, action, target.arn())
                            : Verdict.skipped(target.reason());
                },
                "role.exists",
                "bucket.region");
    }

    private static Verdict refused(Subject subject, String action, String resource) {
        RoleRights rights = subject.readings().rights();
        Judged judged = Deliveries.of(subject)
                .act(action, resource, subject.bucketSight().policy(), rights.identity(), rights.limit());
        return switch (judged.verdict()) {
            case DENIED_IMPLICITLY -> rights.doubt().map(RightsChecks::unseen).orElseGet(() -> refused(judged));
            // A boundary that can't be seen may take it away again.
            case ALLOWED ->
                rights.limit().isEmpty() && rights.boundary().isPresent()
                        ? new Verdict.Warned(
                                Fault.of("check.refused.perhaps", judged.statement()), Fault.of("remedy.look-yourself"))
                        : refused(judged);
            case DENIED_EXPLICITLY, UNKNOWN -> refused(judged);
        };
    }

    private static Target inside(Subject subject) {
        return found(Deliveries.of(subject).object(prefix(subject) + "report.pdf"));
    }

    private static Target outside(Subject subject) {
        return prefix(subject).equals(KeyPrefix.NONE)
                ? new Target("", "check.refused.no-prefix")
                : found(Deliveries.of(subject).object("outside-" + prefix(subject) + "report.pdf"));
    }

    /** A key that begins as the prefix does, but for the slash: a policy that lacks it lets that through. */
    private static Target lookalike(Subject subject) {
        KeyPrefix prefix = prefix(subject);
        if (prefix.equals(KeyPrefix.NONE)) return new Target("", "check.refused.no-prefix");
        if (prefix.isOpenEnded()) return new Target("", "check.refused.open-prefix");
        String folder = prefix.value().substring(0, prefix.value().length() - 1);
        return found(Deliveries.of(subject).object(folder + "X/report.pdf"));
    }

    /** One whose name begins alike. */
    private static Target otherBucket(Subject subject) {
        Deliveries deliveries = Deliveries.of(subject);
        String name = subject.bucket().name().value() + "-other";
        return found(deliveries.arn(name) + "/" + prefix(subject) + "report.pdf");
    }

    private static KeyPrefix prefix(Subject subject) {
        return subject.wanted().settings().bucket().prefix();
    }

    private static Verdict refused(Judged judged) {
        return switch (judged.verdict()) {
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY -> Verdict.passed("check.refused.yes");
            case ALLOWED ->
                new Verdict.Failed(
                        Fault.of("check.refused.no", judged.statement()),
                        Fault.of("remedy.refuse", judged.statement()),
                        judged.quoted());
            case UNKNOWN ->
                new Verdict.Warned(Fault.of("check.refused.unknown", judged.why()), Fault.of("remedy.look-yourself"));
        };
    }

    static String otherCase(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        return upper.equals(id) ? id.toLowerCase(Locale.ROOT) : upper;
    }

    /** An account of 12 digits that is neither the customer's nor, most likely, anybody's whom the policy names. */
    static String stranger(Trust trust) {
        String own = trust.account();
        return (own.startsWith("9") ? "8" : "9") + own.substring(1);
    }
}
