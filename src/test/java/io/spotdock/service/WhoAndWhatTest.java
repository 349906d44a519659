package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is signed in to ThoughtSpot, what the cluster can do, and whether what it offers fits what stands in AWS. */
class WhoAndWhatTest {
    /** The results of a run. */
    private record Found(List<CheckResult> results) {
        CheckResult get(String id) {
            return results.stream()
                    .filter(result -> result.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Found preflight(World world) {
        return new Found(world.integration().preflight(Event.Sink.NONE));
    }

    private static Fault evidence(CheckResult result) {
        return result.evidence().orElseThrow();
    }

    private static void see(CheckResult result, Status status, String key, Object... arguments) {
        assertThat(result.status()).isEqualTo(status);
        assertThat(evidence(result)).isEqualTo(Fault.of(key, arguments));
    }

    @Test
    void preflightSaysWhoThatIsAndWhatTheClusterCanDo() {
        try (World world = World.aws()) {
            Found found = preflight(world);
            assertThat(evidence(found.get("thoughtspot.sign-in")).key()).isEqualTo("check.thoughtspot.sign-in.until");
            see(
                    found.get("thoughtspot.privilege"),
                    Status.PASSED,
                    "check.thoughtspot.privilege.yes",
                    "admin",
                    "ADMINISTRATION");
            see(
                    found.get("thoughtspot.channel-privilege"),
                    Status.PASSED,
                    "check.thoughtspot.channel-privilege.yes",
                    "admin",
                    "ADMINISTRATION");
            see(found.get("thoughtspot.release"), Status.PASSED, "check.thoughtspot.release.whole", "26.8.0.cl-97");
            see(
                    found.get("thoughtspot.offer"),
                    Status.PASSED,
                    "check.thoughtspot.offer.fits-settings",
                    "123456789012, ts-webhook-x7k9m2p4q1");
            assertThat(world.writes()).isEmpty();
        }
    }

    @Test
    void anOlderReleaseIsSaidToLackWhatCameLater() {
        try (World world = World.aws()) {
            world.sandbox.faults().set("ts-release", "26.6.0.cl-3");
            Found found = preflight(world);
            see(
                    found.get("thoughtspot.release"),
                    Status.PASSED,
                    "check.thoughtspot.release.lacks",
                    "26.6.0.cl-3",
                    "webhook status (26.7), webhooks/storage-config (26.7)");
            see(found.get("thoughtspot.offer"), Status.SKIPPED, "check.thoughtspot.offer.older");
        }
    }

    @Test
    void theStatusIsNotSentToAClusterWithoutItAndThePersonIsTold() {
        try (World world = World.aws().with(draft -> draft.with(Field.ENABLED, "true"))) {
            world.sandbox.faults().set("ts-release", "26.6");
            Plan plan = world.plan();
            assertThat(plan.notes()).contains(Fault.of("note.status-left-out", "26.7"));
            assertThat(world.apply().complete()).isTrue();
            assertThat(world.thoughtSpot().webhooks()).hasSize(1);
        }
    }

    @Test
    void aWebhookThatTheReleaseRefusesStopsBeforeTheFirstWrite() {
        try (World world = World.aws().with(draft -> draft.with(Field.ENABLED, "false"))) {
            world.sandbox.faults().set("ts-release", "26.6");
            Fault told = Fault.of("note.status-unknown", "26.7");
            assertThat(world.plan().notes()).contains(told);
            assertThat(world.apply().stopped()).contains(new Failure.Invalid("webhook.enabled", told, ""));
            assertThat(world.writes()).isEmpty();
        }
    }

    @Test
    void headersAreToldOfBeforeTheyAreRefused() {
        try (World world = World.aws().with(WhoAndWhatTest::withHeader)) {
            world.sandbox.faults().set("ts-release", "26.3");
            Fault told = Fault.of("note.headers-unknown", "26.4");
            assertThat(world.plan().notes()).contains(told);
            assertThat(world.apply().stopped()).contains(new Failure.Invalid("webhook.headers", told, ""));
            assertThat(world.writes()).isEmpty();
            world.sandbox.faults().set("ts-release", "26.4");
            assertThat(world.apply().complete()).isTrue();
        }
    }

    private static Draft withHeader(Draft draft) {
        return draft.with(Field.HEADERS, Map.of("X-Team", "reports"));
    }

    @Test
    void whereWebhooksAreOffAwsCanBeSetUpAndTheRestIsSaid() {
        try (World world = World.aws()) {
            world.sandbox.faults().set("ts-no-webhooks", "");
            assertThat(world.plan().notes()).contains(Fault.of("note.webhooks-off"));
            assertThat(world.apply().stopped())
                    .contains(new Failure.Invalid("webhook", Fault.of("note.webhooks-off"), ""));
            assertThat(world.writes()).isEmpty();
            Found found = preflight(world);
            see(
                    found.get("thoughtspot.release"),
                    Status.FAILED,
                    "check.thoughtspot.release.no-webhooks",
                    "26.8.0.cl-97");
            Integration integration = world.integration();
            assertThat(integration
                            .apply(integration.plan(Scope.AWS, Set.of()), Scope.AWS, Set.of(), Event.Sink.NONE)
                            .complete())
                    .isTrue();
        }
    }

    @Test
    void withoutValidateTheLiveTestSaysWhatToDoInstead() {
        try (World world = World.aws()) {
            world.apply();
            world.sandbox.faults().set("ts-release", "26.3");
            Found found = new Found(
                    world.integration().test(64, List.of(), Event.Sink.NONE).results());
            for (String id : List.of("delivery.validate", "delivery.file", "delivery.receiver"))
                see(found.get(id), Status.SKIPPED, "check.delivery.validate.no-call", "26.4");
        }
    }

    private static CheckResult offer(World world) {
        return preflight(world).get("thoughtspot.offer");
    }

    @Test
    void whatIsOfferedIsComparedWithTheRoleThatIsThere() {
        try (World world = World.aws()) {
            world.apply();
            see(
                    offer(world),
                    Status.PASSED,
                    "check.thoughtspot.offer.fits-role",
                    "123456789012, ts-webhook-x7k9m2p4q1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherExternalIdIsNamedWithBothValuesAndWhetherOnlyTheCaseDiffers(boolean inCase) {
        String other = inCase ? "TS-Webhook-x7k9m2p4q1" : "of-my-own";
        String end = inCase ? "-case" : "";
        try (World world = World.aws().with(draft -> draft.with(Field.EXTERNAL_ID, other))) {
            see(
                    offer(world),
                    Status.WARNED,
                    "check.thoughtspot.offer.external-id" + end,
                    "ts-webhook-x7k9m2p4q1",
                    other);
            world.apply();
            see(
                    offer(world),
                    Status.WARNED,
                    "check.thoughtspot.offer.role-external-id" + end,
                    "ts-webhook-x7k9m2p4q1",
                    other);
        }
    }

    @Test
    void aRoleThatTrustsAnotherAccountThanThoughtSpotsIsAFault() {
        try (World world = World.aws().with(draft -> draft.with(Field.THOUGHTSPOT_ACCOUNT, "210987654321"))) {
            see(offer(world), Status.WARNED, "check.thoughtspot.offer.account", "123456789012", "210987654321");
            // AWS takes no principal of an account that is none.
            world.sandbox.aws().addAccount(new AccountId("210987654321"), new RegionName("us-east-1"));
            world.apply();
            see(offer(world), Status.FAILED, "check.thoughtspot.offer.role-account", "123456789012", "210987654321");
            assertThat(offer(world).remedy()).contains(Fault.of("remedy.offer-account"));
        }
    }

    @Test
    void onGoogleCloudTheClaimThatDiffersIsNamed() {
        try (World world = World.gcp().with(draft -> draft.with(Field.SERVICE_ACCOUNT, "100000000000000000001"))) {
            world.apply();
            see(
                    offer(world),
                    Status.FAILED,
                    "check.thoughtspot.offer.role-claim",
                    "115663769112811637952",
                    "accounts.google.com:sub",
                    "100000000000000000001");
        }
        try (World world = World.gcp()) {
            world.apply();
            assertThat(offer(world).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void settingsForTheOtherCloudAreAFault() {
        try (World world = new World(SandboxOptions.gcp())
                .with(draft -> draft.without(Field.SERVICE_ACCOUNT)
                        .with(Field.HOSTING, "aws")
                        .with(Field.THOUGHTSPOT_ACCOUNT, "123456789012")
                        .with(Field.EXTERNAL_ID, "some-id"))) {
            see(offer(world), Status.FAILED, "check.thoughtspot.offer.gcp");
        }
    }

    @Test
    void whoMayNotChooseTheChannelIsToldToAskAnAdministrator() {
        try (World world = World.aws()) {
            Found found = new Found(
                    world.integration(World.password("webhook-manager")).preflight(Event.Sink.NONE));
            see(
                    found.get("thoughtspot.channel-privilege"),
                    Status.WARNED,
                    "check.thoughtspot.channel-privilege.no",
                    "webhook-manager");
            see(
                    found.get("thoughtspot.privilege"),
                    Status.PASSED,
                    "check.thoughtspot.privilege.yes-not",
                    "webhook-manager",
                    "CAN_MANAGE_WEBHOOKS",
                    "system (SYSTEM_INFO_ADMINISTRATION), orgs/search (ORG_ADMINISTRATION), schedules/create"
                            + " (JOBSCHEDULING), schedules/create, the file (DATADOWNLOADING)");
            see(found.get("thoughtspot.release"), Status.SKIPPED, "check.thoughtspot.release.unseen");
            assertThat(evidence(found.get("thoughtspot.sign-in")).key()).isEqualTo("check.thoughtspot.sign-in.renewed");
        }
    }

    @Test
    void aGivenTokenThatEndsSoonIsWarnedOf() throws Exception {
        try (World world = World.aws();
                HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(
                            HttpRequest.newBuilder(world.sandbox
                                            .access()
                                            .thoughtSpot()
                                            .resolve("/api/rest/2.0/auth/token/full"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(
                                            "{\"username\": \"admin\", \"password\": \"sandbox-password\"}"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            String token = answer.replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
            CheckResult signIn = new Found(world.integration(new SignIn.Token(Secret.of(token)))
                            .preflight(Event.Sink.NONE))
                    .get("thoughtspot.sign-in");
            assertThat(signIn.status()).isEqualTo(Status.WARNED);
            assertThat(signIn.remedy()).contains(Fault.of("remedy.token-ends", 5));
        }
    }
}
