package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private static final String BASE = "/system/preferences/communication-channels";
    private static final String OF_SALES =
            "{'org_preferences': [{'org_identifier': 'Sales', 'event_types': ['LIVEBOARD_SCHEDULE']}]}";

    private final World world = World.onAws();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void onlyTheClusterHasAPreferenceAtFirst() {
        JsonNode answer = search("{}");

        assertThat(answer.path("cluster_preferences").path(0).path("channels").toString())
                .isEqualTo("[\"EMAIL\"]");
        assertThat(answer.path("org_preferences").size()).isEqualTo(2);
        assertThat(answer.path("org_preferences").path(0).path("preferences").isEmpty())
                .isTrue();
    }

    @Test
    void replacingAnOrgsChannelsReplacesTheWholeList() {
        assertThat(configure("{'org_preferences': [{'org_identifier': '1', 'operation': 'REPLACE', 'preferences': ["
                        + "{'event_type': 'LIVEBOARD_SCHEDULE', 'channels': ['EMAIL', 'WEBHOOK']}]}]}"))
                .isEqualTo(204);
        assertThat(sales()).isEqualTo("[\"EMAIL\",\"WEBHOOK\"]");
        configure("{'org_preferences': [{'org_identifier': 'Sales', 'preferences': ["
                + "{'event_type': 'LIVEBOARD_SCHEDULE', 'channels': ['WEBHOOK']}]}]}");

        assertThat(sales()).isEqualTo("[\"WEBHOOK\"]");
        JsonNode org = search(OF_SALES).path("org_preferences").path(0).path("org");
        assertThat(org.path("name").asText()).isEqualTo("Sales");
    }

    @Test
    void resettingAnOrgTakesItsPreferenceAway() {
        configure("{'org_preferences': [{'org_identifier': 'Sales', 'preferences': ["
                + "{'event_type': 'LIVEBOARD_SCHEDULE', 'channels': ['WEBHOOK']}]}]}");

        assertThat(configure("{'org_preferences': [{'org_identifier': 'Sales', 'operation': 'RESET',"
                        + " 'reset_events': ['LIVEBOARD_SCHEDULE']}]}"))
                .isEqualTo(204);

        assertThat(search(OF_SALES)
                        .path("org_preferences")
                        .path(0)
                        .path("preferences")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theClustersPreferenceIsSetByItself() {
        configure("{'cluster_preferences': [{'event_type': 'LIVEBOARD_SCHEDULE', 'channels': ['WEBHOOK']}]}");

        JsonNode answer = search("{'cluster_preferences': ['LIVEBOARD_SCHEDULE']}");

        assertThat(answer.path("cluster_preferences").path(0).path("channels").toString())
                .isEqualTo("[\"WEBHOOK\"]");
        assertThat(answer.path("org_preferences").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'cluster_preferences': [{'event_type': 'LIVEBOARD_SCHEDULE', 'channels': ['PIGEON']}]}",
                "{'cluster_preferences': [{'event_type': 'LIVEBOARD_SCHEDULE'}]}",
                "{'cluster_preferences': [{'event_type': 'OTHER', 'channels': ['EMAIL']}]}",
                "{'org_preferences': [{'org_identifier': 'Nowhere', 'operation': 'RESET', 'reset_events': ['LIVEBOARD_SCHEDULE']}]}",
                "{'org_preferences': [{'org_identifier': 'Sales', 'operation': 'RESET'}]}",
                "{'org_preferences': [{'org_identifier': 'Sales', 'operation': 'REPLACE'}]}",
                "{'org_preferences': [{'org_identifier': 1, 'operation': 'RESET', 'reset_events': ['LIVEBOARD_SCHEDULE']}]}",
                "{'org_preferences': [{'operation': 'RESET', 'reset_events': ['LIVEBOARD_SCHEDULE']}]}"
            })
    void aBadRequestChangesNothing(String request) {
        JsonNode before = search("{}");

        assertThat(configure(request)).isEqualTo(400);
        assertThat(search("{}")).isEqualTo(before);
    }

    private String sales() {
        return search(OF_SALES)
                .path("org_preferences")
                .path(0)
                .path("preferences")
                .path(0)
                .path("channels")
                .toString();
    }

    private int configure(String request) {
        return world.admin.post(BASE + "/configure", request).status();
    }

    private JsonNode search(String request) {
        return world.admin.post(BASE + "/search", request).body();
    }
}
