package io.spotdock.check;

import io.spotdock.check.RightsSought.Right;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.plan.Wanted;
import io.spotdock.port.Permissions;
import io.spotdock.port.Permissions.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What the operator may do of what setting up needs, as AWS simulates it: evidence, not proof. */
public final class OperatorRights {
    private final Caller caller;
    private final Permissions permissions;
    private boolean silent;

    private OperatorRights(Caller caller, Permissions permissions) {
        this.caller = caller;
        this.permissions = permissions;
        // AWS does not simulate the root user.
        silent = isRoot(caller);
    }

    public static List<CheckResult> look(
            Wanted wanted, Caller caller, Permissions permissions, Consumer<CheckResult> heard) {
        return look(RightsSought.of(wanted), caller, permissions, heard);
    }

    /**
     * Asks once for each resource.
     *
     * @param heard gets each answer as soon as it is there
     */
    public static List<CheckResult> look(
            RightsSought sought, Caller caller, Permissions permissions, Consumer<CheckResult> heard) {
        OperatorRights rights = new OperatorRights(caller, permissions);
        Map<String, List<Right>> byResource = new LinkedHashMap<>();
        sought.rights()
                .forEach(right -> byResource
                        .computeIfAbsent(right.resource(), _ -> new ArrayList<>())
                        .add(right));
        List<CheckResult> results = new ArrayList<>();
        byResource.forEach((resource, needed) -> {
            Map<String, Answer> answers = rights.ask(resource, needed);
            for (Right right : needed) {
                CheckResult result = rights.result(right, answers);
                results.add(result);
                heard.accept(result);
            }
        });
        return results;
    }

    private CheckResult result(Right right, Map<String, Answer> answers) {
        Check check = Check.of(right.id(), CheckGroup.ACCOUNT, Strength.OBSERVED, _ -> verdict(right, answers));
        return CheckResult.of(check, verdict(right, answers));
    }

    private Verdict verdict(Right right, Map<String, Answer> answers) {
        if (isRoot(caller)) return Verdict.passed("check.may.root");
        List<String> denied = right.actions().stream()
                .filter(action -> answers.get(action) == Answer.DENIED)
                .toList();
        if (!denied.isEmpty())
            return right.ofNamed()
                    ? Verdict.failed(
                            Fault.of("check.may.no", caller.arn(), String.join(", ", denied)),
                            Fault.of("remedy.ask-rights"))
                    : Verdict.skipped("check.may.not-any");
        return answers.keySet().containsAll(right.actions())
                ? Verdict.passed("check.may.yes", String.join(", ", right.actions()))
                : Verdict.skipped("check.may.not-said");
    }

    private static boolean isRoot(Caller caller) {
        return caller.arn().endsWith(":root");
    }

    /** Nothing when AWS does not say because the operator may not simulate; then it is not asked again. */
    private Map<String, Answer> ask(String resource, List<Right> needed) {
        if (silent) return Map.of();
        Set<String> actions = new TreeSet<>();
        needed.forEach(right -> actions.addAll(right.actions()));
        try {
            return permissions.simulate(caller.arn(), Map.of(resource, actions));
        } catch (FailureException e) {
            silent = meansNothingSaid(e.failure());
            if (!silent) throw e;
            return Map.of();
        }
    }

    private static boolean meansNothingSaid(Failure failure) {
        return switch (failure) {
            case Failure.Denied _, Failure.Missing _, Failure.Invalid _ -> true;
            case Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.Expired _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> false;
        };
    }
}
