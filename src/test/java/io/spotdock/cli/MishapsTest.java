package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MishapsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.Denied("a", "r", "p", ""), 3),
                Arguments.of(new Failure.Expired("sign-in.aws-sso", ""), 3),
                Arguments.of(new Failure.Missing("r", ""), 2),
                Arguments.of(new Failure.Invalid("f", Fault.of("fault.required"), ""), 2),
                Arguments.of(new Failure.AlreadyThere("r", ""), 4),
                Arguments.of(new Failure.Conflict("r", Fault.of("fault.required"), ""), 4),
                Arguments.of(new Failure.Throttled("s", ""), 5),
                Arguments.of(new Failure.Unreachable("h", ""), 5),
                Arguments.of(new Failure.NotVisibleYet("r", ""), 5),
                Arguments.of(new Failure.Unexpected("1a2b", ""), 70));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsExitCode(Failure failure, int code) {
        assertThat(mishaps().thrown(new FailureException(failure))).isEqualTo(code);
    }

    @Test
    void everyKindOfFailureIsInThatTable() {
        assertThat(failures().map(arguments -> arguments.get()[0].getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Failure.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void aCancelledCommandSaysSo() {
        assertThat(mishaps().thrown(new CancellationException())).isEqualTo(130);
        assertThat(mishaps().thrown(new InterruptedException())).isEqualTo(130);
        assertThat(err()).isEqualTo("Cancelled.\nCancelled.\n");
    }

    @Test
    void aBugGetsAReferenceAndItsTraceOnlyWhenAskedFor() {
        assertThat(mishaps().thrown(new IllegalStateException("inner workings")))
                .isEqualTo(70);
        assertThat(err()).containsPattern("Reference [0-9a-f]{8}\\.").doesNotContain("inner workings", "\tat ");
        options.verbose = true;
        assertThat(mishaps().thrown(new IllegalStateException("inner workings")))
                .isEqualTo(70);
        assertThat(err()).contains("inner workings", "\tat ");
    }

    @Test
    void aValueThatCannotBeIsWrongUsage() {
        Exception thrown = catchThrowableOfType(IllegalArgumentException.class, () -> new BucketName("No"));
        assertThat(mishaps().thrown(thrown)).isEqualTo(2);
        assertThat(err()).isEqualTo("Only small letters, digits, dots and hyphens.\n");
    }

    private Mishaps mishaps() {
        return new Mishaps(
                new Frame(new Console(directory).context(Console.stream(err), Console.stream(err)), options));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
