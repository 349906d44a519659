package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as the log tells it. */
class RunLogTest {
    private static String words(String line) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CliContext context = new Console(Path.of("none")).context(nowhere, nowhere);
        try (Frame frame = new Frame(context, new GlobalOptions())) {
            return RunLog.words(Cli.commands(frame, List.of()).parseArgs(line.split(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "apply -s a.yaml --yes, spotdock apply --settings=a.yaml --yes",
        "test -s a.yaml --size 12 --json, spotdock test --settings=a.yaml --size=12 --json",
        "'export -s a.yaml -o files --format cli,json', 'spotdock export --settings=a.yaml --output=files --format=cli,json'",
        "webhook show -s a.yaml, spotdock webhook show --settings=a.yaml"
    })
    void filesNumbersAndChoicesAreTold(String line, String words) {
        assertThat(words(line)).isEqualTo(words);
    }

    @Test
    void whatIsTypedFreelyIsNot() {
        assertThat(words("plan -s a.yaml --profile hunter2 --thoughtspot-url https://hunter2@x --user hunter2"))
                .isEqualTo("spotdock plan --settings=a.yaml --profile=… --thoughtspot-url=… --user=…");
        assertThat(words("init --webhook-authentication-bearer-token=hunter2")).doesNotContain("hunter2");
    }
}
