package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.TestRooms;
import io.spotdock.cli.Console.Ran;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.journal.Journal;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Guide;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The webhook from the command line, against a sandbox. */
class WebhookCommandTest {
    private static final String SECRET = "s3cr3t-of-the-receiver";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() throws Exception {
        console = new Console(directory)
                .with(TestRooms.of(Journal.inMemory(), InstantSource.system(), _ -> {}, directory))
                .with("RECEIVER_TOKEN", SECRET);
        sandbox.access().environment().forEach(console::with);
        console.with("SPOTDOCK_THOUGHTSPOT_URL", sandbox.access().thoughtSpot().toString())
                .with("SPOTDOCK_TOKEN", sandbox.access().thoughtSpotToken());
        console.file("spotdock.yaml", Guide.YAML.replace("  profile: default                      # optional\n", ""));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Ran run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("-s", "spotdock.yaml"));
        arguments.addAll(List.of(more));
        Ran ran = console.run(arguments.toArray(String[]::new));
        assertThat(ran.out() + ran.err()).doesNotContain(SECRET);
        return ran;
    }

    private static JsonNode result(Ran ran) throws Exception {
        return new ObjectMapper().readTree(ran.lines().getLast());
    }

    private WebhookService thoughtSpot() {
        return new ThoughtSpotConnector(Map.of(), InstantSource.system(), _ -> {})
                .connect(
                        new ThoughtSpotHost(sandbox.access().thoughtSpot()),
                        new SignIn.Token(Secret.of(sandbox.access().thoughtSpotToken())),
                        Optional.of("Primary"),
                        _ -> Secret.of("x"));
    }

    private List<CallLog.Call> writes() {
        return sandbox.calls().calls().stream().filter(CallLog.Call::write).toList();
    }

    private void apply() {
        assertThat(run("apply", "--yes").code()).isZero();
        sandbox.calls().clear();
    }

    @Test
    void showSaysHowItStandsAndChangesNothing() throws Exception {
        assertThat(run("webhook show").err()).contains("Org Primary has no webhook");
        apply();

        Ran ran = run("webhook show");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("Webhook_S3, the webhook of Org Primary, made or set up by Spotdock", "enabled: yes")
                .contains("bearer token", "my-company-data-exports", "channels: EMAIL, WEBHOOK");
        JsonNode webhook = result(run("webhook show", "--json")).path("webhook");
        assertThat(webhook.path("enabled").asBoolean()).isTrue();
        assertThat(webhook.path("ours").asBoolean()).isTrue();
        assertThat(webhook.path("bucket").asText()).isEqualTo("my-company-data-exports");
        assertThat(writes()).isEmpty();
    }

    @Test
    void awsIsNotAskedForAnythingOfThis() {
        apply();

        run("webhook disable", "--yes");
        run("webhook show");
        run("webhook delete", "--yes");

        assertThat(sandbox.calls().calls()).extracting(CallLog.Call::service).containsOnly("thoughtspot");
    }

    @Test
    void aChangeIsShownAndAskedForAndNoIsNo() {
        apply();
        console.typing("n");

        Ran ran = run("webhook disable");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out()).contains("webhook Webhook_S3: update", "- true", "+ false");
        assertThat(ran.err()).contains("Have ThoughtSpot deliver nothing more to Webhook_S3 of Org Primary?");
        assertThat(writes()).isEmpty();
        console.typing("y");
        assertThat(run("webhook disable").code()).isZero();
        assertThat(thoughtSpot().webhooks().getFirst().isDisabled()).isTrue();
        assertThat(run("webhook enable", "--no-input").code()).isEqualTo(4);
        assertThat(run("webhook enable", "--no-input", "--yes").code()).isZero();
        assertThat(thoughtSpot().webhooks().getFirst().isDisabled()).isFalse();
    }

    @Test
    void deleteSaysWhatCantComeBackAndPutsTheChannelsBack() throws Exception {
        apply();

        Ran ran = run("webhook delete", "--yes");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("- webhook Webhook_S3: delete", "its secret is not kept; ThoughtSpot doesn’t show it")
                .contains("channel Primary: update", "1 to update, 1 to delete");
        assertThat(thoughtSpot().webhooks()).isEmpty();
        assertThat(thoughtSpot().channels().channels()).hasSize(1);
        JsonNode again = result(run("webhook delete", "--json", "--yes"));
        assertThat(again.path("exitCode").asInt()).isZero();
        assertThat(again.path("changes")).isEmpty();
        assertThat(run("apply", "--yes").code()).isZero();
        assertThat(thoughtSpot().webhooks()).hasSize(1);
    }

    @Test
    void oneThatOthersMadeWantsMoreThanYes() {
        theirs();

        for (String command : List.of("webhook delete", "webhook disable")) {
            Ran ran = run(command, "--yes");
            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.out()).contains("Finance_reports: decide", "https://finance.example.com/hook");
            assertThat(ran.err()).contains("--overwrite webhook");
        }
        assertThat(run("webhook delete", "--yes", "--overwrite", "trust-policy").code())
                .isEqualTo(4);
        assertThat(thoughtSpot().webhooks()).hasSize(1);
        assertThat(run("webhook delete", "--yes", "--overwrite", "webhook").code())
                .isZero();
        assertThat(thoughtSpot().webhooks()).isEmpty();
        assertThat(run("destroy --only webhook", "--yes").out()).contains("+ make webhook Finance_reports again");
        assertThat(thoughtSpot().webhooks()).extracting(Webhook::name).containsExactly("Finance_reports");
    }

    @Test
    void secretsAreSentAgainOnRequestAndSaidToBeUnseenOtherwise() {
        apply();

        assertThat(run("plan").out()).contains("ThoughtSpot doesn’t show secrets", "--renew-secrets");
        assertThat(run("apply", "--yes").code()).isZero();
        assertThat(writes()).isEmpty();
        Ran ran = run("apply --only webhook", "--yes", "--renew-secrets");
        assertThat(ran.out())
                .contains("replaced; ThoughtSpot doesn’t show the old one")
                .doesNotContain("sends them again");
        assertThat(writes()).extracting(CallLog.Call::action).containsExactly("/webhooks/{id}/update");
    }

    @Test
    void destroyTakesOneSideBack() {
        apply();

        assertThat(run("destroy --only aws", "--yes").code()).isZero();
        assertThat(thoughtSpot().webhooks()).hasSize(1);
        Ran ran = run("destroy --only webhook", "--yes");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("- remove webhook Webhook_S3", "~ restore channel Primary");
        assertThat(thoughtSpot().webhooks()).isEmpty();
        assertThat(run("destroy", "--yes").err()).contains("nothing that Spotdock made");
    }

    private void theirs() {
        thoughtSpot()
                .create(new Webhook(
                        Optional.empty(),
                        "Finance_reports",
                        "https://finance.example.com/hook",
                        Optional.empty(),
                        Map.of(),
                        new WebhookAuthentication.None(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
        sandbox.calls().clear();
    }
}
