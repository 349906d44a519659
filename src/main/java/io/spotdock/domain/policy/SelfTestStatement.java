package io.spotdock.domain.policy;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one statement that a self-test puts into a role's trust policy for its length: it lets the operator in under an
 * external ID, until a moment that it names itself. It is known by its {@code Sid}, so that a forgotten one is found by
 * whoever looks next, on whichever computer.
 */
public final class SelfTestStatement {
    /** A {@code Sid} is letters and digits (IAM User Guide, "IAM JSON policy elements: Sid"). */
    private static final Pattern SID = Pattern.compile("SpotdockSelfTest[0-9a-z]{8,32}");

    private static final String PREFIX = "SpotdockSelfTest";
    private static final String UNTIL = "DateLessThan";
    private static final String NOW = "aws:CurrentTime";

    private SelfTestStatement() {}

    /**
     * Makes one.
     *
     * @param mark 8 to 32 small letters and digits, by which it is told from another run's
     * @param principal the ARN of a user or role
     * @param end exclusive; to the second
     */
    public static Statement of(String mark, String principal, ExternalId externalId, Instant end) {
        Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
        conditions.put("StringEquals", Map.of("sts:ExternalId", List.of(externalId.value())));
        conditions.put(
                UNTIL, Map.of(NOW, List.of(end.truncatedTo(ChronoUnit.SECONDS).toString())));
        Statement made = new Statement(
                Optional.of(PREFIX + mark),
                Effect.ALLOW,
                Optional.of(new Principals(false, Map.of("AWS", List.of(principal)))),
                Matched.any("sts:AssumeRole"),
                Optional.empty(),
                conditions);
        if (!is(made)) throw new IllegalArgumentException("not a mark: " + mark);
        return made;
    }

    public static boolean is(Statement statement) {
        return statement.sid().filter(sid -> SID.matcher(sid).matches()).isPresent();
    }

    /** Those that stand in a trust policy; there should be none but while a self-test runs. */
    public static List<Statement> in(PolicyDocument trust) {
        return trust.statements().stream().filter(SelfTestStatement::is).toList();
    }

    /** A trust policy as it is without any of them. */
    public static PolicyDocument without(PolicyDocument trust) {
        return without(trust, SelfTestStatement::is);
    }

    /** A trust policy without those that are chosen; every other statement stays as it is written. */
    public static PolicyDocument without(PolicyDocument trust, Predicate<Statement> chosen) {
        return new PolicyDocument(
                trust.version(),
                trust.id(),
                trust.statements().stream().filter(chosen.negate()).toList());
    }

    /** When it ends by itself; empty for one whose end somebody has taken away. */
    public static Optional<Instant> end(Statement statement) {
        return statement.conditions().getOrDefault(UNTIL, Map.of()).getOrDefault(NOW, List.of()).stream()
                .flatMap(text -> instant(text).stream())
                .findFirst();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whom it lets in, for a sentence. */
    public static String whom(Statement statement) {
        return statement.principals().stream()
                .flatMap(principals -> principals.byType().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }
}
