package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.wire.Xml;
import java.util.List;
import java.util.Map;

/** Tags of roles and users. */
final class TagActions {
    private TagActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("TagRole", (call, _) -> tag(call, Iam.roleArn(call), true)),
                QueryAction.writes("UntagRole", (call, _) -> untag(call, Iam.roleArn(call), true)),
                QueryAction.reads("ListRoleTags", (call, xml) -> list(call, xml, Iam.roleArn(call), true)),
                QueryAction.writes("TagUser", (call, _) -> tag(call, Iam.userArn(call), false)),
                QueryAction.writes("UntagUser", (call, _) -> untag(call, Iam.userArn(call), false)),
                QueryAction.reads("ListUserTags", (call, xml) -> list(call, xml, Iam.userArn(call), false)));
    }

    private static Identity found(QueryCall call, boolean role) {
        return role ? Iam.role(call) : Iam.user(call);
    }

    private static void tag(QueryCall call, String arn, boolean role) {
        Map<String, String> tags = call.tags();
        call.authorize(arn, QueryCall.tagContext(tags));
        add(found(call, role).tags(), tags);
    }

    /** Keys are compared without regard to case; the newer spelling stays. */
    static void add(Map<String, String> present, Map<String, String> more) {
        present.keySet().removeIf(key -> more.keySet().stream().anyMatch(key::equalsIgnoreCase));
        if (present.size() + more.size() > 50) throw Iam.tooMuch("The number of tags has reached the maximum limit.");
        present.putAll(more);
    }

    private static void untag(QueryCall call, String arn, boolean role) {
        List<String> keys = call.list("TagKeys");
        call.authorize(arn, Map.of("aws:TagKeys", keys));
        found(call, role).tags().keySet().removeIf(key -> keys.stream().anyMatch(key::equalsIgnoreCase));
    }

    private static void list(QueryCall call, Xml xml, String arn, boolean role) {
        call.authorize(arn);
        page(call, xml, found(call, role).tags());
    }

    static void page(QueryCall call, Xml xml, Map<String, String> tags) {
        Iam.page(
                call,
                xml,
                "Tags",
                List.copyOf(tags.entrySet()),
                (m, tag) -> m.text("Key", tag.getKey()).text("Value", tag.getValue()));
    }
}
