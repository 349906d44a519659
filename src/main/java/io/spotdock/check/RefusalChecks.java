package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.policy.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What must be refused, worked out from the policies as they stand. */
final class RefusalChecks {
    static final List<Check> ALL = List.of(
            onAws("refused.no-external-id", (_, account) -> new Try(account, Map.of())),
            onAws("refused.wrong-external-id", (id, account) -> new Try(account, Map.of("sts:ExternalId", id + "x"))),
            onAws("refused.other-case", (id, account) -> new Try(account, Map.of("sts:ExternalId", otherCase(id)))),
            onAws("refused.other-account", (id, account) -> new Try(other(account), Map.of("sts:ExternalId", id))),
            onGcp("refused.other-service-account", "accounts.google.com:sub"),
            onGcp("refused.other-audience", "accounts.google.com:aud"),
            role("refused.outside-prefix", "s3:PutObject", RefusalChecks::outside),
            role("refused.read", "s3:GetObject", RefusalChecks::inside),
            role("refused.delete", "s3:DeleteObject", RefusalChecks::inside),
            role("refused.list", "s3:ListBucket", _ -> ""));

    private RefusalChecks() {}

    private record Try(String account, Map<String, String> context) {}

    private interface Attempt {
        Try with(String externalId, String account);
    }

    private static Check onAws(String id, Attempt attempt) {
        return Check.of(id, CheckGroup.REFUSED, Strength.EVALUATED, subject -> trying(subject, attempt), "role.exists");
    }

    private static Verdict trying(Subject subject, Attempt attempt) {
        return switch (subject.hosting()) {
            case Hosting.OnGcp _ -> Verdict.skipped("check.refused.aws-only");
            case Hosting.OnAws aws -> {
                // An ID of digits only has no other case.
                Try t = attempt.with(aws.externalId().value(), aws.account().value());
                boolean same = aws.externalId().value().equals(t.context().get("sts:ExternalId"))
                        && aws.account().value().equals(t.account());
                yield same
                        ? Verdict.skipped("check.refused.no-other-case")
                        : refused(Deliveries.assume(subject, t.account(), t.context()));
            }
        };
    }

    private static Check onGcp(String id, String key) {
        return Check.of(
                id,
                CheckGroup.REFUSED,
                Strength.EVALUATED,
                subject -> switch (subject.hosting()) {
                    case Hosting.OnAws _ -> Verdict.skipped("check.refused.gcp-only");
                    case Hosting.OnGcp gcp -> {
                        Map<String, String> context = new HashMap<>(Deliveries.rightContext(gcp));
                        context.put(key, "1" + gcp.serviceAccount());
                        yield refused(Deliveries.assume(subject, "", context));
                    }
                },
                "role.exists");
    }

    private static Check role(String id, String action, Function<Subject, String> key) {
        return Check.of(
                id,
                CheckGroup.REFUSED,
                Strength.EVALUATED,
                subject -> {
                    String target = key.apply(subject);
                    boolean everything = id.equals("refused.outside-prefix")
                            && subject.wanted().settings().bucket().prefix().equals(KeyPrefix.NONE);
                    if (everything) return Verdict.skipped("check.refused.no-prefix");
                    return refused(Deliveries.act(
                            subject,
                            action,
                            target,
                            List.copyOf(subject.roleSight().inline().values())));
                },
                "role.exists",
                "bucket.region");
    }

    private static String inside(Subject subject) {
        return subject.wanted().settings().bucket().prefix() + "report.pdf";
    }

    private static String outside(Subject subject) {
        return "outside-" + subject.wanted().settings().bucket().prefix() + "report.pdf";
    }

    private static Verdict refused(Decision decision) {
        return switch (decision.verdict()) {
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY -> Verdict.passed("check.refused.yes");
            case ALLOWED ->
                Verdict.failed(Fault.of("check.refused.no", Deliveries.statement(decision)), Fault.of("remedy.plan"));
            case UNKNOWN ->
                new Verdict.Warned(Fault.of("check.refused.unknown", decision.why()), Fault.of("remedy.look-yourself"));
        };
    }

    private static String otherCase(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        return upper.equals(id) ? id.toLowerCase(Locale.ROOT) : upper;
    }

    /** Another account of 12 digits. */
    private static String other(String account) {
        return (account.startsWith("9") ? "8" : "9") + account.substring(1);
    }
}
