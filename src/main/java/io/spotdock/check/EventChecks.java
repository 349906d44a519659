package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.resource.LastUse;
import io.spotdock.port.EventLog.Attempt;
import io.spotdock.port.EventLog.Found;
import io.spotdock.port.EventLog.Way;
import io.spotdock.port.EventLog.Who;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What AWS recorded of the role's use. It hinders no delivery that it can't be looked at. */
final class EventChecks {
    static final List<Check> ALL = List.of(
            Check.of("role.last-used", CheckGroup.ROLE, Strength.OBSERVED, EventChecks::lastUsed, "role.exists"),
            Check.of("role.events", CheckGroup.ROLE, Strength.OBSERVED, EventChecks::events, "role.exists"));

    /** As long as ThoughtSpot keeps its own history of deliveries. */
    private static final int DAYS = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private EventChecks() {}

    private static Verdict lastUsed(Subject subject) {
        Optional<LastUse> last = subject.roleSight().lastUse();
        if (last.isEmpty()) return Verdict.passed("check.role.last-used.never");
        String at = time(last.get().at());
        return last.get()
                .region()
                .map(region -> Verdict.passed("check.role.last-used.in", at, region))
                .orElseGet(() -> Verdict.passed("check.role.last-used.at", at));
    }

    private static Verdict events(Subject subject) {
        Found found;
        try {
            found = subject.cloud().events().attempts(subject.roleArn(), way(subject.hosting()), DAYS);
        } catch (FailureException e) {
            return unseen(e.failure());
        }
        // The more a finding matters, the sooner it is told: a check has one.
        return stranger(subject, found)
                .or(() -> refused(subject, found))
                .orElseGet(() -> used(subject.hosting(), found));
    }

    private static Way way(Hosting hosting) {
        return switch (hosting) {
            case Hosting.OnAws _ -> Way.ACCOUNT;
            case Hosting.OnGcp _ -> Way.WEB_IDENTITY;
        };
    }

    private static Verdict unseen(Failure failure) {
        return switch (failure) {
            case Failure.Denied denied -> Verdict.skipped("check.role.events.denied", denied.action());
            case Failure.Throttled _ -> Verdict.skipped("check.role.events.busy", "cloudtrail:LookupEvents");
            case Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Invalid _,
                    Failure.Unreachable _,
                    Failure.Expired _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> Verdict.skipped("check.role.events.unavailable", "cloudtrail:LookupEvents");
        };
    }

    /** Whoever assumed the role without being ThoughtSpot. */
    private static Optional<Verdict> stranger(Subject subject, Found found) {
        List<Attempt> theirs = found.attempts().stream()
                .filter(EventChecks::succeeded)
                .filter(attempt -> !isThoughtSpot(attempt.who(), subject.hosting()))
                .toList();
        if (theirs.isEmpty()) return Optional.empty();
        Attempt last = theirs.getFirst();
        boolean nameless = last.who() instanceof Who.InAccount(var _, Optional<String> arn) && arn.isEmpty();
        Fault evidence = Fault.of(
                nameless ? "check.role.events.stranger.account" : "check.role.events.stranger",
                name(last.who()),
                time(last.at()),
                source(last),
                DAYS,
                theirs.size());
        return Optional.of(new Verdict.Warned(evidence, subject.remedyOfRole("remedy.stranger")));
    }

    /** The last attempt that was refused, unless the same party has succeeded since. */
    private static Optional<Verdict> refused(Subject subject, Found found) {
        Hosting hosting = subject.hosting();
        return found.attempts().stream()
                .filter(attempt -> !succeeded(attempt))
                .filter(attempt -> found.attempts().stream()
                        .noneMatch(later -> succeeded(later)
                                && !later.at().isBefore(attempt.at())
                                && isSame(later.who(), attempt.who(), hosting)))
                .findFirst()
                .map(attempt -> refused(subject, attempt));
    }

    private static Verdict refused(Subject subject, Attempt attempt) {
        boolean us = isThoughtSpot(attempt.who(), subject.hosting());
        String said = attempt.refusal()
                .map(refusal -> refusal.code() + (refusal.message().isEmpty() ? "" : ": " + refusal.message()))
                .orElse("");
        Fault evidence = Fault.of(
                us ? "check.role.events.refused.thoughtspot" : "check.role.events.refused",
                name(attempt.who()),
                time(attempt.at()),
                source(attempt),
                said);
        return new Verdict.Warned(evidence, us ? remedy(subject, said) : Fault.of("remedy.refused-attempt"));
    }

    /** CloudTrail leaves out of its text what was refused, which {@link Cause} goes by. */
    private static Fault remedy(Subject subject, String said) {
        String told = said.startsWith("AccessDenied") ? said + " (sts:AssumeRole)" : said;
        return Cause.of(told, Circumstances.of(subject.wanted(), subject.observed()))
                .remedy();
    }

    private static Verdict used(Hosting hosting, Found found) {
        List<Attempt> successes =
                found.attempts().stream().filter(EventChecks::succeeded).toList();
        String regions = found.regions().stream().map(Object::toString).collect(Collectors.joining(", "));
        int searched = found.searched() ? 1 : 0;
        if (successes.isEmpty()) return Verdict.passed("check.role.events.none", DAYS, regions, searched);
        boolean guarded = hosting instanceof Hosting.OnAws && successes.stream().allMatch(Attempt::externalId);
        return Verdict.passed(
                "check.role.events.seen",
                successes.size(),
                DAYS,
                time(successes.getFirst().at()),
                regions,
                searched,
                found.whole() ? 1 : 0,
                guarded ? 1 : 0);
    }

    private static boolean succeeded(Attempt attempt) {
        return attempt.refusal().isEmpty();
    }

    private static boolean isThoughtSpot(Who who, Hosting hosting) {
        return switch (hosting) {
            case Hosting.OnAws aws -> who instanceof Who.InAccount(var account, var _) && account.equals(aws.account());
            case Hosting.OnGcp gcp ->
                who instanceof Who.WithToken(String provider, String subject)
                        && provider.endsWith(GoogleProvider.HOST)
                        && subject.equals(gcp.serviceAccount().value());
        };
    }

    private static boolean isSame(Who one, Who other, Hosting hosting) {
        return one.equals(other) || isThoughtSpot(one, hosting) && isThoughtSpot(other, hosting);
    }

    private static String name(Who who) {
        return switch (who) {
            case Who.InAccount(var account, Optional<String> arn) -> arn.orElse(account.value());
            case Who.WithToken(String provider, String subject) -> provider + ":" + subject;
            case Who.Other(String name) -> name;
        };
    }

    private static String source(Attempt attempt) {
        return attempt.source().isEmpty() ? "-" : attempt.source();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
