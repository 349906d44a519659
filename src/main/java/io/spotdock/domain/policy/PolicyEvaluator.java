package io.spotdock.domain.policy;

import io.spotdock.domain.Arn;
import io.spotdock.domain.policy.Decision.Verdict;
import io.spotdock.domain.policy.PrincipalRule.By;
import io.spotdock.domain.policy.Requester.Anonymous;
import io.spotdock.domain.policy.Requester.FederatedUser;
import io.spotdock.domain.policy.Requester.Member;
import io.spotdock.domain.policy.Requester.Outside;
import io.spotdock.domain.policy.Requester.Root;
import io.spotdock.domain.policy.Statement.Effect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says who may do what (IAM User Guide, "Policy evaluation logic"): an explicit deny wins; in one account an allow of
 * the caller's or of the resource's policies is enough; between accounts both must allow. SCPs and RCPs are not known
 * here. Where the answer hangs on something that can't be judged, it is unknown.
 */
public final class PolicyEvaluator {
    /** Nobody signs these, so no identity policy bears on them (STS API Reference). */
    private static final Set<String> UNSIGNED = Set.of("sts:assumerolewithwebidentity", "sts:assumerolewithsaml");

    public Decision decide(AccessRequest request, PolicySet policies) {
        Optional<String> flaw = request.flaw();
        Optional<Requester> requester = Requester.of(request.principal());
        if (flaw.isPresent() || requester.isEmpty())
            return new Decision(Verdict.UNKNOWN, List.of(), "The request can't be judged: " + flaw.orElse("principal"));
        boolean unsigned = UNSIGNED.contains(request.action().toLowerCase(Locale.ROOT));
        PolicySet bearing = unsigned || !(requester.get() instanceof Member)
                ? new PolicySet(List.of(), policies.resource(), Optional.empty(), Optional.empty())
                : policies;
        RequestJudge judge = new RequestJudge(request);
        PrincipalRule rule = new PrincipalRule(
                requester.get(), request.owner(), bearing.boundary().isPresent());

        Evidence denied = Stream.concat(
                        Stream.concat(
                                        bearing.identity().stream(),
                                        Stream.concat(bearing.boundary().stream(), bearing.session().stream()))
                                .map(policy -> judge.identity(policy, Effect.DENY)),
                        bearing.resource().stream().map(policy -> any(judge.resource(policy, Effect.DENY, rule))))
                .reduce(Evidence.NONE, Evidence::or);
        Grants grants = new Grants(request, requester.get(), bearing, judge, rule);
        Evidence allowed = unsigned ? grants.byResource() : grants.evidence();
        return switch (denied.match().answer()) {
            case YES -> new Decision(Verdict.DENIED_EXPLICITLY, denied.by(), Sentences.denied(denied.by()));
            case UNKNOWN ->
                new Decision(Verdict.UNKNOWN, denied.by(), Sentences.maybeDenied(denied.match(), allowed.match()));
            case NO ->
                switch (allowed.match().answer()) {
                    case YES -> new Decision(Verdict.ALLOWED, allowed.by(), Sentences.allowed(allowed.by()));
                    case NO -> new Decision(Verdict.DENIED_IMPLICITLY, List.of(), grants.shortfall());
                    case UNKNOWN ->
                        new Decision(Verdict.UNKNOWN, allowed.by(), Sentences.maybeAllowed(allowed.match()));
                };
        };
    }

    private static Evidence any(Map<By, Evidence> found) {
        return found.values().stream().reduce(Evidence.NONE, Evidence::or);
    }

    /** What is allowed to one request, nothing being denied. */
    private static final class Grants {
        private final AccessRequest request;
        private final Requester requester;
        private final PolicySet policies;
        private final Evidence identity;
        private final Evidence limit;
        private final Map<By, Evidence> resource;

        Grants(AccessRequest request, Requester requester, PolicySet policies, RequestJudge judge, PrincipalRule rule) {
            this.request = request;
            this.requester = requester;
            this.policies = policies;
            // The root user needs no policy in its own account.
            Evidence own = policies.identity().stream()
                    .map(policy -> judge.identity(policy, Effect.ALLOW))
                    .reduce(Evidence.NONE, Evidence::or);
            this.identity = requester instanceof Root ? Evidence.GIVEN : own;
            Evidence boundary = policies.boundary()
                    .map(p -> judge.identity(p, Effect.ALLOW))
                    .orElse(Evidence.GIVEN);
            // A federated user's session without a policy of its own has no rights.
            Evidence session = policies.session()
                    .map(p -> judge.identity(p, Effect.ALLOW))
                    .orElse(requester instanceof FederatedUser ? Evidence.NONE : Evidence.GIVEN);
            this.limit = boundary.and(session);
            this.resource = policies.resource()
                    .map(p -> judge.resource(p, Effect.ALLOW, rule))
                    .orElse(Map.of());
        }

        Evidence byResource() {
            return any(resource);
        }

        Evidence evidence() {
            return switch (requester) {
                case Anonymous _, Outside _ -> byResource();
                case Member member -> {
                    Optional<Arn> arn = Arn.parse(request.resource());
                    if (arn.isPresent()
                            && !arn.get().partition().equals(member.arn().partition())) yield Evidence.NONE;
                    Optional<String> owner = request.owner();
                    if (owner.isPresent())
                        yield owner.get().equals(member.arn().account()) ? sameAccount() : crossAccount();
                    yield unknownOwner();
                }
            };
        }

        private Evidence sameAccount() {
            Evidence own = identity.and(limit);
            if (resourceMustAllow()) own = own.and(byResource());
            return own.or(granted(By.ITSELF))
                    .or(granted(By.EVERYONE))
                    .or(granted(By.ROLE).and(limit));
        }

        private Evidence crossAccount() {
            return identity.and(limit).and(byResource());
        }

        /** Sure only where it makes no difference whose the resource is. */
        private Evidence unknownOwner() {
            Evidence same = sameAccount();
            Evidence cross = crossAccount();
            if (same.match().isNo() || cross.match().isYes()) return cross;
            return new Evidence(
                    Match.unknown("whose the resource is, which neither its ARN nor the request says"), same.by());
        }

        /** Trust and key policies must allow, too (IAM User Guide); a key policy not given is taken to leave it to the account. */
        private boolean resourceMustAllow() {
            String service = request.action().toLowerCase(Locale.ROOT);
            return service.startsWith("sts:") && request.resource().contains(":role/")
                    || service.startsWith("kms:") && policies.resource().isPresent();
        }

        private Evidence granted(By by) {
            return resource.getOrDefault(by, Evidence.NONE);
        }

        String shortfall() {
            if (!(requester instanceof Member member)) return "No statement of the resource's policy allows it.";
            Optional<Arn> arn = Arn.parse(request.resource());
            if (arn.isPresent() && !arn.get().partition().equals(member.arn().partition()))
                return "The caller's partition " + member.arn().partition() + " can't reach into "
                        + arn.get().partition() + ".";
            boolean byIdentity = identity.match().isYes();
            boolean byResource = byResource().match().isYes();
            if (!byIdentity && !byResource) return "No statement allows it.";
            if (byIdentity && limit.match().isNo())
                return "The caller's policies allow it, but its permissions boundary or session policy does not.";
            if (byIdentity) return "The caller's policies allow it, but the resource's policy does not.";
            if (limit.match().isNo() && granted(By.ROLE).match().isYes())
                return "The resource's policy allows it to the role, but the permissions boundary or session policy does not.";
            return "The resource's policy leaves it to the caller's account, and no policy of the caller allows it.";
        }
    }
}
