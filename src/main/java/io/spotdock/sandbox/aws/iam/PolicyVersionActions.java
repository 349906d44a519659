package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.state.ManagedPolicy;
import io.spotdock.sandbox.wire.Xml;
import java.util.List;
import java.util.Map;

/** Versions and tags of managed policies. */
final class PolicyVersionActions {
    private PolicyVersionActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("CreatePolicyVersion", PolicyVersionActions::create),
                QueryAction.reads("GetPolicyVersion", PolicyVersionActions::get),
                QueryAction.reads("ListPolicyVersions", PolicyVersionActions::list),
                QueryAction.writes("SetDefaultPolicyVersion", PolicyVersionActions::setDefault),
                QueryAction.writes("DeletePolicyVersion", PolicyVersionActions::delete),
                QueryAction.writes("TagPolicy", PolicyVersionActions::tag),
                QueryAction.writes("UntagPolicy", PolicyVersionActions::untag),
                QueryAction.reads("ListPolicyTags", PolicyVersionActions::listTags));
    }

    private static ManagedPolicy authorized(QueryCall call) {
        call.authorize(call.need("PolicyArn"));
        return ManagedPolicyActions.found(call);
    }

    private static ManagedPolicy.Version version(QueryCall call, ManagedPolicy policy) {
        String id = call.need("VersionId");
        return policy.version(id)
                .orElseThrow(() -> Iam.missing(
                        "Policy " + policy.arn() + " version " + id + " does not exist or is not attachable."));
    }

    private static void create(QueryCall call, Xml xml) {
        ManagedPolicy policy = authorized(call);
        String text = ManagedPolicyActions.document(call);
        if (policy.versions().size() >= 5)
            throw Iam.tooMuch("A managed policy can have up to 5 versions. Before you create a new version, you must"
                    + " delete an existing version.");
        boolean asDefault = call.parameter("SetAsDefault").orElse("false").equals("true");
        ManagedPolicy.Version version = policy.add(text, call.now(), asDefault);
        xml.in("PolicyVersion", v -> write(v, policy, version, false));
    }

    private static void get(QueryCall call, Xml xml) {
        ManagedPolicy policy = authorized(call);
        ManagedPolicy.Version version = version(call, policy);
        xml.in("PolicyVersion", v -> write(v, policy, version, true));
    }

    private static void list(QueryCall call, Xml xml) {
        ManagedPolicy policy = authorized(call);
        List<ManagedPolicy.Version> newestFirst =
                List.copyOf(policy.versions().descendingMap().values());
        Iam.page(call, xml, "Versions", newestFirst, (m, version) -> write(m, policy, version, false));
    }

    private static void setDefault(QueryCall call, Xml xml) {
        ManagedPolicy policy = authorized(call);
        policy.makeDefault(version(call, policy));
    }

    private static void delete(QueryCall call, Xml xml) {
        ManagedPolicy policy = authorized(call);
        ManagedPolicy.Version version = version(call, policy);
        if (version.equals(policy.current())) throw Iam.inUse("Cannot delete the default version of a policy.");
        policy.versions().remove(version.number());
    }

    private static void tag(QueryCall call, Xml xml) {
        Map<String, String> tags = call.tags();
        call.authorize(call.need("PolicyArn"), QueryCall.tagContext(tags));
        TagActions.add(ManagedPolicyActions.found(call).tags(), tags);
    }

    private static void untag(QueryCall call, Xml xml) {
        List<String> keys = call.list("TagKeys");
        call.authorize(call.need("PolicyArn"), Map.of("aws:TagKeys", keys));
        ManagedPolicyActions.found(call)
                .tags()
                .keySet()
                .removeIf(key -> keys.stream().anyMatch(key::equalsIgnoreCase));
    }

    private static void listTags(QueryCall call, Xml xml) {
        TagActions.page(call, xml, authorized(call).tags());
    }

    private static void write(Xml xml, ManagedPolicy policy, ManagedPolicy.Version version, boolean document) {
        if (document) xml.text("Document", Iam.encoded(version.document()));
        xml.text("VersionId", version.id())
                .text("IsDefaultVersion", version.equals(policy.current()))
                .text("CreateDate", QueryCall.time(version.made()));
    }
}
