package io.spotdock.check;

import io.spotdock.domain.Arn;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.plan.Observed.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A role's trust policy, read for whom it lets in and on what condition.
 *
 * @param provider Google's ARN as identity provider of the role's account, whether or not it is there
 * @param vouching what vouches for a token of Google's: that provider where there is one, else AWS itself
 */
record Trust(PolicyDocument document, String role, Hosting hosting, String provider, String vouching) {
    private static final String TRUST = "trust policy";

    private static final List<String> ASSUMING =
            List.of("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML");

    /** What a deleted user or role leaves behind in a stored policy (IAM User Guide, "IAM identifiers"). */
    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z0-9]{3}[A-Z0-9]{12,124}");

    private static final Set<String> UNTOLD = union(
            Deliveries.UNTOLD, "aws:PrincipalArn", "aws:PrincipalType", "sts:RoleSessionName", "sts:DurationSeconds");

    static Trust of(Subject subject) {
        String own = IdentityProvider.arn(
                subject.wanted().partition(), subject.wanted().settings().aws().accountId());
        boolean there = subject.observed().identityProvider().isPresent()
                || subject.observed().unseen().hides(Part.IDENTITY_PROVIDER)
                        && subject.wanted().identityProvider().isPresent();
        return new Trust(
                // What a self-test forgot is said by a check of its own.
                SelfTestStatement.without(subject.roleSight().trust()),
                subject.roleSight().role().arn().toString(),
                subject.hosting(),
                own,
                there ? own : GoogleProvider.HOST);
    }

    /** The statements that let somebody in; one that only lets tags be passed lets nobody in. */
    List<TrustEntry> entries() {
        List<TrustEntry> entries = new ArrayList<>();
        for (int i = 0; i < document.statements().size(); i++) {
            Statement statement = document.statements().get(i);
            boolean lets =
                    statement.effect() == Effect.ALLOW && ASSUMING.stream().anyMatch(statement.actions()::coversAction);
            if (lets)
                entries.add(new TrustEntry(
                        i, statement, statement.principals().map(this::whom).orElse(List.of())));
        }
        return entries;
    }

    private List<TrustEntry.Whom> whom(Principals principals) {
        if (principals.negated()) return List.of(new TrustEntry.Whom(TrustEntry.Kind.EVERYONE, "NotPrincipal"));
        return principals.byType().entrySet().stream()
                .flatMap(type ->
                        type.getValue().stream().map(value -> new TrustEntry.Whom(kind(type.getKey(), value), value)))
                .toList();
    }

    private TrustEntry.Kind kind(String type, String value) {
        if (value.equals("*")) return TrustEntry.Kind.EVERYONE;
        if (type.equals("AWS") && isUniqueId(value)) return TrustEntry.Kind.DELETED;
        boolean ours = switch (hosting) {
            case Hosting.OnAws aws ->
                type.equals("AWS")
                        && Arn.parse(value)
                                .map(Arn::account)
                                .orElse(value)
                                .equals(aws.account().value());
            case Hosting.OnGcp _ ->
                type.equals("Federated") && (value.equals(GoogleProvider.HOST) || value.equals(provider));
        };
        return ours ? TrustEntry.Kind.THOUGHTSPOT : TrustEntry.Kind.SOMEBODY;
    }

    /** The statements that let ThoughtSpot in, by its name or as anyone. */
    List<TrustEntry> lettingIn() {
        List<TrustEntry> able =
                entries().stream().filter(entry -> entry.covers(action())).toList();
        List<TrustEntry> named = able.stream()
                .filter(entry -> entry.names(TrustEntry.Kind.THOUGHTSPOT))
                .toList();
        return named.isEmpty()
                ? able.stream()
                        .filter(entry -> entry.names(TrustEntry.Kind.EVERYONE))
                        .toList()
                : named;
    }

    /** Whether it names Google as AWS knows it, so that the account needs no provider of its own. */
    boolean namesGoogleItself() {
        return entries().stream()
                .flatMap(entry -> entry.whom().stream())
                .anyMatch(whom -> whom.name().equals(GoogleProvider.HOST));
    }

    /** ThoughtSpot's call, with what it shows; the whole document decides. */
    Judged judge(Map<String, String> shows) {
        return judge(document, caller(), shows);
    }

    /** Whether one statement alone would let ThoughtSpot in. */
    boolean alone(TrustEntry entry, Map<String, String> shows) {
        return judge(PolicyDocument.of(entry.statement()), caller(), shows).allowed();
    }

    /** Whether one statement alone would let in a caller from an AWS account who shows nothing. */
    boolean alone(TrustEntry entry, String account) {
        return judge(PolicyDocument.of(entry.statement()), stranger(account), Map.of())
                .allowed();
    }

    /** A call from another AWS account. */
    Judged judge(String account, Map<String, String> shows) {
        return judge(document, stranger(account), shows);
    }

    /** The account that the role is in. */
    String account() {
        return Arn.parse(role).map(Arn::account).orElseThrow();
    }

    private String stranger(String account) {
        return role.substring(0, role.indexOf(":iam:")) + ":sts::" + account + ":assumed-role/delivery/webhook";
    }

    private String action() {
        return switch (hosting) {
            case Hosting.OnAws _ -> "sts:AssumeRole";
            case Hosting.OnGcp _ -> "sts:AssumeRoleWithWebIdentity";
        };
    }

    /** Nobody knows ThoughtSpot's own role: where the policy names one of its account, it is taken for that. */
    private String caller() {
        return switch (hosting) {
            case Hosting.OnGcp _ -> vouching;
            case Hosting.OnAws aws -> {
                List<String> named = entries().stream()
                        .flatMap(entry -> entry.whom().stream())
                        .filter(whom -> whom.kind() == TrustEntry.Kind.THOUGHTSPOT)
                        .map(TrustEntry.Whom::name)
                        .toList();
                boolean anyOfIt = named.isEmpty() || named.stream().anyMatch(Trust::isAccount);
                yield anyOfIt
                        ? stranger(aws.account().value())
                        : session(aws.account().value(), named.getFirst());
            }
        };
    }

    /** Whether it is what AWS puts in the place of somebody who was deleted. */
    static boolean isUniqueId(String principal) {
        return UNIQUE_ID.matcher(principal).matches();
    }

    private static boolean isAccount(String principal) {
        return Arn.parse(principal).map(arn -> arn.resource().equals("root")).orElse(true);
    }

    private String session(String account, String named) {
        String resource = Arn.parse(named).map(Arn::resource).orElse("");
        if (!resource.startsWith("role/")) return named;
        String start = role.substring(0, role.indexOf(":iam:"));
        return start + ":sts::" + account + ":assumed-role/" + resource.substring(resource.lastIndexOf('/') + 1)
                + "/webhook";
    }

    private Judged judge(PolicyDocument trust, String caller, Map<String, String> shows) {
        Map<String, List<String>> context = new TreeMap<>();
        shows.forEach((key, value) -> context.put(key, List.of(value)));
        context.put("aws:SecureTransport", List.of("true"));
        context.put("aws:MultiFactorAuthPresent", List.of("false"));
        Arn.parse(caller)
                .filter(arn -> arn.service().equals("sts"))
                .ifPresent(arn -> context.put("aws:PrincipalAccount", List.of(arn.account())));
        boolean signed = !caller.equals(GoogleProvider.HOST) && !caller.equals(provider);
        AccessRequest request = new AccessRequest(
                caller,
                signed ? "sts:AssumeRole" : "sts:AssumeRoleWithWebIdentity",
                role,
                Optional.of(account()),
                context,
                UNTOLD);
        // The caller's own policies are its affair: taken to allow what it does.
        List<Named> identity = signed ? List.of(new Named("the caller's own policy", allowAssume())) : List.of();
        PolicySet policies =
                new PolicySet(identity, Optional.of(new Named(TRUST, trust)), Optional.empty(), Optional.empty());
        Decision decision = new PolicyEvaluator().decide(request, policies);
        List<Decision.Decider> ofTrust =
                decision.by().stream().filter(by -> by.policy().equals(TRUST)).toList();
        return new Judged(new Decision(decision.verdict(), ofTrust, decision.why()), policies);
    }

    private static PolicyDocument allowAssume() {
        return PolicyDocument.of(new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.empty(),
                Matched.any("sts:AssumeRole"),
                Optional.of(Matched.any("*")),
                Map.of()));
    }

    /** What ThoughtSpot shows when all is right. */
    static Map<String, String> right(Hosting hosting) {
        return switch (hosting) {
            case Hosting.OnAws aws -> Map.of(EXTERNAL_ID, aws.externalId().value());
            case Hosting.OnGcp gcp ->
                Map.of(
                        SUBJECT, gcp.serviceAccount().value(),
                        AUDIENCE, gcp.serviceAccount().value());
        };
    }

    static final String EXTERNAL_ID = "sts:ExternalId";
    static final String SUBJECT = GoogleProvider.HOST + ":sub";
    static final String AUDIENCE = GoogleProvider.HOST + ":aud";

    private static Set<String> union(Set<String> set, String... more) {
        Set<String> all = new TreeSet<>(set);
        Stream.of(more).forEach(all::add);
        return Set.copyOf(all);
    }
}
