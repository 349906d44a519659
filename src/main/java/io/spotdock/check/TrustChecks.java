package io.spotdock.check;

import io.spotdock.check.TrustEntry.Kind;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may assume the role, and what for: the trust policy's parts one by one. */
final class TrustChecks {
    private static final Check PRINCIPAL = check("trust.principal", TrustChecks::principal);
    private static final Check EXTERNAL_ID = check("trust.external-id", TrustChecks::externalId, "trust.principal");
    private static final Check SUBJECT = check("trust.subject", TrustChecks::subject, "trust.principal");
    private static final Check AUDIENCE = check("trust.audience", TrustChecks::audience, "trust.principal");
    private static final Check OTHERS = check("trust.others", TrustChecks::others);
    private static final Check DELETED = check("trust.deleted", TrustChecks::deleted);

    private static final Check ASSUMABLE = check("role.assumable", TrustChecks::assumable);

    static final List<Check> ALL = List.of(
            PRINCIPAL,
            EXTERNAL_ID,
            SUBJECT,
            AUDIENCE,
            OTHERS,
            DELETED,
            ASSUMABLE,
            // Last, since its parts tell what it comes to.
            check("role.trust", TrustChecks::drift));

    private TrustChecks() {}

    private static Check check(String id, Check.Probe probe, String... more) {
        return Check.of(
                id,
                CheckGroup.ROLE,
                Strength.EVALUATED,
                probe,
                Stream.concat(Stream.of("role.exists"), Stream.of(more)).toArray(String[]::new));
    }

    /** Whether it says what Spotdock would write; something else is a fault only where one of its parts is. */
    private static Verdict drift(Subject subject) {
        if (Trust.of(subject).document().means(subject.wanted().trust().document()))
            return Verdict.passed("check.role.trust.same");
        boolean asGood = Stream.of(PRINCIPAL, EXTERNAL_ID, SUBJECT, AUDIENCE, OTHERS, DELETED, ASSUMABLE)
                .map(part -> part.probe().look(subject))
                .noneMatch(verdict -> verdict instanceof Verdict.Failed || verdict instanceof Verdict.Warned);
        return asGood
                ? Verdict.passed("check.role.trust.otherwise")
                : new Verdict.Warned(Fault.of("check.role.trust.differs"), subject.remedyOfRole("remedy.plan"));
    }

    private static Verdict principal(Subject subject) {
        Trust trust = Trust.of(subject);
        List<TrustEntry> ours = trust.lettingIn();
        if (!ours.isEmpty())
            return Verdict.passed("check.trust.principal.is", names(ours, Kind.THOUGHTSPOT), cite(ours));
        Set<Kind> all = Set.of(Kind.values());
        List<TrustEntry> entries = trust.entries();
        String wanted = wantedPrincipal(trust);
        Fault evidence = entries.isEmpty()
                ? Fault.of("check.trust.principal.nobody")
                : Fault.of("check.trust.principal.not", names(entries, all));
        return failed(evidence, Fault.of("remedy.trust-principal", wanted), entries);
    }

    private static String wantedPrincipal(Trust trust) {
        return switch (trust.hosting()) {
            case Hosting.OnAws aws ->
                trust.role().substring(0, trust.role().indexOf("::")) + "::" + aws.account() + ":root";
            case Hosting.OnGcp _ -> trust.provider();
        };
    }

    private static Verdict externalId(Subject subject) {
        if (!(subject.hosting() instanceof Hosting.OnAws aws)) return Verdict.skipped("check.refused.aws-only");
        String wanted = aws.externalId().value();
        Trust trust = Trust.of(subject);
        List<TrustEntry> ours = trust.lettingIn();
        Fault remedy = Fault.of("remedy.trust-external-id", cite(ours), wanted);
        List<TrustEntry> open =
                ours.stream().filter(entry -> trust.alone(entry, Map.of())).toList();
        if (!open.isEmpty()) return failed(Fault.of("check.trust.external-id.none", cite(open)), remedy, open);
        Set<String> found = values(ours, Trust.EXTERNAL_ID);
        boolean right = found.contains(wanted)
                || ours.stream().anyMatch(entry -> trust.alone(entry, Map.of(Trust.EXTERNAL_ID, wanted)));
        if (!right) return wrongExternalId(subject, found, wanted, ours, remedy);
        String other = RefusalChecks.otherCase(wanted);
        if (!other.equals(wanted)
                && ours.stream().anyMatch(entry -> trust.alone(entry, Map.of(Trust.EXTERNAL_ID, other))))
            return failed(Fault.of("check.trust.external-id.any-case", cite(ours)), remedy, ours);
        if (ours.stream().anyMatch(entry -> entry.hasWildcard(Trust.EXTERNAL_ID)))
            return failed(
                    Fault.of("check.trust.external-id.wildcard", String.join(", ", found), cite(ours)), remedy, ours);
        return Verdict.passed("check.trust.external-id.is", wanted, cite(ours));
    }

