package io.spotdock.check;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import java.util.List;

/** Who the operator is. */
final class AccountChecks {
    static final List<Check> ALL = List.of(
            Check.of("account.identity", CheckGroup.ACCOUNT, Strength.OBSERVED, AccountChecks::identity),
            Check.of(
                    "account.partition",
                    CheckGroup.ACCOUNT,
                    Strength.OBSERVED,
                    AccountChecks::partition,
                    "account.identity"));

    private AccountChecks() {}

    private static Verdict identity(Subject subject) {
        Caller caller = subject.observed().caller();
        var expected = subject.wanted().settings().aws().accountId();
        return caller.account().equals(expected)
                ? Verdict.passed("check.account.identity.is", caller.account(), caller.arn())
                : Verdict.failed(
                        Fault.of("check.account.identity.is", caller.account(), caller.arn()),
                        Fault.of("remedy.account", expected));
    }

    private static Verdict partition(Subject subject) {
        return Verdict.passed(
                "check.account.partition.is", subject.observed().caller().partition());
    }
}
