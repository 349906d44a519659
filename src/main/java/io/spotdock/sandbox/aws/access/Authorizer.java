package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.Decision.Verdict;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.state.Tracked;
import io.spotdock.sandbox.aws.state.Tracked.Sight;
import io.spotdock.sandbox.aws.state.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decides each request by the evaluator of {@code domain.policy}; what that can't judge is refused. */
public final class Authorizer {
    /**
     * A decision with what AWS says about it.
     *
     * @param because empty when allowed, else the end of AWS's sentence
     */
    public record Answer(boolean allowed, String because) {
        /** Nothing forbids it either, so that something besides policies may still allow it. */
        public boolean silent() {
            return !allowed && !because.contains("explicit deny");
        }
    }

    private final World world;
    private final Bearing bearing;
    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    public Authorizer(World world) {
        this.world = world;
        this.bearing = new Bearing(world);
    }

    public Call call(Request request, Caller caller, String region) {
        return new Call(request, caller, region, ContextKeys.of(world, request, caller, region));
    }

    /** Whether the caller may act, by its own policies alone. */
    public Answer ask(Call call, String action, String resource, AccountId owner, Map<String, List<String>> extra) {
        return ask(call, action, resource, owner, extra, _ -> Optional.empty(), List.of());
    }

    /**
     * Whether the caller may act.
     *
     * @param policy the resource's, as seen
     * @param tracked what the resource's policy hangs on and IAM spreads late
     */
    public Answer ask(
            Call call,
            String action,
            String resource,
            AccountId owner,
            Map<String, List<String>> extra,
            Function<Sight, Optional<String>> policy,
            List<Tracked<?>> tracked) {
        Map<String, List<String>> context = new HashMap<>(call.context());
        context.put("aws:ResourceAccount", List.of(owner.value()));
        context.putAll(extra);
        AccessRequest request =
                new AccessRequest(call.caller().arn(), action, resource, Optional.of(owner.value()), context);
        Decision now = decide(call, request, policy, Sight.NOW);
        List<Tracked<?>> late = late(call, tracked);
        if (late.isEmpty()) return answer(call, request, policy, Sight.NOW, now);
        Decision seen = decide(call, request, policy, Sight.SEEN);
        if (seen.allowed() != now.allowed()) late.forEach(Tracked::missed);
        return answer(call, request, policy, Sight.SEEN, seen);
    }

    private List<Tracked<?>> late(Call call, List<Tracked<?>> tracked) {
        Instant now = world.now();
        List<Tracked<?>> all = new ArrayList<>(tracked);
        call.caller().identity().ifPresent(identity -> all.add(identity.grants()));
        return all.stream().filter(t -> t.isPending(now)).distinct().toList();
    }

    private Decision decide(Call call, AccessRequest request, Function<Sight, Optional<String>> policy, Sight sight) {
        Optional<PolicySet.Named> organisation = bearing.organisation(call.caller());
        if (organisation.isPresent()) {
            Decision above = evaluator.decide(
                    request,
                    new PolicySet(List.of(organisation.get()), Optional.empty(), Optional.empty(), Optional.empty()));
            if (above.verdict() == Verdict.DENIED_EXPLICITLY) return above;
        }
        return evaluator.decide(request, bearing.of(call.caller(), policy.apply(sight), sight));
    }

    private Answer answer(
            Call call,
            AccessRequest request,
            Function<Sight, Optional<String>> policy,
            Sight sight,
            Decision decision) {
        if (decision.allowed()) return new Answer(true, "");
        PolicySet set = bearing.of(call.caller(), policy.apply(sight), sight);
        return new Answer(false, new DenialText(evaluator, request, set, decision).because());
    }
}
