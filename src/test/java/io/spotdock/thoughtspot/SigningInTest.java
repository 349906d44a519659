package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.domain.Secret;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.port.WebhookService.TokenLife;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningInTest {
    private static final String ORG_7 =
            Scripted.USER.replace("{\"id\": 0, \"name\": \"Primary\"},\n", "{\"id\": 7.0, \"name\": \"Sales\"},\n");
    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    private static String token(String token) {
        return """
                {"token": "%s", "creation_time_in_millis": 1785750000000, "expiration_time_in_millis": 1785750300000,
                 "scope": {"access_type": "FULL"}, "valid_for_username": "tsadmin"}""".formatted(token);
    }

    @Test
    void aGivenTokenIsSentWithEachCall() {
        server.then("webhooks/search", 200, Samples.LISTED);
        server.connect(new SignIn.Token(Secret.of(Scripted.TOKEN + "\n")), "").webhooks();
        assertThat(server.seen())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.authorization()).contains("Bearer " + Scripted.TOKEN));
    }

    @Test
    void connectingCallsNothing() {
        server.connectAsUser();
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void theUserIsReadWithHisOrgs() {
        assertThat(server.connect().user().currentOrg()).isEqualTo(new Org(0, "Primary"));
        assertThat(server.connect().user().orgs()).containsExactly(new Org(0, "Primary"), new Org(7, "Sales"));
        assertThat(server.connect().user().privileges()).containsExactly("ADMINISTRATION");
        assertThat(server.connect().user().name()).isEqualTo("tsadmin");
    }

    @Test
    void aClusterWithoutOrgsIsThePrimaryOrg() {
        server.instead("auth/session/user", 200, "{\"name\": \"u\", \"privileges\": null}");
        assertThat(server.connect(new SignIn.Token(Secret.of("some-token")), "primary")
                        .user()
                        .currentOrg())
                .isEqualTo(new Org(0, "Primary"));
    }

    @Test
    void aTokenOfAnotherOrgIsRefusedWithTheOrgItIsIn() {
        for (String wanted : new String[] {"Sales", "7"})
            assertThat(failure(() -> server.connect(new SignIn.Token(Secret.of(Scripted.TOKEN)), wanted)
                            .webhooks()))
                    .isEqualTo(new Failure.Invalid(
                            "thoughtspot.org", Fault.of("fault.thoughtspot-org.token", wanted, "Primary"), ""));
        assertThat(server.seen("webhooks/search")).isEmpty();
    }

    @Test
    void aPasswordIsExchangedForATokenOfTheOrg() {
        server.then("auth/token/full", 200, token("first"))
                .then("auth/token/full", 200, token("second"))
                .then("auth/session/user", 200, ORG_7)
                .then("webhooks/search", 200, Samples.NONE_LISTED);
        server.connect(new SignIn.Password("tsadmin", Secret.of("pw")), "sales").webhooks();
        assertThat(server.seen("auth/token/full"))
                .extracting(Scripted.Seen::body)
                .containsExactly(
                        "{\"username\":\"tsadmin\",\"password\":\"pw\"}",
                        "{\"username\":\"tsadmin\",\"password\":\"pw\",\"org_id\":7}");
        assertThat(server.seen("webhooks/search").getFirst().authorization()).contains("Bearer second");
        assertThat(server.seen("webhooks/search").getFirst().body()).isEqualTo("""
                {"org_identifier":"7","record_offset":0,"record_size":50}""");
    }

    @Test
    void aSecretKeyIsSentAsOne() {
        server.then("auth/token/full", 200, token("some-token-of-nobody"));
        server.connect(new SignIn.SecretKey("tsadmin", Secret.of("key")), "").user();
        assertThat(server.seen("auth/token/full").getFirst().body())
                .isEqualTo("{\"username\":\"tsadmin\",\"secret_key\":\"key\"}");
    }

    @Test
    void anOrgThatTheUserDoesNotListIsSearched() {
        server.then("auth/token/full", 200, token("some-token-of-nobody"))
                .then("orgs/search", 200, "[{\"id\": 9, \"name\": \"Far\", \"status\": \"ACTIVE\"}]")
                .then(
                        "auth/session/user",
                        200,
                        Scripted.USER.replace(
                                "\"current_org\": {\"id\": 0, \"name\": \"Primary\"}",
                                "\"current_org\": {\"id\": 9, \"name\": \"Far\"}"));
        WebhookService service = server.connect(new SignIn.SecretKey("tsadmin", Secret.of("key")), "Far");
        assertThat(service.user().currentOrg()).isEqualTo(new Org(9, "Far"));
        assertThat(server.seen("orgs/search").getFirst().body()).isEqualTo("{\"org_identifier\":\"Far\"}");
    }

    @Test
    void anUnknownOrgIsAMistakeInTheSettings() {
        server.then("auth/token/full", 200, token("some-token-of-nobody")).then("orgs/search", 403, "");
        assertThat(failure(() -> server.connect(new SignIn.SecretKey("tsadmin", Secret.of("key")), "Far")
                        .user()))
                .isEqualTo(
                        new Failure.Invalid("thoughtspot.org", Fault.of("fault.thoughtspot-org.unknown", "Far"), ""));
    }

    @Test
    void anOrgThatRefusesTheUserIsToldApartFromAWrongPassword() {
        server.then("auth/token/full", 200, token("some-token-of-nobody"))
                .then("auth/token/full", 403, Samples.error("not a member"));
        assertThat(failure(() -> server.connect(new SignIn.Password("tsadmin", Secret.of("pw")), "Sales")
                        .user()))
                .isEqualTo(new Failure.Invalid(
                        "thoughtspot.org", Fault.of("fault.thoughtspot-org.refused", "Sales"), "not a member"));
    }

    @Test
    void aTokenThatIsFetchedIsRenewedBeforeItRunsOut() {
        server.then("auth/token/full", 200, token("first")).then("auth/token/full", 200, token("second"));
        WebhookService service = server.connectAsUser();
        service.user();
        server.now.updateAndGet(now -> now.plus(Duration.ofMinutes(4)));
        service.user();
        assertThat(server.seen().getLast().authorization()).contains("Bearer second");
    }

    @Test
    void aFetchedTokenThatIsRefusedIsRenewedOnce() {
        server.then("auth/token/full", 200, token("first"))
                .then("auth/token/full", 200, token("second"))
                .then("webhooks/search", 401, "")
                .then("webhooks/search", 200, Samples.LISTED);
        assertThat(server.connectAsUser().webhooks()).hasSize(1);
        server.instead("webhooks/search", 401, Samples.error("no"));
        assertThat(failure(() -> server.connectAsUser().webhooks()))
                .isEqualTo(new Failure.Expired("sign-in.thoughtspot-password", "no"));
        assertThat(server.seen("webhooks/search")).hasSize(4);
    }

    @Test
    void aGivenTokenThatIsRefusedIsNotTriedAgain() {
        server.instead("auth/session/user", 401, "");
        assertThat(failure(() -> server.connect().webhooks()))
                .isEqualTo(new Failure.Expired("sign-in.thoughtspot-token", ""));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aWrongPasswordAndASecondFactorAreToldApart() {
        server.then("auth/token/full", 401, Samples.error("Invalid credentials"));
        assertThat(failure(() -> server.connectAsUser().user()))
                .isEqualTo(new Failure.Expired("sign-in.thoughtspot-password", "Invalid credentials"));
        server.instead("auth/token/full", 400, Samples.error("Multi-factor authentication is on"));
        assertThat(failure(() -> server.connectAsUser().user()))
                .isEqualTo(new Failure.Expired("sign-in.thoughtspot-mfa", "Multi-factor authentication is on"));
        server.instead("auth/token/full", 403, "{}");
        assertThat(failure(() -> server.connect(new SignIn.SecretKey("u", Secret.of("k")), "")
                        .user()))
                .isEqualTo(new Failure.Expired("sign-in.thoughtspot-secret-key", ""));
    }

    @Test
    void aFetchedTokensLifeIsKnownFromItsAnswer() {
        server.then("auth/token/full", 200, token("first"));
        assertThat(server.connectAsUser().tokenLife())
                .contains(new TokenLife(Scripted.BEGIN.plusSeconds(300), Duration.ofMinutes(5), true));
        assertThat(server.seen("auth/token/validate")).isEmpty();
    }

    @Test
    void aGivenTokensLifeIsAskedForWithTheTokenInTheBodyAlone() {
        long end = Scripted.BEGIN.plusSeconds(540).toEpochMilli();
        server.then(
                "auth/token/validate",
                200,
                "{\"creation_time_in_millis\": 1.5E12, \"expiration_time_in_millis\": " + end
                        + ".0, \"scope\": {}, \"token_type\": \"x\"}");
        TokenLife life = server.connect().tokenLife().orElseThrow();
        assertThat(life).isEqualTo(new TokenLife(Scripted.BEGIN.plusSeconds(540), Duration.ofMinutes(9), false));
        assertThat(life.endsSoon()).isTrue();
        Scripted.Seen asked = server.seen("auth/token/validate").getFirst();
        assertThat(asked.body()).isEqualTo("{\"token\":\"" + Scripted.TOKEN + "\"}");
        assertThat(asked.authorization()).contains("Bearer " + Scripted.TOKEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | ''
            403 | {"error": {}}
            401 | ''
            500 | <html>
            200 | ''
            200 | []
            200 | {"expiration_time_in_millis": null}
            200 | {"expiration_time_in_millis": "soon"}
            200 | {"expiration_time_in_millis": -1}
            200 | {"expiration_time_in_millis": 1e300}
            200 | {"expiration_time_in_millis": 1785750000000}
            """)
    void anOddAnswerAboutATokenOnlyLeavesItsLifeOpen(int status, String body) {
        server.then("auth/token/validate", status, body);
        WebhookService service = server.connect();
        assertThat(service.tokenLife()).isEmpty();
        assertThat(service.user().name()).isEqualTo("tsadmin");
        assertThat(server.seen("auth/token/validate")).hasSize(1);
    }

    @Test
    void noAnswerAboutATokenIsNoFailure() {
        server.drop("auth/token/validate");
        assertThat(server.connect().tokenLife()).isEmpty();
    }

    @Test
    void aTokenThatCannotBeOneIsNotSentAndNotRepeated() {
        for (String token : new String[] {"", "two\nlines", "umläut", "\u0000"}) {
            assertThat(failure(() -> server.connect(new SignIn.Token(Secret.of(token)), "")
                            .user()))
                    .isEqualTo(new Failure.Expired("sign-in.thoughtspot-token", ""));
        }
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aSecretThatWasWipedIsASignInThatRanOut() {
        Secret wiped = Secret.of("some-token");
        wiped.close();
        assertThat(failure(() -> server.connect(new SignIn.Token(wiped), "").user()))
                .isEqualTo(new Failure.Expired("sign-in.thoughtspot-token", ""));
    }

    @Test
    void anotherSiteIsToldApartFromThoughtSpot() {
        Failure notThoughtSpot = new Failure.Invalid(
                "thoughtspot.host",
                Fault.of(
                        "fault.thoughtspot-host.not-thoughtspot",
                        server.address().getAuthority()),
                "Welcome Log in here");
        for (int status : new int[] {200, 404}) {
            server.instead(
                    "auth/session/user", status, "<html><style>b {}</style><h1>Welcome</h1> <p>Log in here</html>");
            assertThat(failure(() -> server.connect().user())).isEqualTo(notThoughtSpot);
        }
    }
}
