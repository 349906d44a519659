package io.spotdock.service;

import static io.spotdock.service.WebhookOwnershipTest.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Field;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A webhook whose address is as good as a password. */
class SecretAddressTest {
    private static World at(String signature) {
        return to(World.aws(), signature);
    }

    private static World to(World world, String signature) {
        return world.with(draft -> draft.with(Field.WEBHOOK_URL, "https://api.example.com/hook?v=1&sig=" + signature)
                .with(Field.URL_PARAMS, Map.of("tenant", "acme", "api-key", "key-" + signature)));
    }

    @Test
    void thePlanShowsThatItChangesAndNotWhatItIs() {
        try (World world = at("f1rst")) {
            world.apply();
            to(world, "s3cond");

            Change.Update update = (Change.Update) webhook(world.plan());

            assertThat(update.differences().toString())
                    .contains("https://api.example.com/hook?v=1&sig=[hidden]", "tenant=acme", "api-key=[hidden]")
                    .doesNotContain("f1rst", "s3cond");
            assertThat(world.apply().complete()).isTrue();
            assertThat(world.thoughtSpot().webhooks().getFirst().url()).endsWith("sig=s3cond");
            assertThat(world.plan().isEmpty()).isTrue();
        }
    }

    @Test
    void theJournalDoesNotKeepItAndUndoingSaysThatItCannotComeBack() {
        try (World world = at("f1rst")) {
            madeElsewhere(world);
            to(world, "s3cond");
            assertThat(world.apply(ResourceKind.WEBHOOK).complete()).isTrue();

            assertThat(world.journal.entries().toString())
                    .contains("sig=[hidden]")
                    .doesNotContain("f1rst", "s3cond");
            assertThat(world.undo().steps())
                    .extracting(Applied.Step::outcome)
                    .filteredOn(Outcome.Left.class::isInstance)
                    .extracting(outcome -> ((Outcome.Left) outcome).why().key())
                    .containsExactly("undo.webhook-address");
        }
    }

    @Test
    void whatTheSettingsStillHoldComesBackWithAWebhookThatIsMadeAgain() {
        try (World world = at("f1rst")) {
            deleteOneMadeElsewhere(world);

            world.undo(Scope.WEBHOOK);

            assertThat(world.thoughtSpot().webhooks().getFirst().url()).endsWith("sig=f1rst");
        }
    }

    @Test
    void withoutAnyoneWhoKnowsTheAddressItIsNotMadeAgain() {
        try (World world = at("f1rst")) {
            deleteOneMadeElsewhere(world);
            world.with(draft -> draft.with(Field.WEBHOOK_URL, "https://api.example.com/other"));

            Applied undone = world.undo(Scope.WEBHOOK);

            assertThat(undone.steps()).extracting(Applied.Step::outcome).hasOnlyElementsOfType(Outcome.Left.class);
            assertThat(world.thoughtSpot().webhooks()).isEmpty();
        }
    }

    private static void madeElsewhere(World world) {
        world.thoughtSpot().create(Wanted.webhook(world.settings().webhook().orElseThrow(), Optional.empty()));
    }

    private static void deleteOneMadeElsewhere(World world) {
        madeElsewhere(world);
        OrgWebhook org = world.orgWebhook();
        org.delete(org.plan(OrgWebhook.Wish.DELETE, true), Event.Sink.NONE);
        assertThat(world.thoughtSpot().webhooks()).isEmpty();
    }
}
