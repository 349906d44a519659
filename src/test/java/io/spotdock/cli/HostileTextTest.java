package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Strength;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Unseen;
import io.spotdock.plan.Outcome;
import io.spotdock.service.Event;
import io.spotdock.settings.Problem;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Names and sentences of others never act on the terminal that shows them. */
class HostileTextTest {
    /** Clears the screen, sets the window's title, rings, goes back over the line, and reads from right to left. */
    private static final String HOSTILE = "a\u001b[2J\u001b]0;title\u0007\rok\u009b1m\u202eevil\u2066\u0000";

    private static final String SHOWN = "a\\u001b[2J\\u001b]0;title\\u0007\\u000dok\\u009b1m\\u202eevil\\u2066\\u0000";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String human(boolean colors, Consumer<Output> told) {
        told.accept(new HumanOutput(
                Console.stream(out), Console.stream(err), new Style(colors), false, true, new Texts(Locale.ENGLISH)));
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static void everything(Output output) {
        Failure denied = new Failure.Denied("s3:" + HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        output.failure(denied);
        output.failure(new Failure.Conflict(HOSTILE, Fault.of("fault.text.length", 1, 2), HOSTILE));
        output.problem(
                HOSTILE, new Problem(HOSTILE, Fault.of("fault.key.unknown", HOSTILE, HOSTILE), Optional.empty()));
        output.note(Fault.of("note.prefix-open-ended", HOSTILE));
        output.say(HOSTILE);
        output.print(HOSTILE + "\n");
        output.misuse(HOSTILE);
        output.trace(new IllegalStateException(HOSTILE));
        output.accept(new Event.Finished(HOSTILE, new Outcome.Stopped(denied)));
        output.accept(new Event.Waiting(HOSTILE, 1, Duration.ofSeconds(1), Fault.of(HOSTILE)));
        output.accept(new Event.Checked(new CheckResult(
                HOSTILE,
                CheckGroup.ROLE,
                Strength.OBSERVED,
                CheckResult.Status.FAILED,
                Optional.of(Fault.of(HOSTILE, HOSTILE)),
                Optional.empty(),
                Optional.of(denied),
                HOSTILE)));
    }

    private static String unseen(String text) {
        return text.replaceAll("[\\n\\t]", "").replaceAll("[^\\p{C}]", "");
    }

    @Test
    void withoutColoursNothingReachesATerminalThatItActsOn() {
        String text = human(false, HostileTextTest::everything);
        assertThat(text).contains(SHOWN);
        assertThat(Unseen.in(text.replaceAll("[\\n\\t]", ""))).as(unseen(text)).isFalse();
    }

    @Test
    void withColoursOnlyOurOwnDo() {
        String text = human(true, HostileTextTest::everything);
        assertThat(text).contains(SHOWN, "\u001b[31m");
        String withoutOurs = text.replaceAll("\u001b\\[(0|1|2|31|32|33)m", "").replaceAll("[\\n\\t]", "");
        assertThat(Unseen.in(withoutOurs)).as(unseen(withoutOurs)).isFalse();
    }

    @Test
    void programsGetJsonInPlainAscii() {
        Output json = new JsonOutput(Console.stream(out), new Texts(Locale.ENGLISH));
        everything(json);
        json.member(HOSTILE, List.of(HOSTILE));
        json.finish(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("[\\n\\x20-\\x7e]+")
                .contains("\\u001b", "\\u202e");
    }

    @Test
    void aTextOfAnyLengthIsCut() {
        assertThat(new Texts(Locale.ENGLISH).of(Fault.of("fault.key.unknown", "x".repeat(5_000_000), "y")))
                .hasSizeLessThan(40_000);
    }
}
