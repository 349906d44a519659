package io.spotdock.domain.policy;

import io.spotdock.domain.Arn;
import io.spotdock.domain.policy.Requester.Anonymous;
import io.spotdock.domain.policy.Requester.FederatedUser;
import io.spotdock.domain.policy.Requester.Member;
import io.spotdock.domain.policy.Requester.Outside;
import io.spotdock.domain.policy.Requester.Role;
import io.spotdock.domain.policy.Requester.Root;
import io.spotdock.domain.policy.Requester.Session;
import io.spotdock.domain.policy.Requester.User;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Principals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a {@code Principal} or {@code NotPrincipal} names a requester, and by what (IAM User Guide, "AWS JSON policy
 * elements: Principal" and "… NotPrincipal").
 *
 * @param bounded whether the requester has a permissions boundary
 */
record PrincipalRule(Requester requester, Optional<String> owner, boolean bounded) {
    /** By what a statement names the requester; it decides whether other policies still limit what is granted. */
    enum By {
        /** The user, the session, or an outsider: nothing but an explicit deny limits the grant. */
        ITSELF,
        /** The role behind a session: boundary and session policy limit the grant. */
        ROLE,
        /** The account: its own policies must grant too. */
        ACCOUNT,
        /** {@code *}: as {@link #ITSELF}. */
        EVERYONE
    }

    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z0-9]{3}[A-Z0-9]{12,124}");

    /** Under what names, and how surely, the principals name the requester. */
    Map<By, Match> names(Principals principals, Effect effect) {
        Map<By, Match> found = listed(principals);
        return principals.negated()
                ? Map.of(
                        By.EVERYONE,
                        exempt(found, bounded && effect == Effect.DENY).not())
                : found;
    }

    private Map<By, Match> listed(Principals principals) {
        Map<By, Match> found = new EnumMap<>(By.class);
        principals
                .byType()
                .forEach((type, values) -> values.forEach(
                        value -> listed(type, value).forEach((by, match) -> found.merge(by, match, Match::or))));
        return found;
    }

    private Map<By, Match> listed(String type, String value) {
        return switch (type) {
            case "*" -> Map.of(By.EVERYONE, Match.YES);
            case "AWS" -> value.equals("*") ? Map.of(By.EVERYONE, Match.YES) : aws(value);
            case "Federated" -> Map.of(By.ITSELF, federated(value));
            case "Service" ->
                Map.of(
                        By.ITSELF,
                        Match.of(requester instanceof Outside o && o.name().equals(value)));
            case "CanonicalUser" ->
                requester instanceof Member
                        ? Map.of(By.ACCOUNT, Match.unknown("a CanonicalUser, whose account can't be told"))
                        : Map.of();
            default -> Map.of(By.ITSELF, Match.unknown("a principal of type " + type));
        };
    }

    private Map<By, Match> aws(String value) {
        if (!(requester instanceof Member member)) return Map.of();
        Arn self = member.arn();
        if (Requester.ACCOUNT.matcher(value).matches())
            return Map.of(By.ACCOUNT, Match.of(value.equals(self.account())));
        if (value.equals(self.toString())) return Map.of(by(member), Match.YES);
        // What a deleted user or role leaves behind in a stored policy; it matches nobody any more.
        if (UNIQUE_ID.matcher(value).matches()) return Map.of();
        Optional<Arn> arn = Arn.parse(value);
        if (arn.isEmpty()) return Map.of(By.ITSELF, Match.unknown("a principal that is neither ARN nor account"));
        if (value.contains("*") || value.contains("?")) return wildcard(member, value);
        if (!arn.get().partition().equals(self.partition())
                || !arn.get().account().equals(self.account())) return Map.of();
        return sameAccount(member, arn.get());
    }

    private Map<By, Match> sameAccount(Member member, Arn named) {
        boolean role = named.service().equals("iam") && named.resource().startsWith("role/");
        boolean session = named.service().equals("sts") && named.resource().startsWith("assumed-role/");
        boolean user = named.service().equals("iam") && named.resource().startsWith("user/");
        if (named.service().equals("iam") && named.resource().equals("root")) return Map.of(By.ACCOUNT, Match.YES);
        return switch (member) {
            case Session s
            when role -> Map.of(By.ROLE, Match.of(Requester.lastOf(named).equals(s.role())));
            case Role r
            when session && named.resource().startsWith("assumed-role/" + r.name() + "/") ->
                Map.of(By.ITSELF, Match.unknown("which session of the role asks"));
            case FederatedUser _ when user -> Map.of(By.ROLE, Match.unknown("which user federated the session"));
            case Session _, Role _, FederatedUser _, User _, Root _ -> Map.of();
        };
    }

    private static By by(Member member) {
        return switch (member) {
            case Role _ -> By.ROLE;
            case Root _ -> By.ACCOUNT;
            case Session _, User _, FederatedUser _ -> By.ITSELF;
        };
    }

    /** AWS takes no wildcard for a part of a principal, so what such a statement does can't be told. */
    private static Map<By, Match> wildcard(Member member, String value) {
        Glob glob = Glob.pattern(value);
        boolean near = glob.matches(member.arn().toString())
                || member instanceof Session s && glob.matches(roleArn(s))
                || glob.matches("arn:" + member.arn().partition() + ":iam::"
                        + member.arn().account() + ":root");
        return near ? Map.of(By.ITSELF, Match.unknown("a wildcard inside a principal")) : Map.of();
    }

    private static String roleArn(Session session) {
        return "arn:" + session.arn().partition() + ":iam::" + session.arn().account() + ":role/" + session.role();
    }

    /**
     * A provider by ARN or by host. AWS has some providers built in, so a token vouched for by an account's own
     * provider of such a host also meets a statement that names the host; the other way round it hangs on whether the
     * account has that provider.
     */
    private Match federated(String value) {
        if (!(requester instanceof Outside outside)) return Match.NO;
        if (outside.name().equals(value)) return Match.YES;
        if (value.contains("*")) return Match.unknown("a wildcard inside a principal");
        if (outside.name().equals(hostOf(value)) && ownAccount(value))
            return Match.unknown("whether the account has the identity provider its policy names");
        return Match.of(value.equals(hostOf(outside.name())) && ownAccount(outside.name()));
    }

    private static String hostOf(String provider) {
        return Arn.parse(provider)
                .map(Arn::resource)
                .filter(resource -> resource.startsWith("oidc-provider/"))
                .map(resource -> resource.substring("oidc-provider/".length()))
                .orElse("");
    }

    private boolean ownAccount(String provider) {
        return Arn.parse(provider).map(Arn::account).equals(owner);
    }

    /**
     * Whether {@code NotPrincipal} lets the requester be. AWS may look at the account and the role too, so it is sure
     * only where all of them are listed; and a requester with a boundary is never exempt from a deny.
     */
    private Match exempt(Map<By, Match> found, boolean never) {
        Match everyone = found.getOrDefault(By.EVERYONE, Match.NO);
        Match itself = found.getOrDefault(By.ITSELF, Match.NO);
        Match role = found.getOrDefault(By.ROLE, Match.NO);
        Match account = found.getOrDefault(By.ACCOUNT, Match.NO);
        return switch (requester) {
            case Anonymous _ -> everyone;
            case Outside _ -> itself.or(everyone);
            case Root _ -> account.or(everyone);
            case Member _ when never -> Match.NO;
            case Role _ -> everyone.or(listed(role, List.of(account)));
            case Session _ -> everyone.or(listed(itself.or(role), List.of(itself, role, account)));
            case User _, FederatedUser _ -> everyone.or(listed(itself, List.of(account)));
        };
    }

    private static Match listed(Match own, List<Match> needed) {
        if (own.isNo()) return Match.NO;
        Match all = Match.all(needed, m -> m).and(own);
        return all.isNo() ? Match.unknown("a NotPrincipal that does not list account and role too") : all;
    }
}
