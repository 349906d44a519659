package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.InstanceProfile;
import io.spotdock.sandbox.wire.Xml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Instance profiles, by which a role is in use without any policy that says so. */
final class InstanceProfileActions {
    private InstanceProfileActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("CreateInstanceProfile", InstanceProfileActions::create),
                QueryAction.writes("DeleteInstanceProfile", InstanceProfileActions::delete),
                QueryAction.writes("AddRoleToInstanceProfile", InstanceProfileActions::add),
                QueryAction.writes("RemoveRoleFromInstanceProfile", InstanceProfileActions::remove),
                QueryAction.reads("ListInstanceProfilesForRole", InstanceProfileActions::list));
    }

    /** Those that hold a role. */
    static Stream<InstanceProfile> holding(Account account, Identity.Role role) {
        return account.instanceProfiles().values().stream()
                .filter(profile -> profile.roles().contains(role.name()));
    }

    private static void create(QueryCall call, Xml xml) {
        String name = Iam.name(call, "InstanceProfileName", 128);
        String path = Iam.path(call);
        String arn = call.account().arn("instance-profile" + path + name);
        call.authorize(arn);
        if (call.account().instanceProfiles().containsKey(name))
            throw Iam.exists("Instance Profile " + name + " already exists.");
        InstanceProfile profile =
                new InstanceProfile(name, arn, call.world().ids().unique("AIPA"), path, call.now());
        call.account().instanceProfiles().put(name, profile);
        xml.in("InstanceProfile", p -> write(p, profile, call.account()));
    }

    private static void delete(QueryCall call, Xml xml) {
        InstanceProfile profile = authorized(call);
        if (!profile.roles().isEmpty())
            throw Iam.inUse("Cannot delete entity, must remove roles from instance profile first.");
        call.account().instanceProfiles().remove(profile.name());
    }

    private static void add(QueryCall call, Xml xml) {
        InstanceProfile profile = authorized(call);
        Identity.Role role = Iam.role(call);
        if (!profile.roles().isEmpty())
            throw Iam.tooMuch("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        profile.roles().add(role.name());
    }

    private static void remove(QueryCall call, Xml xml) {
        InstanceProfile profile = authorized(call);
        Identity.Role role = Iam.role(call);
        if (!profile.roles().remove(role.name()))
            throw Iam.missing("Role " + role.name() + " does not belong to instance profile " + profile.name());
    }

    private static InstanceProfile authorized(QueryCall call) {
        String name = call.need("InstanceProfileName", 1, 128, Iam.NAME);
        InstanceProfile profile = call.account().instanceProfiles().get(name);
        call.authorize(profile == null ? call.account().arn("instance-profile/" + name) : profile.arn());
        return Optional.ofNullable(profile)
                .orElseThrow(() -> Iam.missing("Instance Profile " + name + " cannot be found."));
    }

    private static void list(QueryCall call, Xml xml) {
        call.authorize(Iam.roleArn(call));
        List<InstanceProfile> profiles = holding(call.account(), Iam.role(call)).toList();
        Iam.page(call, xml, "InstanceProfiles", profiles, (p, profile) -> write(p, profile, call.account()));
    }

    private static void write(Xml xml, InstanceProfile profile, Account account) {
        xml.text("Path", profile.path())
                .text("InstanceProfileName", profile.name())
                .text("InstanceProfileId", profile.id())
                .text("Arn", profile.arn())
                .text("CreateDate", QueryCall.time(profile.made()));
        xml.in(
                "Roles",
                list -> profile.roles().stream()
                        .flatMap(name -> Optional.ofNullable(account.roles().get(name)).stream())
                        .forEach(role -> list.in("member", m -> RoleActions.write(m, role, false))));
    }
}
