package io.spotdock.service;

import static io.spotdock.service.WebhookOwnershipTest.everything;
import static io.spotdock.service.WebhookOwnershipTest.remains;
import static io.spotdock.service.WebhookOwnershipTest.theirs;
import static io.spotdock.service.WebhookOwnershipTest.webhook;
import static io.spotdock.service.WebhookOwnershipTest.withSecrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.FileJournals;
import io.spotdock.journal.IntegrationName;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Secrets;
import io.spotdock.service.OrgWebhook.Wish;
import io.spotdock.settings.Field;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Switching and deleting the Org's webhook, and taking that back; with a journal in a file, as only that forgets what it should. */
class OrgWebhookTest {
    private static final Org PRIMARY = new Org(0, "Primary");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final World world = World.aws();

    @SuppressWarnings("NullAway.Init")
    private Journal journal;

    @BeforeEach
    void open() {
        journal = new FileJournals(new DataDirectory(folder)).write(new IntegrationName("test"));
        world.with(journal);
    }

    @AfterEach
    void close() {
        world.close();
        journal.close();
    }

    private Applied carryOut(Wish wish, boolean overwrite) {
        OrgWebhook webhook = world.orgWebhook();
        return webhook.apply(webhook.plan(wish, overwrite), wish, overwrite, world.events::add);
    }

    private Webhook registered() {
        return world.thoughtSpot().webhooks().getFirst();
    }

    private ChannelPreference channels() {
        return world.thoughtSpot().channels();
    }

    @Test
    void itIsShownWithWhoseItIs() {
        assertThat(world.orgWebhook().look().webhook()).isEmpty();
        world.apply();

        OrgWebhook.Standing standing = world.orgWebhook().look();

        assertThat(standing.webhook()).contains(registered());
        assertThat(standing.ours()).isTrue();
        assertThat(standing.org()).isEqualTo("Primary");
        assertThat(standing.channels().orElseThrow().channels()).contains(Channel.WEBHOOK);
        assertThat(world.with(Journal.inMemory()).orgWebhook().look().ours()).isFalse();
    }

    @Test
    void switchingItOffChangesNothingElseAndIsWrittenDown() {
        world.with(draft -> everything(draft)).apply();
        Webhook before = registered();

        assertThat(carryOut(Wish.DISABLE, false).complete()).isTrue();

        assertThat(registered()).isEqualTo(before.withEnabled(false));
        assertThat(world.orgWebhook().plan(Wish.DISABLE, false).isEmpty()).isTrue();
        assertThat(carryOut(Wish.ENABLE, false).changed()).isEqualTo(1);
        assertThat(registered().isDisabled()).isFalse();
        assertThat(journal.entries().getLast().by())
                .isEqualTo("ThoughtSpot user " + world.thoughtSpot().user().name());
    }

