package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.cli.Cli;
import io.spotdock.cli.Console.Ran;
import io.spotdock.sandbox.control.CallLog;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet, carried out from the command line against a sandbox. */
class FleetApplyCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private FleetOnSandbox fleet;

    @BeforeEach
    void start() {
        fleet = new FleetOnSandbox(directory).manifest("sales", "finance", "hr");
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void whatIsPlannedIsCarriedOutAndThenThereIsNothingToDo() {
        Ran planned = fleet.run("plan", "--exit-code");
        assertThat(planned.code()).as(planned.err()).isEqualTo(10);
        assertThat(planned.out()).contains("sales", "finance", "hr", "999888777666", "5 to create");
        assertThat(fleet.writes()).isEmpty();

        Ran applied = fleet.run("apply", "--yes");
        assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
        assertThat(applied.out()).contains("sales    999888777666  done     5 changes made");
        assertThat(applied.err())
                .contains("15 to create; 3 integrations in one account", "999888777666: 15 to create (3 integrations)")
                .contains("3 integrations: 3 done.");

        fleet.sandbox.calls().clear();
        assertThat(fleet.run("plan", "--exit-code").code()).isZero();
        Ran again = fleet.run("apply", "--yes");
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("3 in place", "There is nothing to apply.");
        assertThat(fleet.writes()).isEmpty();
    }

    @Test
    void itIsAskedForOnceAndNoIsNo() {
        fleet.console.typing("n");
        Ran ran = fleet.run("apply");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).containsOnlyOnce("Make all these changes?");
        assertThat(fleet.writes()).isEmpty();
        fleet.console.typing("y");
        assertThat(fleet.run("apply").code()).isZero();
        assertThat(fleet.run("apply", "--no-input").code()).isZero();
    }

    @Test
    void withNobodyToAskNothingIsChangedWithoutYes() {
        Ran ran = fleet.run("apply", "--no-input");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("--yes");
        assertThat(fleet.writes()).isEmpty();
    }

    @Test
    void oneThatIsDeniedStopsNoOther() throws Exception {
        fleet.manifest("sales", "finance");
        assertThat(fleet.run("apply", "--yes").code()).isZero();
        fleet.sandbox.faults().set("deny", "iam:CreateRole");
        fleet.manifest("sales", "{name: hr, bucket: {name: acme-sales}}", "{name: finance, bucket: {prefix: other/}}");

        Ran ran = fleet.run("apply", "--yes", "--json");

        assertThat(ran.code()).as(ran.out()).isEqualTo(3);
        JsonNode integrations = FleetOnSandbox.last(ran).path("integrations");
        assertThat(integrations)
                .extracting(FleetApplyCommandTest::told)
                .containsExactly("sales in-place", "hr failed", "finance done");
        assertThat(integrations.get(1).path("failure").path("kind").asText()).isEqualTo("denied");
        assertThat(FleetOnSandbox.last(ran).path("totals").path("failed").asInt())
                .isOne();
    }

    @Test
    void oneThatStoppedAfterAChangeIsSaidToHaveStoppedHalfWay() {
        fleet.sandbox.faults().set("scp", "iam:PutRolePolicy");
        fleet.manifest("sales");

        Ran ran = fleet.run("apply", "--yes");

        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(6);
        assertThat(ran.out()).contains("stopped", "after 4 changes:");
        assertThat(ran.err())
                .contains("may not call iam:PutRolePolicy", "In sales.", "--resume” goes on with the rest");
    }

    @Test
    void aRunIsGoneOnWithWhereItStopped() throws Exception {
        fleet.manifest("sales", "finance");
        assertThat(fleet.run("apply", "--yes").code()).isZero();
        fleet.manifest("sales", "finance", "hr");
        fleet.sandbox.calls().clear();

        Ran ran = fleet.run("apply", "--yes", "--resume");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("2 are done already; one is left.", "One integration: signing in");
        assertThat(ran.out()).contains("done already");
        assertThat(fleet.sandbox.calls().calls())
                .extracting(CallLog.Call::action)
                .doesNotContain("unknown");
        assertThat(fleet.run("apply", "--yes", "--resume").err())
                .contains("3 are done already", "Without --resume, all is looked at anew.");
        fleet.manifest("sales", "{name: finance, bucket: {prefix: other/}}", "hr");
        assertThat(fleet.run("apply", "--yes", "--resume").err()).contains("2 are done already; one is left.");
    }

    @Test
    void whatFailedSinceIsNotDoneAlready() {
        assertThat(fleet.run("apply", "--yes").code()).isZero();
        fleet.sandbox.faults().set("deny", "s3:CreateBucket");
        fleet.manifest("sales", "finance", "{name: hr, bucket: {name: another-one}}");
        assertThat(fleet.run("apply", "--yes", "--only", "hr").code()).isEqualTo(3);
        fleet.manifest("sales", "finance", "hr");
        assertThat(fleet.run("apply", "--yes", "--resume").err()).contains("2 are done already; one is left.");
    }

    @Test
    void aConflictKeepsAllFromBeingChangedUnlessItIsLeftOut() throws Exception {
        fleet.sandbox.faults().set("foreign-bucket", "acme-finance");

        Ran refused = fleet.run("apply", "--yes");
        assertThat(refused.code()).as(refused.err()).isEqualTo(4);
        assertThat(refused.err())
                .contains("Nothing has been changed: one integration needs", "--skip-failed", "In finance.");
        assertThat(fleet.writes()).isEmpty();

        Ran ran = fleet.run("apply", "--yes", "--skip-failed");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out()).contains("left out");
        assertThat(ran.err()).contains("2 done, 1 left out");
        assertThat(fleet.run("plan --exit-code --only sales,hr").code()).isZero();
    }

    @Test
    void secretsThatAreMissingAreSaidOnceEachBeforeAnythingIsChanged() {
        String webhook = """
                  webhook:
                    name: W
                    url: https://api.example.com/hook
                    authentication: {bearer-token: env:RECEIVER_TOKEN}
                """;
        fleet.console
                .with("SPOTDOCK_USER", "admin")
                .with("SPOTDOCK_PASSWORD", "sandbox-password")
                .with(
                        "SPOTDOCK_THOUGHTSPOT_URL",
                        fleet.sandbox.access().thoughtSpot().toString());
        fleet.manifest(
                webhook,
                new String[] {"{name: sales, thoughtspot: {org: Sales}}", "{name: all, thoughtspot: {org: Primary}}"});

        Ran ran = fleet.run("apply", "--yes");

        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err())
                .containsOnlyOnce("env:RECEIVER_TOKEN is not right")
                .contains("In sales, all.");
        assertThat(fleet.writes()).isEmpty();
        fleet.console.with("RECEIVER_TOKEN", "s3cr3t-of-the-receiver");
        Ran done = fleet.run("apply", "--yes", "--json");
        assertThat(done.code()).as(done.out()).isZero();
        assertThat(done.out()).doesNotContain("s3cr3t-of-the-receiver", "sandbox-password");
        assertThat(fleet.sandbox.snapshot().webhooks().keySet()).containsExactly("Primary", "Sales");
    }

    @Test
    void aRoleOfOthersThatWouldNotLetTheWebhookDeliverIsSaidBeforeItIsRegistered() {
        fleet.console
                .with("SPOTDOCK_USER", "admin")
                .with("SPOTDOCK_PASSWORD", "sandbox-password")
                .with(
                        "SPOTDOCK_THOUGHTSPOT_URL",
                        fleet.sandbox.access().thoughtSpot().toString());
        fleet.manifest("  webhook: {name: W, url: 'https://api.example.com/hook'}\n", new String[] {
            "{name: sales, thoughtspot: {org: Sales}}",
            "{name: all, thoughtspot: {org: Primary}, role: {name: given, arn: 'arn:aws:iam::999888777666:role/given'}}"
        });

        Ran planned = fleet.run("plan");
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(planned.err()).contains("2 to change", "In all.");
        Ran refused = fleet.run("apply", "--yes");
        assertThat(refused.code()).as(refused.err()).isEqualTo(1);
        assertThat(refused.err()).contains("--skip-role-checks registers the webhook all the same.", "In all.");
        assertThat(fleet.writes()).isEmpty();
        Ran some = fleet.run("apply", "--yes", "--skip-failed");
        assertThat(some.err()).contains("1 done, 1 left out");
        assertThat(fleet.run("apply", "--yes", "--skip-role-checks").code()).isZero();
    }

    @Test
    void eventsNameTheirIntegration() throws Exception {
        Ran ran = fleet.run("apply", "--yes", "--json");
        assertThat(ran.code()).isZero();
        List<String> lines = ran.lines();
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.contains("\"integration\":\""));
        assertThat(lines)
                .anyMatch(
                        line -> line.startsWith(
                                "{\"event\":\"finished\",\"subject\":\"role thoughtspot-hr\",\"outcome\":\"changed\",\"integration\":\"hr\"}"))
                .anyMatch(
                        line -> line.startsWith("{\"event\":\"ended\",\"subject\":\"plan\",\"integration\":\"sales\""))
                .anyMatch(line ->
                        line.startsWith("{\"event\":\"ended\",\"subject\":\"apply\",\"integration\":\"sales\""));
        JsonNode last = FleetOnSandbox.last(ran);
        assertThat(last.path("result").asText()).isEqualTo("ok");
        assertThat(last.path("integrations")).hasSize(3);
        assertThat(last.path("integrations").get(0).path("changed").asInt()).isEqualTo(5);
    }

    @Test
    void anInterruptEndsItAtASafePointAndItIsGoneOnWithLater() {
        Thread caller = Thread.currentThread();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        AtomicBoolean once = new AtomicBoolean(true);
        OutputStream interrupting = new FilterOutputStream(said) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                said.write(bytes, from, length);
                boolean oneIsDone = said.toString(StandardCharsets.UTF_8).contains(": done");
                if (oneIsDone && once.getAndSet(false)) caller.interrupt();
            }
        };

        int code = Cli.run(
                fleet.console.context(
                        new PrintStream(results, true, StandardCharsets.UTF_8),
                        new PrintStream(interrupting, true, StandardCharsets.UTF_8)),
                fleet.console.families(),
                "fleet",
                "apply",
                "-m",
                directory.resolve("fleet.yaml").toString(),
                "--yes",
                "--parallel",
                "1",
                "--junit",
                "apply.xml");

        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(6);
        assertThat(Thread.interrupted())
                .as("the summary and the report are written undisturbed")
                .isFalse();
        assertThat(results.toString(StandardCharsets.UTF_8)).contains("done", "cancelled");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--resume” goes on with the rest");
        assertThat(directory.resolve("apply.xml")).content().contains("skipped=\"");
        Ran ran = fleet.run("apply", "--yes", "--resume");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).containsPattern("(One is|2 are) done already");
        assertThat(fleet.run("plan", "--exit-code").code()).isZero();
    }

    private static String told(JsonNode integration) {
        return integration.path("name").asText() + " "
                + integration.path("result").asText();
    }
}