    private static Verdict wrongExternalId(
            Subject subject, Set<String> found, String wanted, List<TrustEntry> ours, Fault remedy) {
        if (found.isEmpty())
            return new Verdict.Warned(
                    Fault.of("check.trust.external-id.untold", cite(ours)), Fault.of("remedy.live-test-tells"));
        String values = String.join(", ", found);
        // Where role and webhook agree deliveries work, and a change of the role alone would end that.
        Optional<String> registered = subject.registered()
                .flatMap(Webhook::storage)
                .flatMap(StorageDestination::externalId)
                .map(ExternalId::value);
        if (registered.filter(found::contains).isPresent())
            return failed(
                    Fault.of("check.trust.external-id.settings", registered.get(), wanted),
                    Fault.of("remedy.external-id-settings", registered.get()),
                    ours);
        Optional<String> cased = found.stream().filter(wanted::equalsIgnoreCase).findFirst();
        return cased.isPresent()
                ? failed(Fault.of("check.trust.external-id.case", cased.get(), wanted), remedy, ours)
                : failed(Fault.of("check.trust.external-id.other", values, wanted), remedy, ours);
    }

    /** Without it, whoever has a Google account may assume the role. */
    private static Verdict subject(Subject subject) {
        if (!(subject.hosting() instanceof Hosting.OnGcp gcp)) return Verdict.skipped("check.refused.gcp-only");
        Trust trust = Trust.of(subject);
        List<TrustEntry> ours = trust.lettingIn();
        String wanted = gcp.serviceAccount().value();
        Fault remedy = Fault.of("remedy.trust-claim", Trust.SUBJECT, cite(ours), wanted);
        List<TrustEntry> open = ours.stream()
                .filter(entry -> trust.alone(entry, shown(gcp, Trust.SUBJECT, "1" + wanted)))
                .toList();
        if (!open.isEmpty()) return failed(Fault.of("check.trust.subject.none", cite(open)), remedy, open);
        if (values(ours, Trust.SUBJECT).isEmpty())
            return failed(Fault.of("check.trust.subject.none", cite(ours)), remedy, ours);
        return claim(trust, gcp, Trust.SUBJECT, "check.trust.subject.is", "check.trust.subject.other", remedy);
    }

    /** ThoughtSpot's own template leaves it out, so that its lack is no fault; a wrong one is. */
    private static Verdict audience(Subject subject) {
        if (!(subject.hosting() instanceof Hosting.OnGcp gcp)) return Verdict.skipped("check.refused.gcp-only");
        Trust trust = Trust.of(subject);
        List<TrustEntry> ours = trust.lettingIn();
        String wanted = gcp.serviceAccount().value();
        Fault remedy = Fault.of("remedy.trust-claim", Trust.AUDIENCE, cite(ours), wanted);
        if (anyAudience(trust, gcp) || values(ours, Trust.AUDIENCE).isEmpty())
            return new Verdict.Warned(Fault.of("check.trust.audience.none", cite(ours)), remedy);
        return claim(trust, gcp, Trust.AUDIENCE, "check.trust.audience.is", "check.trust.audience.other", remedy);
    }

    /** Whether a token of ThoughtSpot's for anyone else would do as well. */
    static boolean anyAudience(Trust trust, Hosting.OnGcp gcp) {
        Map<String, String> other = shown(gcp, Trust.AUDIENCE, "1" + gcp.serviceAccount());
        return trust.lettingIn().stream().anyMatch(entry -> trust.alone(entry, other));
    }

