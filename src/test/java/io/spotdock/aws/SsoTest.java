package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.Profiles.Profile;
import io.spotdock.port.Profiles.Sso.State;
import io.spotdock.port.SsoSignIn;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by SSO on a page of AWS, and using what that leaves behind. */
class SsoTest {
    /** {@code printf corp | sha1sum}, and the same of the start URL. */
    private static final String OF_CORP = "ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

    private static final String OF_START_URL = "a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json";

    private static final String PAGE = "https://device.sso.eu-central-1.amazonaws.com/?user_code=ABCD-EFGH";

    @TempDir
    Path home;

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final List<Duration> slept = new ArrayList<>();
    private final Deque<Answer> polls = new ArrayDeque<>();
    private final Map<String, Answer> others = new HashMap<>();
    private final StubAws aws = new StubAws(this::answer);
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void profiles() throws IOException {
        environment.put("AWS_ENDPOINT_URL_SSO_OIDC", aws.address());
        environment.put("AWS_ENDPOINT_URL_SSO", aws.address());
        environment.put("AWS_ENDPOINT_URL_STS", aws.address());
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            [profile sso]
            sso_session = corp
            sso_account_id = 999888777666
            sso_role_name = Admin
            [profile role]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = sso
            [profile legacy]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 999888777666
            sso_role_name = Admin
            [profile gap]
            sso_session = nowhere
            """);
        others.put("/client/register", json(200, """
            {"clientId": "client-1", "clientSecret": "PLANTED-CLIENT", "clientSecretExpiresAt": 1900000000}
            """));
        others.put("/device_authorization", json(200, """
            {"deviceCode": "PLANTED-DEVICE", "userCode": "ABCD-EFGH", "expiresIn": 600, "interval": 5,
             "verificationUri": "https://device.sso.eu-central-1.amazonaws.com/",
             "verificationUriComplete": "%s"}
            """.formatted(PAGE)));
        others.put("/federation/credentials", json(200, """
            {"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "s", "sessionToken": "t",
             "expiration": 4000000000000}}
            """));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Answer answer(Exchange exchange) {
        if (exchange.rawPath().equals("/token")) return polls.isEmpty() ? error("AuthorizationPending") : polls.poll();
        return others.getOrDefault(exchange.rawPath(), StubAws.admin());
    }

    private static Answer json(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer error(String name) {
        return new Answer(
                400,
                Map.of("Content-Type", "application/json", "x-amzn-ErrorType", name + "Exception"),
                "{\"error\": \"e\", \"error_description\": \"d\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static Answer token(String more) {
        return json(200, "{\"accessToken\": \"PLANTED-ACCESS\", \"expiresIn\": 3600" + more + "}");
    }

    private SsoSignIn signIn() {
        return signIn(time -> {
            slept.add(time);
            now = now.plus(time);
        });
    }

    private SsoSignIn signIn(Sleeper sleeper) {
        return new AwsSsoSignIn(environment, home, () -> now, sleeper, StubAws.impatient());
    }

    private List<JsonNode> sent(String path) {
        return aws.seen().stream()
                .filter(exchange -> exchange.rawPath().equals(path))
                .map(exchange -> tree(exchange.body()))
                .toList();
    }

    private static JsonNode tree(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode cached(String file) throws IOException {
        return tree(Files.readAllBytes(home.resolve(".aws/sso/cache").resolve(file)));
    }

    private void cache(String file, String content) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws/sso/cache"));
        Files.writeString(folder.resolve(file), content);
    }

    private String signedBy(String profile) {
        new AwsConnector(environment, home, () -> now, StubAws.impatient())
                .connect(new SignIn.OfProfile(profile), StubAws.REGION)
                .tokens()
                .whoAmI();
        return aws.signedBy();
    }

    @Test
    void aPersonIsShownACodeAndAPage() {
        SsoSignIn.DeviceCode code = signIn().begin("sso").code();
        assertThat(code)
                .isEqualTo(new SsoSignIn.DeviceCode(
                        "ABCD-EFGH", URI.create(PAGE), now.plusSeconds(600), Duration.ofSeconds(5)));
        assertThat(sent("/client/register").getFirst().at("/scopes/0").textValue())
                .isEqualTo("sso:account:access");
        assertThat(sent("/device_authorization").getFirst().at("/startUrl").textValue())
                .isEqualTo("https://corp.awsapps.com/start");
    }

    @Test
    void whenAccessIsAllowedTheSignInLiesWhereTheAwsCliLooks() throws IOException {
        polls.add(error("AuthorizationPending"));
        polls.add(token(", \"refreshToken\": \"PLANTED-REFRESH\""));
        Instant until = signIn().begin("sso").await();
        assertThat(slept).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(until).isEqualTo("2030-01-01T01:00:10Z");
        assertThat(cached(OF_CORP)).isEqualTo(tree("""
            {"startUrl": "https://corp.awsapps.com/start", "region": "eu-central-1",
             "accessToken": "PLANTED-ACCESS", "expiresAt": "2030-01-01T01:00:10Z", "clientId": "client-1",
             "clientSecret": "PLANTED-CLIENT", "registrationExpiresAt": "2030-03-17T17:46:40Z",
             "refreshToken": "PLANTED-REFRESH"}
            """.getBytes(StandardCharsets.UTF_8)));
        assertThat(sent("/token").getLast().at("/deviceCode").textValue()).isEqualTo("PLANTED-DEVICE");
    }

    @Test
    void theOlderFormIsKeptUnderItsStartUrl() throws IOException {
        polls.add(token(""));
        signIn().begin("legacy").await();
        assertThat(cached(OF_START_URL).at("/accessToken").textValue()).isEqualTo("PLANTED-ACCESS");
        assertThat(cached(OF_START_URL).has("refreshToken")).isFalse();
        assertThat(sent("/client/register").getFirst().has("scopes")).isFalse();
    }

    @Test
    void nobodyElseMayReadWhatIsKept() throws IOException {
        polls.add(token(""));
        signIn().begin("sso").await();
        Path folder = home.resolve(".aws/sso/cache");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2).allSatisfy(file -> {
                assertThat(file.toString()).endsWith(".json");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            });
        }
    }

    @Test
    void afterwardsTheProfileIsSignedInAndSoIsARoleOverIt() {
        polls.add(token(""));
        signIn().begin("role").await();
        Profile told = new AwsProfiles(environment, home, () -> now)
                .named().stream()
                        .filter(profile -> profile.name().equals("sso"))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.sso().orElseThrow().state())
                .isEqualTo(new State.SignedIn(Instant.parse("2030-01-01T01:00:05Z")));
        assertThat(signedBy("sso")).isEqualTo("ASIASSO");
        Exchange asked = aws.seen().stream()
                .filter(exchange -> exchange.rawPath().equals("/federation/credentials"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.header("x-amz-sso_bearer_token")).contains("PLANTED-ACCESS");
        assertThat(asked.rawQuery()).contains("account_id=999888777666").contains("role_name=Admin");
    }

    @Test
    void aRegistrationIsUsedAgainUntilAwsForgetsIt() {
        signIn().begin("sso");
        signIn().begin("sso");
        assertThat(sent("/client/register")).hasSize(1);
        others.put("/device_authorization", error("InvalidClient"));
        assertThat(catchThrowable(() -> signIn().begin("sso"))).isNotNull();
        assertThat(sent("/client/register")).hasSize(2);
    }

    @Test
    void aRegistrationThatHasRunOutIsMadeAnew() {
        signIn().begin("sso");
        now = Instant.parse("2030-03-17T17:40:00Z");
        signIn().begin("sso");
        assertThat(sent("/client/register")).hasSize(2);
    }

    @Test
    void askedToSlowDownItDoesForGood() {
        polls.add(error("SlowDown"));
        polls.add(error("AuthorizationPending"));
        polls.add(token(""));
        signIn().begin("sso").await();
        assertThat(slept).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void aNetworkThatComesAndGoesIsOutlasted() {
        for (int i = 0; i < 3; i++) polls.add(Answer.dropped());
        polls.add(json(503, "{}"));
        polls.add(json(503, "{}"));
        polls.add(json(503, "{}"));
        polls.add(token(""));
        signIn().begin("sso").await();
        assertThat(slept).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void aCodeThatRunsOutIsToldWhetherAwsSaysSoOrTheClock() {
        Failure runOut = new Failure.Expired("sign-in.aws-sso-code", List.of("sso"), "");
        polls.add(error("ExpiredToken"));
        assertThat(failure(() -> signIn().begin("sso").await())).isEqualTo(runOut);
        assertThat(slept).hasSize(1);
        assertThat(failure(() -> signIn().begin("sso").await())).isEqualTo(runOut);
        assertThat(slept).hasSize(1 + 600 / 5);
    }

    @Test
    void accessThatIsRefusedIsTold() throws IOException {
        polls.add(error("AccessDenied"));
        assertThat(failure(() -> signIn().begin("sso").await()))
                .isEqualTo(new Failure.Expired("sign-in.aws-sso-refused", List.of("sso"), ""));
        assertThat(home.resolve(".aws/sso/cache").resolve(OF_CORP)).doesNotExist();
    }

    @Test
    void anInterruptEndsTheWaiting() {
        SsoSignIn.Pending pending = signIn(_ -> {
                    throw new InterruptedException();
                })
                .begin("sso");
        assertThat(catchThrowable(pending::await)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent("/token")).isEmpty();
    }

    @Test
    void settingsThatAwsDoesNotKnowAreTold() {
        others.put("/device_authorization", error("InvalidRequest"));
        assertThat(failure(() -> signIn().begin("sso")))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        i -> assertThat(i.fault()).isEqualTo(Fault.of("fault.aws.sso-refused", "sso")));
        assertThat(failure(() -> signIn().begin("gap")))
                .isEqualTo(new Failure.Invalid(
                        "aws.profile", Fault.of("fault.aws.profile.incomplete", "gap", "sso_start_url"), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://example.com/", "javascript:alert(1)", ":", ""})
    void whatIsNoSafePageIsNotOpened(String page) {
        others.put("/device_authorization", json(200, """
            {"deviceCode": "d", "userCode": "c", "expiresIn": 600, "interval": 5,
             "verificationUriComplete": "%s"}
            """.formatted(page)));
        assertThat(failure(() -> signIn().begin("sso")))
                .isEqualTo(new Failure.Invalid("aws.profile", Fault.of("fault.aws.sso-page"), ""));
    }

    @Test
    void aSignInThatCannotBeKeptIsTold() throws IOException {
        Files.writeString(home.resolve(".aws/sso"), "in the way");
        polls.add(token(""));
        assertThat(failure(() -> signIn().begin("sso").await()))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        i -> assertThat(i.fault())
                                .isEqualTo(Fault.of(
                                        "fault.aws.sso-cache",
                                        home.resolve(".aws/sso/cache").resolve(OF_CORP))));
    }

    @Test
    void aSignInThatHasRunOutIsRenewedAndTheNewOneKept() throws IOException {
        cache(OF_CORP, """
            {"accessToken": "old", "expiresAt": "2029-12-31T23:00:00Z", "refreshToken": "PLANTED-REFRESH",
             "clientId": "client-1", "clientSecret": "PLANTED-CLIENT",
             "registrationExpiresAt": "2030-03-17T17:46:40Z"}
            """);
        polls.add(token(", \"refreshToken\": \"PLANTED-NEXT\""));
        assertThat(signedBy("sso")).isEqualTo("ASIASSO");
        assertThat(sent("/token").getFirst().at("/grantType").textValue()).isEqualTo("refresh_token");
        assertThat(cached(OF_CORP).at("/refreshToken").textValue()).isEqualTo("PLANTED-NEXT");
        assertThat(cached(OF_CORP).at("/expiresAt").textValue()).isEqualTo("2030-01-01T01:00:00Z");
    }

    @Test
    void aSignInThatCannotBeRenewedAsksForANewOne() throws IOException {
        cache(OF_CORP, """
            {"accessToken": "old", "expiresAt": "2029-12-31T23:00:00Z", "refreshToken": "r",
             "clientId": "client-1", "clientSecret": "s", "registrationExpiresAt": "2030-03-17T17:46:40Z"}
            """);
        polls.add(error("InvalidGrant"));
        assertThat(failure(() -> signedBy("sso"))).isInstanceOfSatisfying(Failure.Expired.class, e -> {
            assertThat(e.signIn()).isEqualTo("sign-in.aws-sso");
            assertThat(e.arguments()).containsExactly("sso");
        });
    }

    @Test
    void aRoleThatMayNotBeHadIsADenialAndNoRunOutSignIn() throws IOException {
        cache(OF_CORP, "{\"accessToken\": \"t\", \"expiresAt\": \"2030-01-01T01:00:00Z\"}");
        others.put(
                "/federation/credentials",
                new Answer(
                        403,
                        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", "ForbiddenException"),
                        "{\"message\": \"No access\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(failure(() -> signedBy("sso"))).isInstanceOfSatisfying(Failure.Denied.class, d -> {
            assertThat(d.action()).isEqualTo("sso:GetRoleCredentials");
            assertThat(d.resource()).isEqualTo("profile sso");
        });
        others.put(
                "/federation/credentials",
                new Answer(
                        401,
                        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", "UnauthorizedException"),
                        "{\"message\": \"Session token not found or invalid\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(failure(() -> signedBy("sso"))).isInstanceOf(Failure.Expired.class);
    }

    @Test
    void nothingThatSignsInIsTold() throws IOException {
        SsoSignIn.Pending pending = signIn().begin("sso");
        StringWriter told = new StringWriter();
        PrintWriter trace = new PrintWriter(told, true);
        trace.println(pending + " " + pending.code());
        polls.add(error("InvalidGrant"));
        catchThrowable(pending::await).printStackTrace(trace);
        cache(OF_CORP, """
            {"accessToken": "PLANTED-OLD", "expiresAt": "2029-12-31T23:00:00Z", "refreshToken": "PLANTED-REFRESH",
             "clientId": "client-1", "clientSecret": "PLANTED-CLIENT",
             "registrationExpiresAt": "2030-03-17T17:46:40Z"}
            """);
        polls.add(json(400, "{\"message\": \"refresh_token=PLANTED-REFRESH client_secret: PLANTED-CLIENT\"}"));
        catchThrowable(() -> signedBy("sso")).printStackTrace(trace);
        SsoProfile sso = SsoProfile.of(SharedConfig.read(environment, home, java.util.Optional.of("sso")));
        trace.println(new SsoCache(home).token(sso) + " " + new SsoCache(home).registration(sso)
                + new SsoCache(home).token(sso).flatMap(SsoToken::renewal));
        assertThat(told.toString()).contains("Exception").doesNotContain("PLANTED");
    }
}
