package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.MfaCode;
import io.spotdock.port.CloudConnector.SignIn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MfaPromptTest {
    private static final SignIn OPS = new SignIn.OfProfile("ops");
    private static final Failure WANTED = new Failure.Expired("sign-in.aws-mfa", List.of("ops", "mfa/lee"), "");
    private static final Failure WRONG = new Failure.Expired("sign-in.aws-mfa-code", List.of(), "");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();
    private final List<SignIn> tried = new ArrayList<>();

    @BeforeEach
    void console() {
        console = new Console(directory);
    }

    private String signIn() {
        return new MfaPrompt(new Frame(console.context(Console.stream(err), Console.stream(err)), options))
                .around(OPS, this::answer);
    }

    /** AWS, which wants 123456. */
    private String answer(SignIn how) {
        tried.add(how);
        if (how.equals(OPS)) throw new FailureException(WANTED);
        if (!how.equals(coded("123456"))) throw new FailureException(WRONG);
        return "signed in";
    }

    private static SignIn coded(String code) {
        return new SignIn.WithCode(Optional.of("ops"), new MfaCode(code));
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aProfileThatWantsACodeIsSignedInToWithTheOneThatWasTyped() {
        console.typing("123 456");
        assertThat(signIn()).isEqualTo("signed in");
        assertThat(shown()).contains("Code from mfa/lee: ").doesNotContain("123");
    }

    @Test
    void aCodeThatIsNotAcceptedIsAskedForAgain() {
        console.typing("654321", "123456");
        assertThat(signIn()).isEqualTo("signed in");
        assertThat(shown())
                .containsSubsequence("Code from", "not accepted. Wait for the next one.", "Code from mfa/lee");
    }

    @Test
    void whatIsNoCodeIsNotSent() {
        console.typing("12345", "abcdef", "123456");
        assertThat(signIn()).isEqualTo("signed in");
        assertThat(tried).containsExactly(OPS, coded("123456"));
    }

    @Test
    void afterThreeCodesItGivesUp() {
        console.typing("000001", "000002", "000003", "123456");
        assertThat(catchThrowableOfType(FailureException.class, this::signIn).failure())
                .isEqualTo(WRONG);
        assertThat(tried).hasSize(4);
    }

    @Test
    void withNobodyToAskItFailsAtOnce() {
        assertThat(catchThrowableOfType(FailureException.class, this::signIn).failure())
                .isEqualTo(WANTED);
        console.typing("123456");
        options.noInput = true;
        assertThat(catchThrowableOfType(FailureException.class, this::signIn).failure())
                .isEqualTo(WANTED);
        assertThat(shown()).isEmpty();
        assertThat(ExitCode.of(WANTED)).isEqualTo(ExitCode.DENIED);
    }

    @Test
    void whoEndsTheInputCancels() {
        console.typing();
        assertThatThrownBy(this::signIn).isInstanceOf(CancellationException.class);
    }

    @Test
    void otherFailuresPass() {
        console.typing("123456");
        FailureException expired = new FailureException(new Failure.Expired("sign-in.aws-sso", List.of("ops"), ""));
        Frame frame = new Frame(console.context(Console.stream(err), Console.stream(err)), options);
        assertThatThrownBy(() -> new MfaPrompt(frame).around(OPS, _ -> {
                    throw expired;
                }))
                .isSameAs(expired);
        assertThat(shown()).isEmpty();
    }
}
