package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.port.WebhookConnector.SignIn;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SignInOptionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    private final GlobalOptions options = new GlobalOptions();

    @BeforeEach
    void console() {
        console = new Console(directory);
    }

    @Test
    void aTokenOfTheEnvironmentSignsIn() {
        console.with("SPOTDOCK_TOKEN", "t0ken");
        assertThat(told(given())).isEqualTo("token t0ken");
    }

    @Test
    void aTokenFileStandsAboveTheEnvironment() throws Exception {
        console.with("SPOTDOCK_TOKEN", "t0ken").file("token", "from-file\n");
        assertThat(told(given("--token-file", "token"))).isEqualTo("token from-file");
    }

    @Test
    void aUserSignsInWithAPasswordOrRatherASecretKey() {
        console.with("SPOTDOCK_USER", "ada").with("SPOTDOCK_PASSWORD", "p4ss");
        assertThat(told(given())).isEqualTo("password ada p4ss");
        console.with("SPOTDOCK_SECRET_KEY", "k3y");
        assertThat(told(given())).isEqualTo("secret key ada k3y");
    }

    @Test
    void aUserNamedOnTheCommandLineStandsAboveATokenOfTheEnvironment() {
        console.with("SPOTDOCK_TOKEN", "t0ken").with("SPOTDOCK_PASSWORD", "p4ss");
        assertThat(told(given("--user", "bob"))).isEqualTo("password bob p4ss");
    }

    @Test
    void whoIsThereIsAskedAndWhatIsTypedIsNotShown() {
        console.typing("typed");
        assertThat(told(given())).isEqualTo("token typed");
        console.typing("typed");
        assertThat(told(given("--user", "bob"))).isEqualTo("password bob typed");
    }

    @Test
    void withNobodyThereAndNothingGivenItIsSaidWhatToSet() {
        Failure missing = new Failure.Invalid("SPOTDOCK_TOKEN", Fault.of("fault.sign-in.missing"), "");
        assertThatThrownBy(() -> given())
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(missing));
        console.typing("typed");
        options.noInput = true;
        assertThatThrownBy(() -> given())
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(missing));
    }

    private SignIn given(String... arguments) {
        SignInOptions signIn = new SignInOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(signIn)).parseArgs(arguments);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return signIn.needed(new Frame(console.context(Console.stream(out), Console.stream(out)), options));
    }

    private static String told(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Token t -> "token " + t.token().use(text -> text);
            case SignIn.Password p ->
                "password " + p.user() + " " + p.password().use(text -> text);
            case SignIn.SecretKey k -> "secret key " + k.user() + " " + k.key().use(text -> text);
        };
    }
}
