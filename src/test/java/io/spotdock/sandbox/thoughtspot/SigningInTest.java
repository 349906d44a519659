package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningInTest {
    private final World world = World.onAws();
    private final Api nobody = world.admin.as("");

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aPasswordGivesATokenForTheOrgAskedFor() {
        JsonNode grant = token("'username': 'admin', 'password': 'sandbox-password', 'org_id': 1")
                .body();

        assertThat(grant.path("expiration_time_in_millis").asLong()
                        - grant.path("creation_time_in_millis").asLong())
                .isEqualTo(300_000);
        assertThat(grant.path("valid_for_username").asText()).isEqualTo("admin");
        JsonNode user = world.admin
                .as(grant.path("token").asText())
                .get("/auth/session/user")
                .body();
        assertThat(user.path("current_org").path("id").asInt()).isEqualTo(1);
        assertThat(user.path("current_org").path("name").asText()).isEqualTo("Sales");
        assertThat(user.path("orgs").size()).isEqualTo(2);
        assertThat(user.path("privileges").toString()).contains("ADMINISTRATION");
    }

    @Test
    void aTokenExpiresByTheClock() {
        String token = token("'username': 'viewer', 'password': 'sandbox-password', 'validity_time_in_sec': 60")
                .body()
                .path("token")
                .asText();
        world.pass(Duration.ofSeconds(59));
        assertThat(world.admin.as(token).get("/auth/session/user").status()).isEqualTo(200);
        world.pass(Duration.ofSeconds(1));

        assertThat(world.admin.as(token).get("/auth/session/user").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "username": "admin", "password": "wrong" | 401
            "username": "nobody", "password": "sandbox-password" | 401
            "username": "admin", "secret_key": "wrong" | 401
            "username": "admin", "secret_key": "wrong", "password": "sandbox-password" | 401
            "username": "admin", "secret_key": "sandbox-secret-key", "password": "wrong" | 200
            "username": "viewer", "password": "sandbox-password", "org_id": 1 | 403
            "username": "admin", "password": "sandbox-password", "org_id": 7 | 403
            "username": "admin", "password": "sandbox-password", "org_id": "1" | 400
            "username": "admin" | 400
            "password": "sandbox-password" | 400
            "username": "admin", "password": "sandbox-password", "validity_time_in_sec": 0 | 400
            "username": "admin", "password": "sandbox-password", "colour": "red" | 400
            """)
    void credentialsAreChecked(String fields, int status) {
        assertThat(token(fields).status()).isEqualTo(status);
    }

    @Test
    void withMultiFactorAuthenticationOnlyTheSecretKeyWorks() {
        world.faults.set("ts-mfa", "");

        Api.Reply refused = token("'username': 'admin', 'password': 'sandbox-password'");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.debug()).contains("Multi-factor");
        assertThat(token("'username': 'admin', 'secret_key': 'sandbox-secret-key'")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutAGoodTokenNothingIsAnswered() {
        assertThat(nobody.get("/auth/session/user").status()).isEqualTo(401);
        assertThat(world.admin.as("made-up").get("/system").status()).isEqualTo(401);
        world.faults.set("ts-reject-token", "");
        assertThat(world.admin.get("/system").status()).isEqualTo(401);
    }

    @Test
    void aTokenRunsOutAtTheCallAskedForAndStaysSo() {
        world.faults.set("ts-expire-token", "2");
        assertThat(world.admin.get("/system").status()).isEqualTo(200);
        assertThat(world.admin.get("/system").status()).isEqualTo(401);
        assertThat(world.admin.get("/system").status()).isEqualTo(401);
        assertThat(token("'username': 'admin', 'secret_key': 'sandbox-secret-key'")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /system, 200, 403, 403, 403",
        "GET, /webhooks/storage-config, 200, 200, 200, 403",
        "POST, /webhooks/search, 200, 200, 200, 403",
        "POST, /webhooks/create, 400, 400, 400, 403",
        "POST, /webhooks/x/update, 400, 400, 400, 403",
        "POST, /webhooks/delete, 400, 400, 400, 403",
        "POST, /system/preferences/communication-channels/search, 200, 200, 403, 403",
        "POST, /system/preferences/communication-channels/configure, 400, 400, 403, 403",
        "POST, /system/communication-channels/validate, 400, 400, 400, 403",
        "POST, /jobs/history/communication-channels/search, 400, 400, 400, 403",
        "POST, /schedules/create, 400, 400, 403, 403",
        "POST, /schedules/search, 200, 200, 200, 200",
        "POST, /schedules/x/delete, 400, 400, 403, 403",
        "POST, /orgs/search, 200, 403, 403, 403",
        "GET, /auth/session/user, 200, 200, 200, 200",
        "DELETE, /system, 405, 405, 405, 405",
        "GET, /nowhere, 404, 404, 404, 404"
    })
    void everyEndPointAsksForItsPrivilege(
            String method, String path, int admin, int developer, int manager, int viewer) {
        assertThat(status(world.admin, method, path)).isEqualTo(admin);
        assertThat(status(world.user("developer", 0), method, path)).isEqualTo(developer);
        assertThat(status(world.user("webhook-manager", 0), method, path)).isEqualTo(manager);
        assertThat(status(world.user("viewer", 0), method, path)).isEqualTo(viewer);
    }

    @Test
    void aTokenIsLookedAtForAnyUserWhileItIsGood() {
        Api viewer = world.user("viewer", 0);
        String token = token("'username': 'admin', 'password': 'sandbox-password'")
                .body()
                .path("token")
                .asText();

        JsonNode seen = viewer.post("/auth/token/validate", "{'token': '" + token + "'}")
                .body();

        assertThat(seen.path("expiration_time_in_millis").isDouble()).isTrue();
        assertThat(seen.path("expiration_time_in_millis").asLong())
                .isEqualTo(world.now().plusSeconds(300).toEpochMilli());
        assertThat(seen.has("token")).isFalse();
        world.pass(Duration.ofMinutes(6));
        assertThat(viewer.post("/auth/token/validate", "{'token': '" + token + "'}")
                        .status())
                .isEqualTo(400);
        assertThat(nobody.post("/auth/token/validate", "{'token': '" + token + "'}")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "26.8, 200, 400, 400, 200, 200",
        "26.7, 200, 400, 400, 200, 200",
        "26.6, 404, 400, 400, 400, 200",
        "26.4.0.cl, 404, 400, 400, 400, 200",
        "26.3.0.cl-200, 404, 404, 404, 400, 400",
        "10.14, 404, 404, 404, 400, 400",
        "10.13.0.cl, 404, 404, 404, 404, 404"
    })
    void aReleaseHasWhatItsVersionBrought(
            String release, int config, int validate, int history, int status, int headers) {
        world.faults.set("ts-release", release);
        assertThat(status(world.admin, "GET", "/webhooks/storage-config")).isEqualTo(config);
        assertThat(status(world.admin, "POST", "/system/communication-channels/validate"))
                .isEqualTo(validate);
        assertThat(status(world.admin, "POST", "/jobs/history/communication-channels/search"))
                .isEqualTo(history);
        assertThat(made(0, "'status': 'ENABLED'")).isEqualTo(status);
        assertThat(made(1, "'additional_headers': [{'key': 'k', 'value': 'v'}]"))
                .isEqualTo(headers);
        assertThat(world.admin.get("/system").body().path("release_version").asText())
                .isEqualTo(release);
    }

    private int made(int org, String more) {
        return world.user("admin", org)
                .post("/webhooks/create", World.webhook(more))
                .status();
    }

    @Test
    void webhooksThatAreSwitchedOffAreNowhere() {
        world.faults.set("ts-no-webhooks", "");
        for (String path : new String[] {
            "/webhooks/search", "/webhooks/create", "/system/preferences/communication-channels/search"
        }) assertThat(status(world.admin, "POST", path)).isEqualTo(404);
        assertThat(status(world.admin, "GET", "/auth/session/user")).isEqualTo(200);
    }

    @Test
    void theSystemNamesItsRelease() {
        assertThat(world.admin.get("/system").body().path("release_version").asText())
                .startsWith("26.8");
        world.faults.set("ts-old-cluster", "");
        assertThat(world.admin.get("/system").body().path("release_version").asText())
                .startsWith("26.6");
    }

    @Test
    void orgsAreFoundByIdAndName() {
        assertThat(world.admin.post("/orgs/search", "{}").body().size()).isEqualTo(2);
        JsonNode sales =
                world.admin.post("/orgs/search", "{'org_identifier': 'Sales'}").body();
        assertThat(sales.size()).isEqualTo(1);
        assertThat(sales.path(0).path("id").isInt()).isTrue();
        assertThat(world.admin.post("/orgs/search", "{'org_identifier': '1'}").body())
                .isEqualTo(sales);
        assertThat(world.admin
                        .post("/orgs/search", "{'status': 'IN_ACTIVE'}")
                        .body()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aBodyMustBeAJsonObjectAndSaySo() {
        assertThat(world.admin.post("/orgs/search", "[]").status()).isEqualTo(400);
        assertThat(world.admin.post("/orgs/search", "{").status()).isEqualTo(400);
        var form = world.admin
                .request("/orgs/search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(world.admin.send(form).status()).isEqualTo(400);
    }

    @Test
    void aRefusalCarriesTextAndIncident() {
        JsonNode message =
                world.admin.post("/webhooks/create", "{}").body().path("error").path("message");

        assertThat(message.path("debug").asText()).isEqualTo("name is required");
        assertThat(message.path("incident_id_guid").asText()).hasSize(36);
    }

    private Api.Reply token(String fields) {
        return nobody.post("/auth/token/full", "{" + fields + "}");
    }

    private static int status(Api api, String method, String path) {
        return switch (method) {
            case "GET" -> api.get(path).status();
            case "DELETE" -> api.send(api.request(path).DELETE()).status();
            default -> api.post(path, "{}").status();
        };
    }
}
