package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose the Org's webhook is, and what may be done to it. */
class WebhookOwnershipTest {
    private final World world = World.aws();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Webhook_S3", "Finance_reports"})
    void oneThatOthersMadeIsAConflictWhateverItsName(String name) {
        world.thoughtSpot().create(theirs(name));
        world.sandbox.calls().clear();

        Change.Conflict conflict = (Change.Conflict) webhook(world.plan());

        assertThat(conflict.failure()).isInstanceOf(Failure.Conflict.class);
        assertThat(conflict.found()).isPresent();
        assertThat(world.plan(ResourceKind.TRUST_POLICY).conflicts())
                .as("the word for another resource is none for this one")
                .hasSize(1);
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void oneThatOthersMadeButIsAsWantedIsKept() {
        world.apply();
        world.with(Journal.inMemory());

        assertThat(webhook(world.plan())).isInstanceOf(Change.Keep.class);
        world.with(draft -> draft.with(Field.WEBHOOK_URL, "https://api.example.com/other"));
        assertThat(webhook(world.plan())).isInstanceOf(Change.Conflict.class);
    }

    @Test
    void onceAPersonHasGivenTheirWordItIsSpotdocksToUpdate() {
        world.thoughtSpot().create(theirs("Finance_reports"));
        world.apply(ResourceKind.WEBHOOK);
        world.with(draft -> draft.with(Field.WEBHOOK_URL, "https://api.example.com/other"));

        assertThat(webhook(world.plan())).isInstanceOf(Change.Update.class);
    }

    @Test
    void oneThatSpotdockMadeStaysItsOwnUnderAnotherName() {
        world.apply();
        world.with(draft -> draft.with(Field.WEBHOOK_NAME, "Another"));

        Change.Update update = (Change.Update) webhook(world.plan());

        assertThat(update.differences()).extracting(Difference::field).containsExactly("field.name");
    }

    @Test
    void whatTheSettingsNoLongerNameIsCleared() {
        world.with(WebhookOwnershipTest::everything).apply();
        world.with(draft -> draft.without(Field.DESCRIPTION)
                .without(Field.URL_PARAMS)
                .without(Field.HEADERS)
                .without(Field.BEARER_TOKEN)
                .without(Field.SIGNATURE_HEADER)
                .without(Field.SIGNATURE_SECRET));

        assertThat(world.apply().complete()).isTrue();

        Webhook left = world.thoughtSpot().webhooks().getFirst();
        assertThat(left.description()).isEmpty();
        assertThat(left.urlParams()).isEmpty();
        assertThat(left.headers()).isEmpty();
        assertThat(left.authentication()).isEqualTo(new WebhookAuthentication.None());
        assertThat(left.signature()).isEmpty();
        assertThat(world.plan().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void withEveryOptionalFieldSetASecondApplyWritesNothing(String hosting) {
        try (World full = hosting.equals("gcp") ? World.gcp() : World.aws()) {
            full.with(WebhookOwnershipTest::everything).with(draft -> draft.with(Field.ENABLED, "false"));
            assertThat(full.apply().complete()).isTrue();
            full.sandbox.calls().clear();

            Applied again = full.apply();

            assertThat(again.changed()).isZero();
            assertThat(full.writes()).isEmpty();
            assertThat(full.plan().notes()).extracting(note -> note.key()).contains("note.secrets-unseen");
        }
    }

    @Test
    void deliveriesAreSwitchedByTheSettings() {
        world.with(draft -> draft.with(Field.ENABLED, "false")).apply();
        assertThat(world.thoughtSpot().webhooks().getFirst().isDisabled()).isTrue();

        world.with(draft -> draft.without(Field.ENABLED));
        assertThat(webhook(world.plan())).as("left open, it stays as it is").isInstanceOf(Change.Keep.class);

        world.with(draft -> draft.with(Field.ENABLED, "true")).apply();
        assertThat(world.thoughtSpot().webhooks().getFirst().isDisabled()).isFalse();
    }

    @Test
    void oneTakenOverComesBackAsItWasButForWhatWasNotKept() {
        Webhook before = theirs("Finance_reports")
                .with(
                        EnumSet.of(WebhookField.AUTHENTICATION, WebhookField.HEADERS, WebhookField.DESCRIPTION),
                        withSecrets());
        world.thoughtSpot().create(before);
        world.apply(ResourceKind.WEBHOOK);

        Applied undone = world.undo();

        Webhook after = world.thoughtSpot().webhooks().getFirst();
        assertThat(after.name()).isEqualTo("Finance_reports");
        assertThat(after.url()).isEqualTo(before.url());
        assertThat(after.description()).isEqualTo(before.description());
        assertThat(after.storage()).isEmpty();
        assertThat(remains(undone)).contains("undo.webhook-secrets-and-headers");
        assertThat(world.undo().steps()).as("nothing is left to undo").isEmpty();
        assertThat(webhook(world.plan())).as("and it is theirs again").isInstanceOf(Change.Conflict.class);
    }

    @Test
    void aSignInThatSpotdockAddedIsTakenAwayAgain() {
        world.thoughtSpot().create(theirs("Webhook_S3"));
        world.with(draft -> draft.with(Field.BEARER_TOKEN, "env:TOKEN")).apply(ResourceKind.WEBHOOK);

        Applied undone = world.undo();

        assertThat(world.thoughtSpot().webhooks().getFirst().authentication())
                .isEqualTo(new WebhookAuthentication.None());
        assertThat(remains(undone)).isEmpty();
        assertThat(undone.steps()).noneMatch(step -> step.outcome() instanceof Outcome.Left);
    }

    @Test
    void whatOthersHaveChangedSinceIsNotUndone() {
        world.thoughtSpot().create(theirs("Finance_reports"));
        world.apply(ResourceKind.WEBHOOK);
        Webhook ours = world.thoughtSpot().webhooks().getFirst();
        world.thoughtSpot().update(ours.serverId().orElseThrow(), elsewhere(ours), Set.of(WebhookField.URL));

        Applied undone = world.undo();

        Webhook after = world.thoughtSpot().webhooks().getFirst();
        assertThat(after.url()).isEqualTo("https://api.example.com/elsewhere");
        assertThat(after.name()).as("the rest comes back").isEqualTo("Finance_reports");
        assertThat(undone.steps())
                .extracting(step -> step.outcome())
                .filteredOn(Outcome.Left.class::isInstance)
                .extracting(left -> ((Outcome.Left) left).why().key())
                .containsExactly("undo.changed-since.webhook");
    }

    static Draft everything(Draft draft) {
        return draft.with(Field.DESCRIPTION, "Liveboard exports to S3")
                .with(Field.URL_PARAMS, Map.of("tenant", "acme", "k", "v & w"))
                .with(Field.HEADERS, Map.of("X-Team", "data"))
                .with(Field.BEARER_TOKEN, "env:RECEIVER_TOKEN")
                .with(Field.SIGNATURE_HEADER, "X-Webhook-Signature")
                .with(Field.SIGNATURE_SECRET, "env:SIGNING_KEY");
    }

    private static Webhook elsewhere(Webhook like) {
        return new Webhook(
                like.serverId(),
                like.name(),
                "https://api.example.com/elsewhere",
                like.description(),
                like.urlParams(),
                like.authentication(),
                like.signature(),
                like.headers(),
                like.storage(),
                like.enabled());
    }

    static Webhook theirs(String name) {
        return new Webhook(
                Optional.empty(),
                name,
                "https://finance.example.com/hook",
                Optional.empty(),
                Map.of(),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Webhook withSecrets() {
        return new Webhook(
                Optional.empty(),
                "x",
                "https://finance.example.com/hook",
                Optional.of("Finance's own"),
                Map.of(),
                new WebhookAuthentication.Basic("finance", Optional.of(new SecretReference.Environment("THEIRS"))),
                Optional.empty(),
                Map.of("X-Api-Key", "k3y"),
                Optional.empty(),
                Optional.empty());
    }

    static List<String> remains(Applied applied) {
        return applied.steps().stream()
                .map(Applied.Step::outcome)
                .filter(Outcome.Changed.class::isInstance)
                .flatMap(changed -> ((Outcome.Changed) changed).remains().stream())
                .map(rest -> rest.key())
                .toList();
    }

    static Change webhook(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.resource().kind() == ResourceKind.WEBHOOK)
                .findFirst()
                .orElseThrow();
    }
}
