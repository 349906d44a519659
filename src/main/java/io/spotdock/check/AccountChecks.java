package io.spotdock.check;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.Partition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who the operator is, and whether the clocks agree. */
final class AccountChecks {
    static final List<Check> ALL = List.of(
            Check.of("account.identity", CheckGroup.ACCOUNT, Strength.OBSERVED, AccountChecks::identity),
            Check.of(
                    "account.partition",
                    CheckGroup.ACCOUNT,
                    Strength.OBSERVED,
                    AccountChecks::partition,
                    "account.identity"),
            Check.of("account.clock", CheckGroup.ACCOUNT, Strength.OBSERVED, AccountChecks::clock, "account.identity"));

    /** AWS tells the time to the second, and its answer takes a moment. */
    private static final Duration GOOD = Duration.ofMinutes(1);

    /** Some of AWS's services refuse a signature that is off by more (IAM User Guide, "Signature Version 4"). */
    private static final Duration BEARABLE = Duration.ofMinutes(5);

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

    /** ThoughtSpot's account is in the commercial partition; nobody says what Google's tokens do in another. */
    private static Verdict partition(Subject subject) {
        Partition partition = subject.observed().caller().partition();
        if (partition == Partition.AWS) return Verdict.passed("check.account.partition.is", partition);
        return switch (subject.hosting()) {
            case Hosting.OnAws _ ->
                Verdict.failed(Fault.of("check.account.partition.other", partition), Fault.of("remedy.partition"));
            case Hosting.OnGcp _ ->
                new Verdict.Warned(
                        Fault.of("check.account.partition.untried", partition), Fault.of("remedy.live-test-tells"));
        };
    }

    private static Verdict clock(Subject subject) {
        Optional<Duration> skew = subject.cloud().tokens().clockSkew();
        if (skew.isEmpty()) return Verdict.skipped("check.account.clock.untold");
        Duration off = skew.get().abs();
        if (off.compareTo(GOOD) <= 0) return Verdict.passed("check.account.clock.right");
        String key = skew.get().isNegative() ? "check.account.clock.slow" : "check.account.clock.fast";
        Fault evidence = Fault.of(key, off.toMinutes(), off.toSecondsPart());
        Fault remedy = Fault.of("remedy.clock");
        return off.compareTo(BEARABLE) > 0 ? Verdict.failed(evidence, remedy) : new Verdict.Warned(evidence, remedy);
    }
}
