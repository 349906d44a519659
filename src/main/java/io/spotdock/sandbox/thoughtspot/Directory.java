package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.Org;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who and what is on the cluster from the start, and never changes. */
final class Directory {
    private final String clusterId = UUID.randomUUID().toString();
    private final List<Org> orgs = List.of(new Org(0, "Primary"), new Org(1, "Sales"));
    private final List<User> users = List.of(
            user("admin", "Administrator", "ADMINISTRATION", "ORG_ADMINISTRATION", "DATADOWNLOADING"),
            user("developer", "Developer", "DEVELOPER", "JOBSCHEDULING", "DATADOWNLOADING"),
            user("webhook-manager", "Webhook manager", "CAN_MANAGE_WEBHOOKS"),
            user("scheduler", "Scheduler", "CAN_MANAGE_WEBHOOKS", "JOBSCHEDULING"),
            new User(UUID.randomUUID().toString(), "viewer", "Viewer", Set.of(), Set.of(0)));
    private final List<Liveboard> liveboards = List.of(
            new Liveboard(UUID.randomUUID().toString(), "Sales Overview", 0, false),
            new Liveboard(UUID.randomUUID().toString(), "Charts and Tables", 0, true),
            new Liveboard(UUID.randomUUID().toString(), "Sales Pipeline", 1, false));

    private static User user(String name, String displayName, String... privileges) {
        return new User(UUID.randomUUID().toString(), name, displayName, Set.of(privileges), Set.of(0, 1));
    }

    String clusterId() {
        return clusterId;
    }

    List<Org> orgs() {
        return orgs;
    }

    Optional<User> user(String name) {
        return users.stream().filter(user -> user.name().equalsIgnoreCase(name)).findFirst();
    }

    boolean knows(String idOrName) {
        return user(idOrName).isPresent()
                || users.stream().anyMatch(user -> user.id().equals(idOrName));
    }

    Optional<Org> org(String idOrName) {
        return orgs.stream()
                .filter(org ->
                        String.valueOf(org.id()).equals(idOrName) || org.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    List<Org> orgsOf(User user) {
        return orgs.stream().filter(org -> user.orgs().contains(org.id())).toList();
    }

    /** The Org a request names, or the one it is signed in to. */
    Org orgFor(Session session, Optional<String> idOrName) {
        if (idOrName.isEmpty()) return session.org();
        Org org = org(idOrName.get()).orElseThrow(() -> ApiError.invalid("Org not found: \"" + idOrName.get() + "\""));
        if (!session.user().orgs().contains(org.id()))
            throw ApiError.forbidden("User " + session.user().name() + " does not belong to Org " + org.name());
        return org;
    }

    Optional<Liveboard> liveboard(Org org, String idOrName) {
        return liveboards.stream()
                .filter(board -> board.org() == org.id()
                        && (board.id().equals(idOrName) || board.name().equals(idOrName)))
                .findFirst();
    }
}
