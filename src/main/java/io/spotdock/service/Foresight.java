package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.BucketPolicy;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.PermissionsPolicy;
import io.spotdock.domain.resource.Resource;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.TrustPolicy;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.plan.WebhookFit;
import io.spotdock.port.Permissions.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks ahead before the first write: a plan of which AWS says that the operator may not carry out a part, or with a
 * webhook that the cluster's release doesn't take, is not begun, so that nothing half-done is left behind. Where neither
 * says, the plan is tried.
 */
final class Foresight {
    private Foresight() {}

    /** What would be refused; empty when nothing is known to be. */
    static Optional<Failure> refusal(Session session, Plan plan) {
        return byRelease(session, plan).or(() -> byRights(session, plan));
    }

    private static Optional<Failure> byRelease(Session session, Plan plan) {
        return plan.changes().stream()
                .flatMap(change -> switch (change) {
                    case Change.Create create -> Stream.of(create.wanted());
                    case Change.Update update -> Stream.of(update.wanted());
                    case Change.Keep _, Change.Delete _, Change.Conflict _ -> Stream.empty();
                })
                .filter(Webhook.class::isInstance)
                .map(Webhook.class::cast)
                .findFirst()
                .flatMap(webhook ->
                        session.thoughtSpot().flatMap(service -> WebhookFit.refusal(webhook, service.cluster())));
    }

    private static Optional<Failure> byRights(Session session, Plan plan) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (Change change : plan.changes()) {
            switch (change) {
                case Change.Create create -> need(needs, session, create.wanted(), true);
                case Change.Update update -> need(needs, session, update.wanted(), false);
                // A plan deletes nothing but a webhook, of which AWS knows nothing.
                case Change.Keep _, Change.Delete _, Change.Conflict _ -> {}
            }
        }
        String caller = session.caller().arn();
        if (needs.isEmpty() || caller.endsWith(":root")) return Optional.empty();
        Map<String, Answer> answers;
        try {
            answers = session.cloud().permissions().simulate(caller, needs);
        } catch (FailureException e) {
            // Who may not simulate, or can't be simulated, may still be allowed to act.
            return Optional.empty();
        }
        for (Map.Entry<String, Set<String>> need : needs.entrySet())
            for (String action : need.getValue())
                if (answers.get(action) == Answer.DENIED)
                    return Optional.of(new Failure.Denied(action, need.getKey(), caller, ""));
        return Optional.empty();
    }

    private static void need(Map<String, Set<String>> needs, Session session, Resource wanted, boolean create) {
        String bucket = "arn:" + session.caller().partition() + ":s3:::"
                + session.settings().bucket().name();
        String role = session.wanted().role().arn().toString();
        switch (wanted) {
            case Bucket _ -> {
                if (create) add(needs, bucket, "s3:CreateBucket", "s3:PutBucketTagging");
                else add(needs, bucket, "s3:PutBucketTagging");
            }
            case BucketPolicy _ -> add(needs, bucket, "s3:PutBucketPolicy");
            case IdentityProvider provider ->
                add(
                        needs,
                        provider.arn(),
                        create ? "iam:CreateOpenIDConnectProvider" : "iam:AddClientIDToOpenIDConnectProvider");
            case Role _ -> add(needs, role, "iam:CreateRole", "iam:TagRole");
            case TrustPolicy _ -> {
                if (!create) add(needs, role, "iam:UpdateAssumeRolePolicy");
            }
            case PermissionsPolicy _ -> add(needs, role, "iam:PutRolePolicy");
            case Webhook _, ChannelPreference _ -> {}
        }
    }

    private static void add(Map<String, Set<String>> needs, String resource, String... actions) {
        needs.computeIfAbsent(resource, _ -> new TreeSet<>()).addAll(Set.of(actions));
    }
}
