package io.spotdock.check;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.plan.Wanted;
import io.spotdock.port.Permissions;
import io.spotdock.port.Permissions.Answer;
import io.spotdock.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the operator may do of what setting up needs, as AWS simulates it: evidence, not proof. */
public final class OperatorRights {
    private OperatorRights() {}

    /**
     * Something the operator needs.
     *
     * @param id {@code may.…}; {@code check.ID} is its name in the text bundle
     */
    private record Need(String id, String resource, Set<String> actions) {}

    /** Asks once for everything, and answers by need. */
    public static List<CheckResult> look(Wanted wanted, Caller caller, Permissions permissions) {
        List<Need> needs = needs(wanted);
        Map<String, Set<String>> byResource = new LinkedHashMap<>();
        needs.forEach(need -> byResource
                .computeIfAbsent(need.resource(), _ -> new TreeSet<>())
                .addAll(need.actions()));
        Optional<Map<String, Answer>> answers = answers(caller, permissions, byResource);
        List<CheckResult> results = new ArrayList<>();
        for (Need need : needs) {
            Check check =
                    Check.of(need.id(), CheckGroup.ACCOUNT, Strength.OBSERVED, _ -> verdict(need, caller, answers));
            results.add(CheckResult.of(check, verdict(need, caller, answers)));
        }
        return results;
    }

    private static Verdict verdict(Need need, Caller caller, Optional<Map<String, Answer>> answers) {
        if (caller.arn().endsWith(":root")) return Verdict.passed("check.may.root");
        if (answers.isEmpty()) return Verdict.skipped("check.may.not-said");
        List<String> denied = need.actions().stream()
                .filter(action -> answers.get().get(action) == Answer.DENIED)
                .sorted()
                .toList();
        boolean all = need.actions().stream().allMatch(answers.get()::containsKey);
        if (!denied.isEmpty())
            return Verdict.failed(
                    Fault.of("check.may.no", caller.arn(), String.join(", ", denied)), Fault.of("remedy.ask-rights"));
        return all
                ? Verdict.passed("check.may.yes", String.join(", ", new TreeSet<>(need.actions())))
                : Verdict.skipped("check.may.not-said");
    }

    /** Empty when AWS does not say: the operator may not simulate, or is the root user, whom AWS does not simulate. */
    private static Optional<Map<String, Answer>> answers(
            Caller caller, Permissions permissions, Map<String, Set<String>> byResource) {
        if (caller.arn().endsWith(":root")) return Optional.empty();
        try {
            return Optional.of(permissions.simulate(caller.arn(), byResource));
        } catch (FailureException e) {
            return switch (e.failure()) {
                case Failure.Denied _, Failure.Missing _, Failure.Invalid _ -> Optional.empty();
                case Failure.AlreadyThere _,
                        Failure.Conflict _,
                        Failure.Throttled _,
                        Failure.Unreachable _,
                        Failure.Expired _,
                        Failure.NotVisibleYet _,
                        Failure.Unexpected _ -> throw e;
            };
        }
    }

    private static List<Need> needs(Wanted wanted) {
        Settings settings = wanted.settings();
        String role = wanted.role().arn().toString();
        String bucket =
                "arn:" + wanted.partition() + ":s3:::" + settings.bucket().name();
        List<Need> needs = new ArrayList<>();
        if (!settings.role().isMadeElsewhere())
            needs.addAll(List.of(
                    new Need(
                            "may.look-at-roles",
                            role,
                            Set.of("iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy")),
                    new Need("may.create-role", role, Set.of("iam:CreateRole", "iam:TagRole")),
                    new Need("may.change-trust", role, Set.of("iam:UpdateAssumeRolePolicy")),
                    new Need("may.change-permissions", role, Set.of("iam:PutRolePolicy"))));
        if (settings.bucket().create()) {
            needs.add(new Need("may.create-bucket", bucket, Set.of("s3:CreateBucket", "s3:PutBucketTagging")));
            needs.add(new Need(
                    "may.protect-bucket",
                    bucket,
                    Set.of("s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutEncryptionConfiguration")));
        }
        needs.add(new Need(
                "may.test-file",
                bucket + "/" + settings.bucket().prefix() + "spotdock-test",
                Set.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject")));
        wanted.identityProvider()
                .filter(_ -> !settings.role().isMadeElsewhere())
                .ifPresent(provider -> needs.add(new Need(
                        "may.identity-provider",
                        IdentityProvider.arn(wanted.partition(), settings.aws().accountId()),
                        Set.of("iam:GetOpenIDConnectProvider", "iam:CreateOpenIDConnectProvider"))));
        return needs;
    }
}
