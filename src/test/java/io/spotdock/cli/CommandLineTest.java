package io.spotdock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands have in common. */
class CommandLineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() throws Exception {
        console = new Console(directory).withGuide();
    }

    private CliContext quiet() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return console.context(nowhere, nowhere);
    }

    @Test
    void theVersionGoesToStandardOutput() {
        assertThat(console.run("--version")).isEqualTo(new Ran(0, "spotdock (development)\n", ""));
    }

    @Test
    void withNoCommandItOpensTheWizard() {
        assertThat(console.run()).isEqualTo(new Ran(0, "", ""));
        assertThat(console.shown).containsExactly("Optional.empty false");
    }

    @Test
    void theWizardBeginsWithASettingsFileOrInASandbox() throws Exception {
        console.withGuide();
        assertThat(console.run("wizard", "-s", "spotdock.yaml").code()).isZero();
        assertThat(console.run("wizard", "--sandbox").code()).isZero();
        assertThat(console.shown).hasSize(2);
        assertThat(console.shown.getFirst()).endsWith("spotdock.yaml] false");
        assertThat(console.shown.getLast()).isEqualTo("Optional.empty true");
    }

    @Test
    void aSettingsFileThatIsNotThereIsToldBeforeAWindowOpens() {
        Ran ran = console.run("wizard", "--settings", "none.yaml");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("none.yaml");
        assertThat(console.shown).isEmpty();
    }

    @Test
    void eachCommandIsMadeByTheNameItHas() {
        CommandTree.topLevel(quiet(), console.families())
                .forEach((name, own) -> assertThat(own).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource({
        "'',0",
        "--version,0",
        "-V,0",
        "policy,1",
        "webhook show,1",
        "policy --help,1",
        "--help,ALL",
        "--json policy,ALL",
        "polcy,ALL",
        "completion bash,ALL"
    })
    void onlyTheCommandsThatTheArgumentsCanBeAboutAreMade(String arguments, String made) {
        int all = CommandTree.topLevel(quiet(), console.families()).size();
        List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
        assertThat(CommandTree.madeFor(quiet(), console.families(), words))
                .hasSize(made.equals("ALL") ? all : Integer.parseInt(made));
    }

    @Test
    void itsHelpListsTheCommands() {
        Ran ran = console.run("--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("Usage: spotdock")
                .contains("wizard", "check-settings", "policy", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wizard",
                "init",
                "check-settings",
                "policy",
                "export",
                "evaluate",
                "preflight",
                "plan",
                "apply",
                "test",
                "deliveries",
                "destroy",
                "webhook",
                "fleet",
                "journal",
                "sandbox",
                "demo",
                "support-bundle",
                "completion"
            })
    void everyCommandHasHelpWithPurposeExamplesAndExitCodes(String command) {
        Ran ran = console.run(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("Usage: spotdock " + command)
                .contains("Examples:\n  ", "Exit codes:", "130   cancelled", "--no-input", "--json", "--color");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "enable", "disable", "delete"})
    void aSubcommandHasHelpToo(String command) {
        Ran ran = console.run("webhook", command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("Usage: spotdock webhook " + command)
                .contains("Examples:\n  ", "Exit codes:", "130   cancelled", "--no-input", "--json", "--color");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "test", "doctor", "export"})
    void aCommandOverAFleetHasHelpToo(String command) {
        Ran ran = console.run("fleet", command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("Usage: spotdock fleet " + command)
                .contains("Examples:\n  ", "Exit codes:", "130   cancelled", "--manifest=MANIFEST", "--json");
    }

    @Test
    void aCommandThatWantsASubcommandSaysWhich() {
        Ran ran = console.run("webhook");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Missing required subcommand", "spotdock webhook --help");
        assertThat(console.run("webhook", "delte").err()).contains("Did you mean delete?");
    }

    @ParameterizedTest
    @CsvSource({"polcy, 'Unknown: polcy. Did you mean policy?'", "flamingo, 'Unknown: flamingo.'"})
    void anUnknownCommandIsToldTheNearest(String command, String sentence) {
        assertThat(console.run(command)).isEqualTo(new Ran(2, "", sentence + "\nspotdock --help says how.\n"));
    }

    @Test
    void anUnknownOptionIsToldTheNearest() {
        assertThat(console.run("policy", "-s", "spotdock.yaml", "--forse").err())
                .isEqualTo("Unknown: --forse. Did you mean --force?\nspotdock policy --help says how.\n");
    }

    @Test
    void aMissingOptionIsWrongUsageInJsonToo() throws Exception {
        Ran ran = console.run("policy", "--json");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEmpty();
        assertThat(new ObjectMapper().readTree(ran.out())).isEqualTo(new ObjectMapper().readTree("""
            {"result": "failed", "exitCode": 2,
             "failure": {"kind": "usage", "text": "Missing required option: '--settings=FILE'"}}
            """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--token", "--password", "--secret-key"})
    void aSecretIsNoArgumentAndIsNotRepeated(String option) {
        for (Ran ran : new Ran[] {
            console.run("policy", option, "hunter2"),
            console.run("policy", option + "=hunter2", "--json"),
            console.run("policy", "-s", "spotdock.yaml", option, "hunter2", "-v")
        }) {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.out() + ran.err()).contains("SPOTDOCK_TOKEN").doesNotContain("hunter2");
        }
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        assertThat(console.run("--json", "check-settings", "-s", "spotdock.yaml"))
                .isEqualTo(console.run("check-settings", "-s", "spotdock.yaml", "--json"));
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        String bad = "polcy";
        assertThat(console.run(bad).err()).doesNotContain("\u001b");
        assertThat(console.run("--color=always", bad).err()).contains("\u001b[31m");
        console.typing();
        assertThat(console.run(bad).err()).contains("\u001b[31m");
        assertThat(console.run("--color=never", bad).err()).doesNotContain("\u001b");
        console.with("NO_COLOR", "1");
        assertThat(console.run(bad).err()).doesNotContain("\u001b");
        console.with("NO_COLOR", "").with("TERM", "dumb");
        assertThat(console.run(bad).err()).doesNotContain("\u001b");
    }

    @Test
    void theCompletionScriptKnowsTheCommandsAndOptions() {
        Ran ran = console.run("completion", "bash");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("check-settings", "--thoughtspot-url", "complete -F _complete_spotdock");
        assertThat(console.run("completion", "zsh").out()).isEqualTo(ran.out());
        assertThat(console.run("completion", "fish").code()).isEqualTo(2);
    }
}
