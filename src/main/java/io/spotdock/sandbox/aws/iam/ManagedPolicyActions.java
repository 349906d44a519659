package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.PolicyCheck;
import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.ManagedPolicy;
import io.spotdock.sandbox.wire.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Managed policies, the customer's and AWS's. */
final class ManagedPolicyActions {
    private ManagedPolicyActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("CreatePolicy", ManagedPolicyActions::create),
                QueryAction.reads("GetPolicy", ManagedPolicyActions::get),
                QueryAction.reads("ListPolicies", ManagedPolicyActions::list),
                QueryAction.writes("DeletePolicy", ManagedPolicyActions::delete),
                QueryAction.reads("ListEntitiesForPolicy", ManagedPolicyActions::entities));
    }

    static ManagedPolicy found(QueryCall call) {
        String arn = call.need("PolicyArn");
        return call.account().policy(arn).orElseThrow(() -> Iam.missing("Policy " + arn + " was not found."));
    }

    static String document(QueryCall call) {
        String text = call.need("PolicyDocument", 1, 131_072, Iam.DOCUMENT);
        PolicyCheck.identity(text, call.account().partition());
        if (Iam.size(text) > 6144) throw Iam.tooMuch("Cannot exceed quota for PolicySize: 6144");
        return text;
    }

    private static void create(QueryCall call, Xml xml) {
        String name = Iam.name(call, "PolicyName", 128);
        String path = Iam.path(call);
        Map<String, String> tags = call.tags();
        String arn = call.account().arn("policy" + path + name);
        call.authorize(arn, QueryCall.tagContext(tags));
        String text = document(call);
        if (call.account().policies().containsKey(name))
            throw Iam.exists("A policy called " + name + " already exists. Duplicate names are not allowed.");
        ManagedPolicy policy = new ManagedPolicy(
                name,
                arn,
                call.world().ids().unique("ANPA"),
                path,
                call.parameter("Description", 0, 1000, Iam.ANY),
                call.now(),
                tags,
                text);
        call.account().policies().put(name, policy);
        xml.in("Policy", p -> write(p, call.account(), policy, true));
    }

    private static void get(QueryCall call, Xml xml) {
        call.authorize(call.need("PolicyArn"));
        ManagedPolicy policy = found(call);
        xml.in("Policy", p -> write(p, call.account(), policy, true));
    }

    private static void list(QueryCall call, Xml xml) {
        call.authorize(call.account().arn("policy/"));
        String scope = call.parameter("Scope").orElse("All");
        boolean attachedOnly = call.parameter("OnlyAttached").orElse("").equals("true");
        List<ManagedPolicy> all = Stream.concat(
                        scope.equals("AWS") ? Stream.empty() : call.account().policies().values().stream(),
                        scope.equals("Local") ? Stream.empty() : call.account().policiesOfAws().values().stream())
                .filter(policy -> policy.path().startsWith(Iam.prefix(call)))
                .filter(policy ->
                        !attachedOnly || !attached(call.account(), policy).isEmpty())
                .toList();
        Iam.page(call, xml, "Policies", all, (m, policy) -> write(m, call.account(), policy, false));
    }

    private static void delete(QueryCall call, Xml xml) {
        call.authorize(call.need("PolicyArn"));
        ManagedPolicy policy = found(call);
        if (!attached(call.account(), policy).isEmpty()
                || !bounded(call.account(), policy).isEmpty())
            throw Iam.inUse("Cannot delete a policy attached to entities.");
        if (policy.versions().size() > 1)
            throw Iam.inUse("This policy has more than one version. Before you delete a policy, you must delete the"
                    + " policy's versions. The default version is deleted with the policy.");
        call.account().policies().remove(policy.name());
    }

    private static void entities(QueryCall call, Xml xml) {
        call.authorize(call.need("PolicyArn"));
        List<Identity> attached = attached(call.account(), found(call));
        xml.in("PolicyGroups", _ -> {});
        xml.in("PolicyUsers", list -> entities(list, attached, Identity.User.class, "User"));
        xml.in("PolicyRoles", list -> entities(list, attached, Identity.Role.class, "Role"));
        xml.text("IsTruncated", false);
    }

    private static void entities(Xml list, List<Identity> all, Class<? extends Identity> type, String kind) {
        all.stream()
                .filter(type::isInstance)
                .forEach(identity -> list.in(
                        "member", m -> m.text(kind + "Name", identity.name()).text(kind + "Id", identity.id())));
    }

    private static List<Identity> identities(Account account) {
        List<Identity> all = new ArrayList<>(account.roles().values());
        all.addAll(account.users().values());
        return all;
    }

    private static List<Identity> attached(Account account, ManagedPolicy policy) {
        return identities(account).stream()
                .filter(identity -> identity.grants().get().attached().contains(policy.arn()))
                .toList();
    }

    private static List<Identity> bounded(Account account, ManagedPolicy policy) {
        return identities(account).stream()
                .filter(identity -> identity.grants().get().boundary().equals(Optional.of(policy.arn())))
                .toList();
    }

    private static void write(Xml xml, Account account, ManagedPolicy policy, boolean whole) {
        xml.text("PolicyName", policy.name())
                .text("PolicyId", policy.id())
                .text("Arn", policy.arn())
                .text("Path", policy.path())
                .text("DefaultVersionId", policy.current().id())
                .text("AttachmentCount", attached(account, policy).size())
                .text("PermissionsBoundaryUsageCount", bounded(account, policy).size())
                .text("IsAttachable", true)
                .text("CreateDate", QueryCall.time(policy.made()))
                .text("UpdateDate", QueryCall.time(policy.current().made()));
        if (!whole) return;
        xml.text("Description", policy.description());
        Iam.tags(xml, policy.tags());
    }
}
