package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.Org;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who and what is on the cluster from the start, and never changes. */
final class Directory {
    /** So that {@code Org 1} is 1001. */
    private static final int BEFORE_MORE = 1000;

    private final String clusterId = UUID.randomUUID().toString();
    private final Map<Integer, Org> byId = new LinkedHashMap<>();
    private final Map<String, Org> byName = new HashMap<>();
    private final List<Org> orgs;
    private final List<User> users;
    private final List<Liveboard> liveboards = List.of(
            new Liveboard(UUID.randomUUID().toString(), "Sales Overview", 0, false),
            new Liveboard(UUID.randomUUID().toString(), "Charts and Tables", 0, true),
            new Liveboard(UUID.randomUUID().toString(), "Sales Pipeline", 1, false));

    /** @param more Orgs beside the first two */
    Directory(int more) {
        orgs = Stream.concat(
                        Stream.of(new Org(0, "Primary"), new Org(1, "Sales")),
                        IntStream.rangeClosed(1, more)
                                .mapToObj(number -> new Org(BEFORE_MORE + number, "Org " + number)))
                .toList();
        for (Org org : orgs) {
            byId.put(org.id(), org);
            byName.put(org.name().toLowerCase(Locale.ROOT), org);
        }
        users = List.of(
                user("admin", "Administrator", "ADMINISTRATION", "ORG_ADMINISTRATION", "DATADOWNLOADING"),
                user("developer", "Developer", "DEVELOPER", "JOBSCHEDULING", "DATADOWNLOADING"),
                user("webhook-manager", "Webhook manager", "CAN_MANAGE_WEBHOOKS"),
                user("scheduler", "Scheduler", "CAN_MANAGE_WEBHOOKS", "JOBSCHEDULING"),
                new User(UUID.randomUUID().toString(), "viewer", "Viewer", Set.of(), Set.of(0)));
    }

    private User user(String name, String displayName, String... privileges) {
        return new User(UUID.randomUUID().toString(), name, displayName, Set.of(privileges), byId.keySet());
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
        Optional<Org> named = idOrName.matches("[0-9]{1,9}")
                ? Optional.ofNullable(byId.get(Integer.valueOf(idOrName)))
                : Optional.empty();
        return named.or(() -> Optional.ofNullable(byName.get(idOrName.toLowerCase(Locale.ROOT))));
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
