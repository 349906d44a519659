package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.Org;
import java.util.List;
import java.util.Optional;

/** Orgs as ThoughtSpot lists them, and by what a person names them. */
final class Orgs {
    /** The Org of a cluster that has no Orgs switched on, and ThoughtSpot's own name for Org 0. */
    static final Org PRIMARY = new Org(0, "Primary");

    private Orgs() {}

    static boolean names(Org org, String wanted) {
        return org.name().equalsIgnoreCase(wanted) || String.valueOf(org.id()).equals(wanted);
    }

    /** By exact name, then by ID, then by name in other case. */
    static Optional<Org> find(List<Org> orgs, String wanted) {
        return orgs.stream()
                .filter(org -> org.name().equals(wanted))
                .findFirst()
                .or(() -> orgs.stream()
                        .filter(org -> String.valueOf(org.id()).equals(wanted))
                        .findFirst())
                .or(() -> orgs.stream().filter(org -> names(org, wanted)).findFirst());
    }

    static List<Org> list(JsonNode node) {
        return Json.list(node).stream().flatMap(each -> read(each).stream()).toList();
    }

    /** Whether an answer's {@code org} is this one; true where it says nothing of it. */
    static boolean isOf(JsonNode node, Org org) {
        Optional<Integer> id = Json.number(node.path("id"));
        if (id.isPresent()) return id.get() == org.id();
        return Json.text(node.path("name")).map(name -> names(org, name)).orElse(true);
    }

    static Optional<Org> read(JsonNode node) {
        return Json.number(node.path("id"))
                .map(id -> new Org(
                        id, Json.text(node.path("name")).orElse(id == 0 ? PRIMARY.name() : String.valueOf(id))));
    }
}
