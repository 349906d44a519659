package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.MemoryKeychain;
import io.spotdock.TestRooms;
import io.spotdock.cli.Console.Ran;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.Journal;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.service.KeptSignIns;
import io.spotdock.settings.Guide;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sign-in that is kept, from the command line, against a sandbox. */
class SignInCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());
    private final String token = sandbox.access().thoughtSpotToken();
    private final MemoryKeychain keychain = new MemoryKeychain();

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() throws Exception {
        console = at("a-terminal");
    }

    /** Another terminal, where nothing is left of what an earlier one had in its variables. */
    private Console at(String name) throws Exception {
        Path folder = Files.createDirectories(directory.resolve(name));
        Console other = new Console(folder)
                .with(TestRooms.keeping(
                        TestRooms.of(Journal.inMemory(), InstantSource.system(), _ -> {}, folder),
                        new KeptSignIns(keychain, new DataDirectory(directory.resolve("own")))))
                .with("RECEIVER_TOKEN", "of-the-receiver");
        sandbox.access().environment().forEach(other::with);
        other.with("SPOTDOCK_THOUGHTSPOT_URL", sandbox.access().thoughtSpot().toString())
                .with("SPOTDOCK_TOKEN", "");
        other.file("spotdock.yaml", Guide.YAML.replace("  profile: default                      # optional\n", ""));
        return other;
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Ran run(Console where, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("-s", "spotdock.yaml"));
        Ran ran = where.run(arguments.toArray(String[]::new));
        assertThat(ran.out() + ran.err()).doesNotContain(token).doesNotContain(ThoughtSpotServer.PASSWORD);
        return ran;
    }

    @Test
    void aTokenIsKeptOnRequestAndSignsInWhenAskedFor() throws Exception {
        console.with("SPOTDOCK_TOKEN", token);
        Ran kept = run(console, "sign-in");
        assertThat(kept.code()).as(kept.err()).isZero();
        assertThat(kept.err()).contains("ThoughtSpot accepts admin", "Secret Service");
        assertThat(keychain.kept()).hasSize(1).containsValue(token);

        Console later = at("later");
        assertThat(run(later, "webhook", "show", "--keychain", "--no-input").code())
                .isZero();
        assertThat(run(later, "plan", "--keychain", "--no-input").code()).isZero();
        assertThat(keychain.asked()).containsExactly("keep", "find", "find");
    }

    @Test
    void withoutBeingAskedForTheKeychainIsNotTouched() throws Exception {
        keep();
        Console later = at("later").with("SPOTDOCK_TOKEN", token);
        assertThat(run(later, "webhook", "show").code()).isZero();
        assertThat(run(at("without"), "webhook", "show", "--no-input").code()).isEqualTo(2);
        assertThat(keychain.asked()).containsExactly("keep");
    }

    private void keep() {
        console.with("SPOTDOCK_TOKEN", token);
        assertThat(run(console, "sign-in").code()).isZero();
    }

    @Test
    void aTypedPasswordIsKeptForItsUser() throws Exception {
        console.typing(ThoughtSpotServer.PASSWORD);
        assertThat(run(console, "sign-in", "--user", "admin").code()).isZero();
        assertThat(keychain.kept()).containsValue(ThoughtSpotServer.PASSWORD);
        assertThat(keychain.kept().keySet())
                .singleElement()
                .matches(item -> item.user().equals("admin"));
        assertThat(run(at("later"), "webhook", "show", "--keychain").code()).isZero();
        assertThat(run(at("other"), "webhook", "show", "--keychain", "--user", "berta")
                        .err())
                .contains("Nothing is kept for");
    }

    @Test
    void whatThoughtSpotDoesNotAcceptIsNotKept() {
        console.with("SPOTDOCK_TOKEN", "wrong-token");
        assertThat(run(console, "sign-in").code()).isEqualTo(3);
        assertThat(keychain.asked()).isEmpty();
    }

    @Test
    void aSecretKeyIsNotKept() {
        console.with("SPOTDOCK_USER", "admin").with("SPOTDOCK_SECRET_KEY", ThoughtSpotServer.SECRET_KEY);
        Ran ran = run(console, "sign-in");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("A secret key is never kept");
        assertThat(keychain.asked()).isEmpty();
    }

    @Test
    void whereThereIsNoKeychainNobodyIsAskedForAToken() {
        keychain.absent("fault.keychain.no-bus");
        Ran ran = run(console.typing(token), "sign-in");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("There is no keychain here").doesNotContain("ThoughtSpot token");
    }

    @Test
    void aLockedKeychainIsSaidAndThenThePersonIsAskedAsEver() throws Exception {
        keep();
        keychain.refuse("fault.keychain.locked");
        Ran asked = run(at("terminal").typing(token), "webhook", "show", "--keychain");
        assertThat(asked.code()).isZero();
        assertThat(asked.err()).contains("The keychain is locked", "ThoughtSpot token");
        Ran nobody = run(at("build-server"), "webhook", "show", "--keychain", "--no-input");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("The keychain is locked");
    }

    @Test
    void whatWasTakenOutOfTheKeychainIsAskedForAgain() throws Exception {
        keep();
        keychain.clear();
        Ran ran = run(at("later").typing(token), "webhook", "show", "--keychain");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("it was taken out of the keychain");
    }

    @Test
    void forgettingTakesAllOfTheClusterOutAndMayBeRepeated() throws Exception {
        keep();
        console.with("SPOTDOCK_TOKEN", "").typing(ThoughtSpotServer.PASSWORD);
        assertThat(run(console, "sign-in", "--user", "admin").code()).isZero();
        assertThat(keychain.kept()).hasSize(2);
        Ran forgotten = run(at("later"), "sign-in", "--forget", "--json");
        assertThat(forgotten.lines().getLast()).contains("\"kept\":false");
        assertThat(keychain.kept()).isEmpty();
        assertThat(run(at("again"), "sign-in", "--forget").err()).contains("Nothing is kept for");
    }
}
