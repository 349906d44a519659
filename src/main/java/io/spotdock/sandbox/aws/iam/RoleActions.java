package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.Tracked;
import io.spotdock.sandbox.wire.Xml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Roles themselves and their trust policies. */
final class RoleActions {
    private static final Pattern DESCRIPTION =
            Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*");

    private RoleActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("CreateRole", RoleActions::create),
                QueryAction.reads("GetRole", RoleActions::get),
                QueryAction.reads("ListRoles", RoleActions::list),
                QueryAction.writes("DeleteRole", RoleActions::delete),
                QueryAction.writes("UpdateRole", RoleActions::update),
                QueryAction.writes("UpdateRoleDescription", RoleActions::updateDescription),
                QueryAction.writes("UpdateAssumeRolePolicy", RoleActions::updateTrust),
                QueryAction.writes("PutRolePermissionsBoundary", RoleActions::putBoundary),
                QueryAction.writes("DeleteRolePermissionsBoundary", RoleActions::deleteBoundary));
    }

    private static void create(QueryCall call, Xml xml) {
        String name = Iam.name(call, "RoleName", 64);
        String path = Iam.path(call);
        Map<String, String> tags = call.tags();
        Optional<String> boundary = call.parameter("PermissionsBoundary");
        Map<String, List<String>> context = new HashMap<>(QueryCall.tagContext(tags));
        boundary.ifPresent(arn -> context.put("iam:PermissionsBoundary", List.of(arn)));
        String arn = call.account().arn("role" + path + name);
        call.authorize(arn, context);
        if (!tags.isEmpty()) call.authorize("TagRole", arn, context);
        Optional<String> description = call.parameter("Description", 0, 1000, DESCRIPTION);
        int maxSession = call.number("MaxSessionDuration", 3600, 3600, 43_200);
        String trust = Iam.trust(call, "AssumeRolePolicyDocument");
        boundary.ifPresent(policy -> Boundaries.check(call, policy));
        if (call.account().roles().containsKey(name)) throw Iam.exists("Role with name " + name + " already exists.");
        if (call.account().roles().size() >= 1000) throw Iam.tooMuch("Cannot exceed quota for RolesPerAccount: 1000");
        Identity.Role role = new Identity.Role(
                name,
                arn,
                call.world().ids().unique("AROA"),
                path,
                call.now(),
                new Tracked<>(
                        Grants.ABSENT,
                        Grants.first(trust, boundary),
                        call.world().propagation()),
                Identity.tags(tags),
                new Identity.Settings(description, maxSession));
        call.account().roles().put(name, role);
        xml.in("Role", r -> write(r, role, true));
    }

    private static void get(QueryCall call, Xml xml) {
        call.authorize(Iam.roleArn(call));
        Identity.Role role = Iam.role(call);
        xml.in("Role", r -> write(r, role, true));
    }

    private static void list(QueryCall call, Xml xml) {
        call.authorize(call.account().arn("role/"));
        List<Identity.Role> roles = call.account().roles().values().stream()
                .filter(role -> role.path().startsWith(Iam.prefix(call)))
                .toList();
        Iam.page(call, xml, "Roles", roles, (m, role) -> write(m, role, false));
    }

    private static void delete(QueryCall call, Xml xml) {
        call.authorize(Iam.roleArn(call));
        Identity.Role role = Iam.role(call);
        Grants grants = role.grants().get();
        if (!grants.inline().isEmpty()) throw Iam.inUse("Cannot delete entity, must delete policies first.");
        if (!grants.attached().isEmpty()) throw Iam.inUse("Cannot delete entity, must detach all policies first.");
        if (InstanceProfileActions.holding(call.account(), role).findAny().isPresent())
            throw Iam.inUse("Cannot delete entity, must remove roles from instance profile first.");
        call.account().roles().remove(role.name());
        call.world().forget(role);
    }

    private static void update(QueryCall call, Xml xml) {
        call.authorize(Iam.roleArn(call));
        Identity.Role role = Iam.role(call);
        Optional<String> description = call.parameter("Description", 0, 1000, DESCRIPTION);
        int maxSession = call.number("MaxSessionDuration", role.settings().maxSessionSeconds(), 3600, 43_200);
        description.ifPresent(text -> role.settings().describe(Optional.of(text)));
        role.settings().limitSessions(maxSession);
    }

    private static void updateDescription(QueryCall call, Xml xml) {
        call.authorize(Iam.roleArn(call));
        Identity.Role role = Iam.role(call);
        call.need("Description");
        role.settings().describe(call.parameter("Description", 0, 1000, DESCRIPTION));
        xml.in("Role", r -> write(r, role, true));
    }

    private static void updateTrust(QueryCall call, Xml xml) {
        call.authorize(Iam.roleArn(call));
        Identity.Role role = Iam.role(call);
        String trust = Iam.trust(call, "PolicyDocument");
        role.grants().set(role.grants().get().withTrust(trust), call.world().propagation());
    }

    private static void putBoundary(QueryCall call, Xml xml) {
        String arn = call.need("PermissionsBoundary");
        call.authorize(Iam.roleArn(call), Map.of("iam:PermissionsBoundary", List.of(arn)));
        Identity.Role role = Iam.role(call);
        Boundaries.check(call, arn);
        role.grants()
                .set(
                        role.grants().get().withBoundary(Optional.of(arn)),
                        call.world().propagation());
    }

    private static void deleteBoundary(QueryCall call, Xml xml) {
        call.authorize(Iam.roleArn(call));
        Identity.Role role = Iam.role(call);
        if (role.grants().get().boundary().isEmpty())
            throw Iam.missing("Role " + role.name() + " does not have a permission boundary.");
        role.grants()
                .set(
                        role.grants().get().withBoundary(Optional.empty()),
                        call.world().propagation());
    }

    /** @param whole as GetRole answers; ListRoles leaves tags, boundary and last use out (IAM API Reference, "ListRoles") */
    static void write(Xml xml, Identity.Role role, boolean whole) {
        Grants grants = role.grants().get();
        xml.text("Path", role.path())
                .text("RoleName", role.name())
                .text("RoleId", role.id())
                .text("Arn", role.arn())
                .text("CreateDate", QueryCall.time(role.made()))
                .text("AssumeRolePolicyDocument", Iam.encoded(grants.trust()))
                .text("Description", role.settings().description())
                .text("MaxSessionDuration", role.settings().maxSessionSeconds());
        if (!whole) return;
        Boundaries.write(xml, grants);
        Iam.tags(xml, role.tags());
        xml.in(
                "RoleLastUsed",
                used -> role.settings()
                        .lastUsed()
                        .ifPresent(when -> used.text("LastUsedDate", QueryCall.time(when))
                                .text("Region", role.settings().lastRegion())));
    }
}
