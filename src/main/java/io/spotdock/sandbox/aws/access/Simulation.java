package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question put to policies without a request (IAM User Guide, "IAM policy testing with the IAM policy simulator"). */
public final class Simulation {
    /** A statement that decided. */
    public record Matched(String policy, String type) {}

    /** @param decision {@code allowed}, {@code explicitDeny} or {@code implicitDeny} */
    public record Result(
            String action,
            String resource,
            String decision,
            List<Matched> statements,
            Optional<Boolean> allowedByBoundary) {}

    private final PolicyEvaluator evaluator = new PolicyEvaluator();
    private final List<Named> identity;
    private final Optional<Named> boundary;

    private Simulation(List<Named> identity, Optional<Named> boundary) {
        this.identity = identity;
        this.boundary = boundary;
    }

    public static Simulation empty() {
        return new Simulation(List.of(), Optional.empty());
    }

    public static Simulation of(World world, Account account, Grants grants) {
        Bearing bearing = new Bearing(world);
        return new Simulation(bearing.identity(account, grants), bearing.boundary(account, grants));
    }

    /** Adds documents as identity policies. */
    public Simulation with(List<String> documents) {
        List<Named> all = new ArrayList<>(identity);
        for (int i = 0; i < documents.size(); i++)
            all.add(Bearing.named(Bearing.IDENTITY + "PolicyInputList." + (i + 1), documents.get(i)));
        return new Simulation(all, boundary);
    }

    public Simulation boundedBy(List<String> documents) {
        return documents.isEmpty()
                ? this
                : new Simulation(
                        identity, Optional.of(Bearing.named(Bearing.BOUNDARY + "input", documents.getFirst())));
    }

    /** Adds what the faults deny to the administrator. */
    public Simulation denied(World world, Identity source) {
        List<Named> all = new ArrayList<>(identity);
        new Bearing(world).denying(source).ifPresent(all::add);
        return new Simulation(all, boundary);
    }

    public Result ask(
            String caller,
            String action,
            String resource,
            String owner,
            Optional<String> resourcePolicy,
            Map<String, List<String>> context) {
        PolicySet policies = new PolicySet(
                identity,
                resourcePolicy.map(text -> Bearing.named(Bearing.RESOURCE, text)),
                boundary,
                Optional.empty());
        AccessRequest request = new AccessRequest(caller, action, resource, Optional.of(owner), context);
        Decision decision = evaluator.decide(request, policies);
        Optional<Boolean> within = boundary.map(named -> evaluator
                .decide(request, new PolicySet(List.of(named), Optional.empty(), Optional.empty(), Optional.empty()))
                .allowed());
        String verdict = switch (decision.verdict()) {
            case ALLOWED -> "allowed";
            case DENIED_EXPLICITLY -> "explicitDeny";
            case DENIED_IMPLICITLY, UNKNOWN -> "implicitDeny";
        };
        List<Matched> matched = decision.by().stream()
                .map(by -> new Matched(
                        by.policy().substring(by.policy().indexOf("policy ") + "policy ".length()),
                        by.policy().startsWith(Bearing.RESOURCE) ? "Resource Policy" : "IAM Policy"))
                .toList();
        return new Result(action, resource, verdict, matched, within);
    }

    /** The condition keys that the identity policies test. */
    public List<String> contextKeys() {
        return identity.stream()
                .flatMap(named -> named.document().statements().stream())
                .flatMap(statement -> statement.conditions().values().stream())
                .flatMap(keys -> keys.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
