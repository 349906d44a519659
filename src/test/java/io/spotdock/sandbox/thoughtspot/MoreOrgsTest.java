package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster with more Orgs than the two that it always has. */
class MoreOrgsTest {
    private final World world = new World(false, 3);

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Org 2", "org 2", "1002"})
    void anOrgIsFoundByItsNameAndItsNumber(String wanted) {
        assertThat(world.admin
                        .post("/orgs/search", "{'org_identifier': '%s'}".formatted(wanted))
                        .body()
                        .findValuesAsText("id"))
                .containsExactly("1002");
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        assertThat(world.admin
                        .post("/orgs/search", "{'org_identifier': 'Org 4'}")
                        .body())
                .isEmpty();
    }

    @Test
    void itsUsersBelongToAll() {
        assertThat(world.user("developer", 1003)
                        .get("/auth/session/user")
                        .body()
                        .path("orgs")
                        .findValuesAsText("name"))
                .containsExactly("Primary", "Sales", "Org 1", "Org 2", "Org 3");
    }
}
