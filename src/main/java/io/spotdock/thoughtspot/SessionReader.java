package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.Org;
import io.spotdock.port.WebhookService.SessionUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code auth/session/user}. */
final class SessionReader {
    private SessionReader() {}

    /** Empty when it tells neither a user nor where the session is. */
    static Optional<SessionUser> user(JsonNode json) {
        Optional<String> name = Json.text(json.path("name"))
                .or(() -> Json.text(json.path("display_name")))
                .or(() -> Json.text(json.path("id")));
        if (name.isEmpty()) return Optional.empty();
        List<Org> orgs = Orgs.list(json.path("orgs"));
        Set<String> privileges = Json.list(json.path("privileges")).stream()
                .flatMap(each -> Json.text(each).stream())
                .collect(Collectors.toUnmodifiableSet());
        return current(json.path("current_org"), orgs).map(org -> new SessionUser(name.get(), privileges, org, orgs));
    }

    private static Optional<Org> current(JsonNode node, List<Org> orgs) {
        // A cluster without Orgs tells none.
        if (node.isMissingNode() || node.isNull())
            return Optional.of(orgs.size() == 1 ? orgs.getFirst() : Orgs.PRIMARY);
        Optional<Integer> id = Json.number(node.path("id"));
        Optional<String> name = Json.text(node.path("name"));
        if (id.isPresent() && name.isEmpty())
            return orgs.stream().filter(org -> org.id() == id.get()).findFirst().or(() -> Orgs.read(node));
        return Orgs.read(node).or(() -> name.flatMap(n -> Orgs.find(orgs, n)));
    }
}
