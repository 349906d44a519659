package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.aws.state.Tracked;
import io.spotdock.sandbox.wire.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users. */
final class UserActions {
    private UserActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("CreateUser", UserActions::create),
                QueryAction.reads("GetUser", UserActions::get),
                QueryAction.reads("ListUsers", UserActions::list),
                QueryAction.writes("DeleteUser", UserActions::delete),
                QueryAction.writes("PutUserPermissionsBoundary", UserActions::putBoundary),
                QueryAction.writes("DeleteUserPermissionsBoundary", UserActions::deleteBoundary));
    }

    private static void create(QueryCall call, Xml xml) {
        String name = Iam.name(call, "UserName", 64);
        String path = Iam.path(call);
        Map<String, String> tags = call.tags();
        String arn = call.account().arn("user" + path + name);
        call.authorize(arn, QueryCall.tagContext(tags));
        Optional<String> boundary = call.parameter("PermissionsBoundary");
        boundary.ifPresent(policy -> Boundaries.check(call, policy));
        if (call.account().users().containsKey(name)) throw Iam.exists("User with name " + name + " already exists.");
        Identity.User user = new Identity.User(
                name,
                arn,
                call.world().ids().unique("AIDA"),
                path,
                call.now(),
                new Tracked<>(
                        Grants.ABSENT, Grants.first("", boundary), call.world().propagation()),
                Identity.tags(tags));
        call.account().users().put(name, user);
        xml.in("User", u -> write(u, user, true));
    }

    private static void get(QueryCall call, Xml xml) {
        if (call.parameter("UserName").isPresent()) {
            call.authorize(Iam.userArn(call));
            Identity.User user = Iam.user(call);
            xml.in("User", u -> write(u, user, true));
            return;
        }
        // Without a name it answers who asks (IAM API Reference, "GetUser").
        switch (call.caller().principal()) {
            case Principal.Root _ ->
                xml.in(
                        "User",
                        u -> u.text("UserId", call.account().id())
                                .text("Arn", call.account().arn("root"))
                                .text("CreateDate", QueryCall.time(call.now())));
            case Principal.User _ -> {
                call.authorize(call.caller().arn());
                if (call.caller().identity().orElse(null) instanceof Identity.User user)
                    xml.in("User", u -> write(u, user, true));
            }
            case Principal.Session _, Principal.Anonymous _ ->
                throw new io.spotdock.sandbox.aws.protocol.Refusal(
                        400, "ValidationError", "Must specify userName when calling with non-User credentials");
        }
    }

    private static void list(QueryCall call, Xml xml) {
        call.authorize(call.account().arn("user/"));
        List<Identity.User> users = call.account().users().values().stream()
                .filter(user -> user.path().startsWith(Iam.prefix(call)))
                .toList();
        Iam.page(call, xml, "Users", users, (m, user) -> write(m, user, false));
    }

    private static void delete(QueryCall call, Xml xml) {
        call.authorize(Iam.userArn(call));
        Identity.User user = Iam.user(call);
        Grants grants = user.grants().get();
        if (!grants.inline().isEmpty()) throw Iam.inUse("Cannot delete entity, must delete policies first.");
        if (!grants.attached().isEmpty()) throw Iam.inUse("Cannot delete entity, must detach all policies first.");
        if (!AccessKeyActions.of(call, user.name()).isEmpty())
            throw Iam.inUse("Cannot delete entity, must delete access keys first.");
        call.account().users().remove(user.name());
        call.world().forget(user);
    }

    private static void putBoundary(QueryCall call, Xml xml) {
        String arn = call.need("PermissionsBoundary");
        call.authorize(Iam.userArn(call), Map.of("iam:PermissionsBoundary", List.of(arn)));
        Identity.User user = Iam.user(call);
        Boundaries.check(call, arn);
        user.grants()
                .set(
                        user.grants().get().withBoundary(Optional.of(arn)),
                        call.world().propagation());
    }

    private static void deleteBoundary(QueryCall call, Xml xml) {
        call.authorize(Iam.userArn(call));
        Identity.User user = Iam.user(call);
        user.grants()
                .set(
                        user.grants().get().withBoundary(Optional.empty()),
                        call.world().propagation());
    }

    private static void write(Xml xml, Identity.User user, boolean whole) {
        xml.text("Path", user.path())
                .text("UserName", user.name())
                .text("UserId", user.id())
                .text("Arn", user.arn())
                .text("CreateDate", QueryCall.time(user.made()));
        if (!whole) return;
        Boundaries.write(xml, user.grants().get());
        Iam.tags(xml, user.tags());
    }
}