    private static Verdict claim(Trust trust, Hosting.OnGcp gcp, String claim, String is, String other, Fault remedy) {
        List<TrustEntry> ours = trust.lettingIn();
        String wanted = gcp.serviceAccount().value();
        Set<String> found = values(ours, claim);
        boolean right = found.contains(wanted) || ours.stream().anyMatch(entry -> trust.alone(entry, Trust.right(gcp)));
        return right
                ? Verdict.passed(is, wanted, cite(ours))
                : failed(Fault.of(other, String.join(", ", found), wanted), remedy, ours);
    }

    private static Map<String, String> shown(Hosting.OnGcp gcp, String claim, String value) {
        Map<String, String> shown = new HashMap<>(Trust.right(gcp));
        shown.put(claim, value);
        return shown;
    }

    /** Whom a company lets in besides is its own affair, and worth a look; letting in everyone is not. */
    private static Verdict others(Subject subject) {
        Trust trust = Trust.of(subject);
        List<TrustEntry> everyone = trust.entries().stream()
                .filter(entry -> entry.names(Kind.EVERYONE))
                .toList();
        List<TrustEntry> open = everyone.stream()
                .filter(entry ->
                        entry.statement().conditions().isEmpty() || trust.alone(entry, RefusalChecks.stranger(trust)))
                .toList();
        if (!open.isEmpty())
            return failed(
                    Fault.of("check.trust.others.everyone", cite(open)),
                    Fault.of("remedy.trust-everyone", cite(open)),
                    open);
        if (!everyone.isEmpty()) {
            Fault evidence = Fault.of("check.trust.others.conditions", cite(everyone));
            Fault remedy = Fault.of("remedy.trust-others", cite(everyone));
            // An external ID is no secret: whoever learns of it is let in from any account.
            return trust.judge(RefusalChecks.stranger(trust), Trust.right(trust.hosting()))
                            .allowed()
                    ? failed(evidence, remedy, everyone)
                    : new Verdict.Warned(evidence, remedy);
        }
        List<TrustEntry> others = trust.entries().stream()
                .filter(entry -> entry.names(Kind.SOMEBODY))
                .toList();
        if (others.isEmpty()) return Verdict.passed("check.trust.others.none");
        return new Verdict.Warned(
                Fault.of("check.trust.others.some", names(others, Kind.SOMEBODY), cite(others)),
                Fault.of("remedy.trust-others", cite(others)));
    }

    private static Verdict deleted(Subject subject) {
        List<TrustEntry> found = Trust.of(subject).entries().stream()
                .filter(entry -> entry.names(Kind.DELETED))
                .toList();
        return found.isEmpty()
                ? Verdict.passed("check.trust.deleted.none")
                : new Verdict.Warned(
                        Fault.of("check.trust.deleted.some", names(found, Kind.DELETED), cite(found)),
                        Fault.of("remedy.trust-deleted", names(found, Kind.DELETED), cite(found)));
    }

    /** The whole document, its refusals and conditions included. */
    private static Verdict assumable(Subject subject) {
        Judged judged = Trust.of(subject).judge(Trust.right(subject.hosting()));
        return switch (judged.verdict()) {
            case ALLOWED -> Verdict.passed("check.role.assumable.yes", judged.statement());
            case UNKNOWN ->
                new Verdict.Warned(
                        Fault.of("check.role.assumable.unknown", judged.why()), Fault.of("remedy.live-test-tells"));
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY ->
                new Verdict.Failed(
                        Fault.of("check.role.assumable.no", judged.why()),
                        subject.remedyOfRole("remedy.plan"),
                        judged.quoted());
        };
    }

    private static Verdict failed(Fault evidence, Fault remedy, List<TrustEntry> entries) {
        String quoted =
                entries.stream().map(entry -> Judged.quote(entry.statement())).collect(Collectors.joining(" "));
        return new Verdict.Failed(evidence, remedy, quoted);
    }

    private static String cite(List<TrustEntry> entries) {
        return entries.stream().map(TrustEntry::cite).collect(Collectors.joining(", "));
    }

    private static Set<String> values(List<TrustEntry> entries, String key) {
        return entries.stream()
                .flatMap(entry -> entry.values(key).stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static String names(List<TrustEntry> entries, Kind kind) {
        return names(entries, Set.of(kind, Kind.EVERYONE));
    }

    private static String names(List<TrustEntry> entries, Set<Kind> kinds) {
        return entries.stream()
                .flatMap(entry -> entry.whom().stream())
                .filter(whom -> kinds.contains(whom.kind()))
                .map(TrustEntry.Whom::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
