package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.policy.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a self-test that was torn down has left its statement in the trust policy. */
final class ForgottenStatement {
    static final List<Check> ALL = List.of(Check.of(
            "role.temporary-statement", CheckGroup.ROLE, Strength.OBSERVED, ForgottenStatement::look, "role.exists"));

    private ForgottenStatement() {}

    private static Verdict look(Subject subject) {
        List<Statement> found = SelfTestStatement.in(subject.roleSight().trust());
        if (found.isEmpty()) return Verdict.passed("check.role.temporary-statement.none");
        Instant now = subject.now();
        Fault evidence = found.stream()
                .filter(statement -> isOpen(statement, now))
                .findFirst()
                .map(ForgottenStatement::open)
                .orElseGet(() -> Fault.of("check.role.temporary-statement.expired", sid(found.getFirst())));
        boolean elsewhere = subject.wanted().settings().role().isMadeElsewhere();
        return new Verdict.Warned(evidence, Fault.of(elsewhere ? "remedy.take-out-elsewhere" : "remedy.take-out"));
    }

    private static boolean isOpen(Statement statement, Instant now) {
        return SelfTestStatement.end(statement)
                .filter(end -> !now.isBefore(end))
                .isEmpty();
    }

    private static Fault open(Statement statement) {
        Optional<Instant> end = SelfTestStatement.end(statement);
        String whom = SelfTestStatement.whom(statement);
        return end.isPresent()
                ? Fault.of("check.role.temporary-statement.there", sid(statement), whom, end.get())
                : Fault.of("check.role.temporary-statement.endless", sid(statement), whom);
    }

    private static String sid(Statement statement) {
        return statement.sid().orElseThrow();
    }
}
