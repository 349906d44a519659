package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.TestRooms;
import io.spotdock.aws.AwsConnector;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.journal.Journal;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal, whose SSO sign-in has run out and can't be renewed. */
class SsoPromptTest {
    private static final Failure RUN_OUT = new Failure.Expired("sign-in.aws-sso", List.of("sso"), "");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final LoopbackServer aws = new LoopbackServer(0, this::answer);
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();
    private final Map<String, String> environment = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void profile() throws IOException {
        environment.put("AWS_ENDPOINT_URL", aws.address().toString());
        Path cache = Files.createDirectories(home.resolve(".aws/sso/cache"));
        Files.writeString(home.resolve(".aws/config"), """
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            [profile sso]
            sso_session = corp
            sso_account_id = 999888777666
            sso_role_name = Admin
            """);
        // As "aws configure sso" leaves it. The refresh token is one that AWS does not take any more.
        Files.writeString(cache.resolve(sha1("corp") + ".json"), """
            {"startUrl": "https://corp.awsapps.com/start", "region": "eu-central-1", "accessToken": "PLANTED-OLD",
             "expiresAt": "2020-01-01T00:00:00Z", "clientId": "c", "clientSecret": "PLANTED-CLIENT",
             "registrationExpiresAt": "2999-01-01T00:00:00Z", "refreshToken": "PLANTED-STALE"}
            """);
        console = new Console(home);
        environment.forEach(console::with);
        console.with(TestRooms.of(Journal.inMemory(), InstantSource.system(), _ -> {}, home));
    }

    private static String sha1(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private static Answer json(int status, String body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** IAM Identity Center, which refuses the stale refresh token and gives a new one to whoever confirms. */
    private Answer answer(Exchange exchange) {
        String body = new String(exchange.body(), StandardCharsets.UTF_8);
        asked.add(exchange.rawPath());
        return switch (exchange.rawPath()) {
            case "/token" ->
                body.contains("PLANTED-STALE")
                        ? json(
                                400,
                                "{\"error\": \"invalid_grant\"}",
                                Map.of("x-amzn-ErrorType", "InvalidGrantException"))
                        : json(200, "{\"accessToken\": \"PLANTED-NEW\", \"expiresIn\": 3600}", Map.of());
            case "/client/register" ->
                json(
                        200,
                        "{\"clientId\": \"c2\", \"clientSecret\": \"PLANTED-2\", \"clientSecretExpiresAt\": 4000000000}",
                        Map.of());
            case "/device_authorization" -> json(200, """
                        {"deviceCode": "PLANTED-DEVICE", "userCode": "ABCD-EFGH", "expiresIn": 600, "interval": 1,
                         "verificationUri": "https://device.sso.eu-central-1.amazonaws.com/"}
                        """, Map.of());
            case "/federation/credentials" -> json(200, """
                        {"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "s", "sessionToken": "t",
                         "expiration": 4000000000000}}
                        """, Map.of());
            default ->
                new Answer(
                        200,
                        Map.of("Content-Type", "text/xml"),
                        ("<GetCallerIdentityResponse><GetCallerIdentityResult>"
                                        + "<Arn>arn:aws:sts::999888777666:assumed-role/Admin/lee</Arn>"
                                        + "<UserId>AROA</UserId><Account>999888777666</Account>"
                                        + "</GetCallerIdentityResult></GetCallerIdentityResponse>")
                                .getBytes(StandardCharsets.UTF_8));
        };
    }

    private String signIn() {
        Frame frame = new Frame(console.context(Console.stream(err), Console.stream(err)), options);
        return new SsoPrompt(frame)
                .around(
                        new SignIn.OfProfile("sso"),
                        how -> new AwsConnector(environment, home, InstantSource.system())
                                .connect(how, new RegionName("eu-central-1"))
                                .tokens()
                                .whoAmI()
                                .arn());
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isShownThePageAndTheCodeAndIsSignedInOnceAccessIsAllowed() {
        console.typing("yes");
        assertThat(signIn()).endsWith("assumed-role/Admin/lee");
        assertThat(shown())
                .containsSubsequence(
                        "profile sso has run out",
                        "ABCD-EFGH",
                        "https://device.sso.eu-central-1.amazonaws.com/",
                        "Signed in")
                .doesNotContain("PLANTED");
        assertThat(asked)
                .startsWith("/token")
                .containsSubsequence("/device_authorization", "/token", "/federation/credentials");
    }

    @Test
    void whoWouldRatherNotIsToldHowElse() {
        console.typing("no");
        assertThat(catchThrowableOfType(FailureException.class, this::signIn).failure())
                .isInstanceOfSatisfying(
                        Failure.Expired.class,
                        expired -> assertThat(expired.signIn()).isEqualTo("sign-in.aws-sso"));
        assertThat(asked).doesNotContain("/device_authorization");
    }

    @Test
    void withNobodyToAskNothingIsBegun() {
        console.typing("yes");
        options.noInput = true;
        assertThat(catchThrowableOfType(FailureException.class, this::signIn).failure())
                .isInstanceOfSatisfying(
                        Failure.Expired.class,
                        expired -> assertThat(expired.arguments()).isEqualTo(((Failure.Expired) RUN_OUT).arguments()));
        assertThat(asked).doesNotContain("/device_authorization");
        assertThat(shown()).isEmpty();
    }
}
