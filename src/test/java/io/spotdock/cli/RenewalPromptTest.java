package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.Secret;
import io.spotdock.journal.Journal;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.Renewal.Lapse;
import io.spotdock.port.SsoSignIn;
import io.spotdock.port.WebhookConnector;
import io.spotdock.service.Rooms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a person at a terminal gets back in, by each way they may have come. */
class RenewalPromptTest {
    private static final String CONFIG = """
            [profile page]
            sso_session = corp
            sso_account_id = 999888777666
            sso_role_name = Admin
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-west-1
            [profile coded]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = base
            mfa_serial = arn:aws:iam::999888777666:mfa/lee
            [profile base]
            aws_access_key_id = AKIAIOSFODNN7EXAMPLE
            aws_secret_access_key = x
            [profile program]
            credential_process = /bin/corp-keys
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();
    private final List<Object> tried = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    @BeforeEach
    void console() throws IOException {
        Files.createDirectories(directory.resolve(".aws"));
        Files.writeString(directory.resolve(".aws/config"), CONFIG);
        Rooms rooms = TestRooms.of(Journal.inMemory(), InstantSource.system(), _ -> {}, directory);
        console = new Console(directory)
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with(new Rooms(
                        rooms.externalIds(),
                        rooms.journals(),
                        rooms.clouds(),
                        rooms.profiles(),
                        _ -> this::page,
                        rooms.webhooks(),
                        rooms.receivers(),
                        rooms.signIns(),
                        rooms.updates(),
                        rooms.webhookDocument(),
                        rooms.sleeper()));
    }

    /** AWS's page, where access is allowed at once. */
    private SsoSignIn.Pending page(String profile) {
        return new SsoSignIn.Pending() {
            @Override
            public SsoSignIn.DeviceCode code() {
                return new SsoSignIn.DeviceCode(
                        "WXYZ-1234",
                        URI.create("https://device.sso.eu-west-1.amazonaws.com/?user_code=WXYZ-1234"),
                        Instant.MAX,
                        Duration.ofSeconds(5));
            }

            @Override
            public Instant await() {
                pages.add(profile);
                return Instant.MAX;
            }
        };
    }

    private <S> Lapse<S> lapse(S signIn, Predicate<S> good) {
        return new Lapse<>() {
            @Override
            public String where() {
                return "999888777666";
            }

            @Override
            public S signIn() {
                return signIn;
            }

            @Override
            public Failure.Expired why() {
                return new Failure.Expired("sign-in.aws-expired", "");
            }

            @Override
            public void take(S other) {
                tried.add(other);
                if (!good.test(other))
                    throw new FailureException(new Failure.Invalid(
                            "aws.account-id",
                            Fault.of("fault.renewal.account", where(), "222222222222", "arn:of-another"),
                            ""));
            }
        };
    }

    private RenewalPrompt prompt() {
        return new RenewalPrompt(new Frame(console.context(Console.stream(err), Console.stream(err)), options));
    }

    private boolean renewed(SignIn signIn, Predicate<SignIn> good) {
        return prompt().aws(lapse(signIn, good));
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bySsoItShowsThePageAndItsCodeAndGoesOnWithTheSameProfile() {
        console.typing("");
        SignIn page = new SignIn.OfProfile("page");
        assertThat(renewed(page, _ -> true)).isTrue();
        assertThat(tried).containsExactly(page);
        assertThat(pages).containsExactly("page");
        assertThat(shown())
                .containsSubsequence(
                        "The sign-in to AWS account 999888777666 has run out. Everything waits",
                        "The SSO sign-in of profile page has run out. Sign in now? [Y/n]",
                        "compare the code: WXYZ-1234",
                        "https://device.sso.eu-west-1.amazonaws.com/?user_code=WXYZ-1234",
                        "Signed in again; going on.");
    }

    @Test
    void whoDoesNotWantThePageStops() {
        console.typing("n");
        assertThat(renewed(new SignIn.OfProfile("page"), _ -> true)).isFalse();
        assertThat(tried).isEmpty();
        assertThat(shown()).contains("Not signed in again, so it ends here.");
    }

    @Test
    void aProfileThatWantsACodeIsGivenOneAndAskedAgainWhereThatIsNoCode() {
        console.typing("12345", "654321");
        SignIn coded = new SignIn.WithCode(Optional.of("coded"), new MfaCode("111111"));
        assertThat(renewed(coded, _ -> true)).isTrue();
        assertThat(tried).containsExactly(new SignIn.WithCode(Optional.of("coded"), new MfaCode("654321")));
        assertThat(shown()).contains("Code from arn:aws:iam::999888777666:mfa/lee, Enter to stop: ");
    }

    @Test
    void whatAProgramGivesIsReadAgainWhenThePersonSaysSo() {
        console.typing("what?", "");
        SignIn program = new SignIn.OfProfile("program");
        assertThat(renewed(program, _ -> true)).isTrue();
        assertThat(tried).containsExactly(program);
        assertThat(shown()).contains("Renew it where you got it, then press Enter", "Press Enter, or type k or s.");
    }

    @Test
    void keysMayBeTypedInItsPlaceAndThoseOfAnotherAccountAreRefusedAndWiped() {
        console.typing(
                "k", "AKIAIOSFODNN7WRONGXX", "first-secret", "", "ASIAIOSFODNN7RIGHTXX", "right-secret", "token");
        assertThat(renewed(
                        new SignIn.OfProfile("program"),
                        how -> how instanceof SignIn.Keys keys
                                && keys.id().value().equals("ASIAIOSFODNN7RIGHTXX")))
                .isTrue();
        assertThat(shown())
                .containsSubsequence(
                        "That leads to account 222222222222, as arn:of-another. What is under way is in account"
                                + " 999888777666; sign in there.",
                        "Access key ID, Enter to stop: ",
                        "Signed in again; going on.")
                .doesNotContain("first-secret", "right-secret", "token:");
        assertThat(isWiped(((SignIn.Keys) tried.getFirst()).secretAccessKey())).isTrue();
        assertThat(isWiped(((SignIn.Keys) tried.getLast()).secretAccessKey())).isFalse();
    }

    @Test
    void anotherTokenIsAskedForAndTheOldOneWiped() {
        console.typing("bad", "good");
        WebhookConnector.SignIn.Token old = new WebhookConnector.SignIn.Token(Secret.of("old"));
        Lapse<WebhookConnector.SignIn> lapse = lapse(old, how -> how.secret().use("good"::equals));
        assertThat(prompt().thoughtSpot(lapse)).isTrue();
        assertThat(isWiped(old.token())).isTrue();
        assertThat(isWiped(((WebhookConnector.SignIn) tried.getFirst()).secret()))
                .isTrue();
        assertThat(shown()).contains("New ThoughtSpot token, Enter to stop: ").doesNotContain("bad", "good\n");
    }

    private static boolean isWiped(Secret secret) {
        try {
            return secret.use(_ -> false);
        } catch (IllegalStateException _) {
            return true;
        }
    }

    @Test
    void nobodyIsAskedWithoutATerminalNorWithNoInputNorForJson() {
        SignIn page = new SignIn.OfProfile("page");
        assertThat(renewed(page, _ -> true)).isFalse();
        console.typing("");
        options.noInput = true;
        assertThat(renewed(page, _ -> true)).isFalse();
        options.noInput = false;
        options.json = true;
        assertThat(renewed(page, _ -> true)).isFalse();
        assertThat(shown()).isEmpty();
    }
}
