package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.wire.Xml;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lasting access keys of users; without a user name they are the caller's own. */
final class AccessKeyActions {
    private AccessKeyActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("CreateAccessKey", AccessKeyActions::create),
                QueryAction.reads("ListAccessKeys", AccessKeyActions::list),
                QueryAction.writes("UpdateAccessKey", AccessKeyActions::update),
                QueryAction.writes("DeleteAccessKey", AccessKeyActions::delete),
                QueryAction.reads("GetAccessKeyLastUsed", AccessKeyActions::lastUsed));
    }

    static List<AccessKey> of(QueryCall call, String user) {
        Principal owner = new Principal.User(call.account().id(), user);
        return call.world().keys().values().stream()
                .filter(key -> key.owner().equals(owner) && !key.temporary())
                .sorted(Comparator.comparing(AccessKey::id))
                .toList();
    }

    private static String user(QueryCall call) {
        Optional<String> own =
                call.caller().principal() instanceof Principal.User user ? Optional.of(user.name()) : Optional.empty();
        String name = call.parameter("UserName")
                .or(() -> own)
                .orElseThrow(() -> new Refusal(
                        400, "ValidationError", "Must specify userName when calling with non-User credentials"));
        var found = call.account().users().get(name);
        call.authorize(found == null ? call.account().arn("user/" + name) : found.arn());
        if (found == null) throw Iam.missing("The user with name " + name + " cannot be found.");
        return found.name();
    }

    private static AccessKey key(QueryCall call, String user) {
        String id = call.need("AccessKeyId");
        return of(call, user).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Iam.missing("The Access Key with id " + id + " cannot be found."));
    }

    private static void create(QueryCall call, Xml xml) {
        String user = user(call);
        if (of(call, user).size() >= 2) throw Iam.tooMuch("Cannot exceed quota for AccessKeysPerUser: 2");
        AccessKey key = call.world().addUserKey(call.account().id(), user);
        xml.in(
                "AccessKey",
                k -> k.text("UserName", user)
                        .text("AccessKeyId", key.id())
                        .text("Status", "Active")
                        .text("SecretAccessKey", key.secret())
                        .text("CreateDate", QueryCall.time(key.made())));
    }

    private static void list(QueryCall call, Xml xml) {
        String user = user(call);
        xml.text("UserName", user);
        Iam.page(
                call,
                xml,
                "AccessKeyMetadata",
                of(call, user),
                (m, key) -> m.text("UserName", user)
                        .text("AccessKeyId", key.id())
                        .text("Status", key.active() ? "Active" : "Inactive")
                        .text("CreateDate", QueryCall.time(key.made())));
    }

    private static void update(QueryCall call, Xml xml) {
        AccessKey key = key(call, user(call));
        String status = call.need("Status");
        if (!List.of("Active", "Inactive").contains(status))
            throw QueryCall.invalid(
                    "Value '" + status
                            + "' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]");
        call.world().keys().put(key.id(), key.withActive(status.equals("Active")));
    }

    private static void delete(QueryCall call, Xml xml) {
        call.world().keys().remove(key(call, user(call)).id());
    }

    private static void lastUsed(QueryCall call, Xml xml) {
        String id = call.need("AccessKeyId");
        call.authorize("*");
        AccessKey key = Optional.ofNullable(call.world().keys().get(id))
                .filter(k -> k.owner() instanceof Principal.User user
                        && user.account().equals(call.account().id()))
                .orElseThrow(() -> Iam.missing("The Access Key with id " + id + " cannot be found."));
        if (key.owner() instanceof Principal.User user) xml.text("UserName", user.name());
        xml.in("AccessKeyLastUsed", u -> u.text("ServiceName", "N/A").text("Region", "N/A"));
    }
}