    @Test
    void aClusterThatKnowsNoSwitchIsNotAskedToUseIt() {
        world.apply();
        world.sandbox.faults().set("ts-old-cluster", "");
        world.sandbox.calls().clear();

        assertThatThrownBy(() -> world.orgWebhook().plan(Wish.DISABLE, false))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Invalid.class,
                                        invalid -> assertThat(invalid.field()).isEqualTo("webhook.enabled")));
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void thatTheSettingsSayOtherwiseIsSaid() {
        world.with(draft -> draft.with(Field.ENABLED, "true")).apply();

        assertThat(world.orgWebhook().plan(Wish.DISABLE, false).notes())
                .extracting(note -> note.key())
                .containsExactly("note.webhook-enabled-in-settings");
    }

    @Test
    void withoutOneThereIsNothingToSwitchAndNothingToDelete() {
        assertThatThrownBy(() -> world.orgWebhook().plan(Wish.DISABLE, false))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Missing.class));
        assertThat(world.orgWebhook().plan(Wish.DELETE, false).isEmpty()).isTrue();
    }

    @Test
    void oneThatOthersMadeIsSwitchedAndDeletedOnAWordOnly() {
        world.thoughtSpot().create(theirs("Webhook_S3"));
        world.sandbox.calls().clear();

        for (Wish wish : List.of(Wish.DISABLE, Wish.DELETE)) {
            Plan plan = world.orgWebhook().plan(wish, false);
            assertThat(plan.conflicts()).hasSize(1);
            assertThatThrownBy(() -> world.orgWebhook().apply(plan, wish, false, Event.Sink.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(world.writes()).isEmpty();
        assertThat(carryOut(Wish.DISABLE, true).complete()).isTrue();
        assertThat(registered().isDisabled()).isTrue();
        world.undo();
        assertThat(registered().isDisabled()).isFalse();
    }

    @Test
    void deletingOnesOwnLeavesNothingToUndoAndApplyMakesItAgain() {
        world.with(draft -> everything(draft)).apply();

        assertThat(carryOut(Wish.DELETE, false).complete()).isTrue();

        assertThat(world.thoughtSpot().webhooks()).isEmpty();
        assertThat(channels()).isEqualTo(new ChannelPreference(PRIMARY, Set.of(Channel.EMAIL), Source.CLUSTER));
        assertThat(world.undo(Scope.WEBHOOK).steps()).isEmpty();
        assertThat(world.apply().complete()).isTrue();
        assertThat(registered().headers()).containsEntry("X-Team", "data");
        assertThat(world.plan().isEmpty()).isTrue();
        assertThat(world.undo().steps()).noneMatch(step -> step.outcome() instanceof Outcome.Left);
        assertThat(world.thoughtSpot().webhooks()).isEmpty();
    }

    @Test
    void whatCantComeBackIsSaidBefore() {
        world.with(draft -> everything(draft)).apply();

        Change.Delete delete = (Change.Delete) webhook(world.orgWebhook().plan(Wish.DELETE, false));

        assertThat(delete.details())
                .filteredOn(lost -> lost.note().isPresent())
                .extracting(Difference::field)
                .containsExactly("field.authentication", "field.signature", "field.headers");
        assertThat(delete.details().toString()).doesNotContain("=data");
    }

    @Test
    void oneThatOthersMadeComesBackButForWhatIsNotKept() throws Exception {
        Webhook before = theirs("Finance_reports").with(EnumSet.allOf(WebhookField.class), withSecrets());
        world.thoughtSpot().create(before);
        carryOut(Wish.DELETE, true);
        assertThat(world.thoughtSpot().webhooks()).isEmpty();

        Applied undone = world.undo();

        assertThat(registered().url()).isEqualTo(before.url());
        assertThat(registered().description()).isEqualTo(before.description());
        assertThat(registered().headers()).isEmpty();
        assertThat(registered().authentication()).isEqualTo(new WebhookAuthentication.None());
        assertThat(remains(undone)).containsExactly("undo.webhook-secrets-and-headers");
        assertThat(world.undo().steps()).isEmpty();
        assertThat(Files.readString(folder.resolve("journals").resolve("test.ndjson")))
                .contains("X-Api-Key")
                .doesNotContain("k3y");
    }

    @Test
    void oneTakenOverAndDeletedComesBackAsItWasFound() {
        world.thoughtSpot().create(theirs("Finance_reports"));
        world.apply(ResourceKind.WEBHOOK);
        carryOut(Wish.DELETE, false);

        world.undo();

        assertThat(registered().name()).isEqualTo("Finance_reports");
        assertThat(registered().storage()).isEmpty();
    }

    @Test
    void itDoesNotComeBackInThePlaceOfAnother() {
        world.thoughtSpot().create(theirs("Finance_reports"));
        carryOut(Wish.DELETE, true);
        world.thoughtSpot().create(theirs("Newer"));

        Applied undone = world.undo();

        assertThat(world.thoughtSpot().webhooks()).extracting(Webhook::name).containsExactly("Newer");
        assertThat(undone.steps())
                .extracting(Applied.Step::outcome)
                .anyMatch(outcome ->
                        outcome instanceof Outcome.Left left && left.why().key().equals("undo.webhook-in-place"));
    }

    @Test
    void aPreferenceOfTheOrgsOwnComesBack() {
        ChannelPreference own = new ChannelPreference(PRIMARY, Set.of(Channel.EMAIL), Source.ORG);
        world.thoughtSpot().setChannels(own);
        world.apply();
        assertThat(channels().channels()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.WEBHOOK);

        carryOut(Wish.DELETE, false);

        assertThat(channels()).isEqualTo(own);
        assertThat(world.undo(Scope.WEBHOOK).steps()).isEmpty();
    }

    @Test
    void aPreferenceThatSomebodyHasChangedSinceStaysAndThatIsSaid() {
        world.apply();
        ChannelPreference theirs = new ChannelPreference(PRIMARY, Set.of(Channel.WEBHOOK), Source.ORG);
        world.thoughtSpot().setChannels(theirs);

        Plan plan = world.orgWebhook().plan(Wish.DELETE, false);
        carryOut(Wish.DELETE, false);

        assertThat(plan.notes()).extracting(note -> note.key()).containsExactly("undo.changed-since.channel");
        assertThat(channels()).isEqualTo(theirs);
        Applied undone = world.undo(Scope.WEBHOOK);
        assertThat(undone.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.outcome()).isInstanceOf(Outcome.Left.class));
        assertThat(channels()).isEqualTo(theirs);
    }

    @Test
    void whereNothingWasSetAtAllNothingIsAfterwards() throws Exception {
        configure("{\"cluster_preferences\": [{\"event_type\": \"LIVEBOARD_SCHEDULE\", \"channels\": []}]}");
        assertThat(channels().source()).isEqualTo(Source.NOWHERE);
        world.apply();
        assertThat(channels().channels())
                .as("e-mail is ThoughtSpot's default, and stays")
                .containsExactlyInAnyOrder(Channel.EMAIL, Channel.WEBHOOK);

        world.undo(Scope.WEBHOOK);

        assertThat(channels()).isEqualTo(new ChannelPreference(PRIMARY, Set.of(), Source.NOWHERE));
    }

    /** What Spotdock never does: the cluster's preference. */
    private void configure(String body) throws Exception {
        var access = world.sandbox.access();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(access.thoughtSpot()
                            .resolve("/api/rest/2.0/system/preferences/communication-channels/configure"))
                    .header("Authorization", "Bearer " + access.thoughtSpotToken())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void aPreferenceThatSpotdockDidNotSetIsNotTouched() {
        world.thoughtSpot()
                .setChannels(new ChannelPreference(PRIMARY, Set.of(Channel.EMAIL, Channel.WEBHOOK), Source.ORG));
        world.apply();

        Plan plan = world.orgWebhook().plan(Wish.DELETE, false);

        assertThat(plan.changes()).singleElement().isInstanceOf(Change.Delete.class);
    }

    @Test
    void oneSideIsTakenBackWithoutTheOther() {
        world.apply();

        Applied undone = world.undo(Scope.WEBHOOK);

        assertThat(undone.steps())
                .extracting(step -> step.resource().kind())
                .containsExactly(ResourceKind.CHANNEL, ResourceKind.WEBHOOK);
        assertThat(world.thoughtSpot().webhooks()).isEmpty();
        assertThat(world.cloud().buckets().list()).hasSize(1);
        world.undo(Scope.AWS);
        assertThat(world.cloud().buckets().list()).isEmpty();
    }

    @Test
    void secretsAreSentAgainOnAWordAndOnlyThen() {
        world.with(draft -> everything(draft)).apply();
        world.sandbox.calls().clear();
        Aim renewing = new Aim(Scope.WEBHOOK, Set.of(), Secrets.ALL);

        Change.Update update = (Change.Update) webhook(world.integration().plan(renewing));

        assertThat(update.differences())
                .extracting(Difference::field, Difference::note)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "field.authentication", Optional.of("note.secret-replaced")),
                        org.assertj.core.groups.Tuple.tuple("field.signature", Optional.of("note.secret-replaced")));
        assertThat(world.writes()).isEmpty();
        assertThat(world.apply(renewing).complete()).isTrue();
        assertThat(world.writes())
                .singleElement()
                .satisfies(call -> assertThat(call.action()).isEqualTo("/webhooks/{id}/update"));
        world.sandbox.calls().clear();
        world.apply();
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void aProgramThatEndedWhileDeletingKnowsHowToGoOn() {
        world.apply();
        Webhook ours = registered();
        journal.append(new io.spotdock.journal.Entry(
                java.time.Instant.EPOCH,
                "d1",
                io.spotdock.journal.Entry.State.BEGUN,
                ours.id(),
                "delete",
                Optional.of(new io.spotdock.journal.Undoing.WebhookDeleted(ours)),
                "me",
                ""));
        world.thoughtSpot().delete(ours.serverId().orElseThrow());

        Applied undone = world.undo(Scope.WEBHOOK);

        assertThat(undone.complete()).isTrue();
        assertThat(world.thoughtSpot().webhooks())
                .as("what Spotdock made is not brought back by undoing")
                .isEmpty();
        assertThat(world.undo(Scope.WEBHOOK).steps()).isEmpty();
    }
}
