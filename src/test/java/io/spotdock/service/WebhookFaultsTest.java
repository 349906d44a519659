package io.spotdock.service;

import static io.spotdock.service.WebhookOwnershipTest.theirs;
import static io.spotdock.service.WebhookOwnershipTest.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Secrets;
import io.spotdock.port.WebhookService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong while the webhook is made: it is made once, and it is known whose it is. */
class WebhookFaultsTest {
    private final World world = World.aws();

    @AfterEach
    void close() {
        world.close();
    }

    /** Applies, and has something happen right before the webhook is made. */
    private Applied applyWith(Runnable before) {
        Integration integration = world.integration();
        Plan plan = integration.plan(Scope.ALL, Set.of());
        return integration.apply(plan, Scope.ALL, Set.of(), event -> {
            if (event instanceof Event.Started(String subject) && subject.startsWith("webhook ")) before.run();
        });
    }

    private long creates() {
        return world.sandbox.calls().calls().stream()
                .filter(call -> call.action().equals("/webhooks/create") && call.status() != 429 && call.status() < 500)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts-drop-before=1", "ts-error=1", "ts-error=2", "ts-throttle=2", "ts-create-204="})
    void aPassingTroubleIsSatOutAndTheWebhookIsMadeOnce(String fault) {
        String[] parts = fault.split("=", 2);

        Applied applied = applyWith(() -> world.sandbox.faults().set(parts[0], parts[1]));

        assertThat(applied.complete()).isTrue();
        assertThat(world.thoughtSpot().webhooks()).hasSize(1);
        assertThat(world.undo().complete()).isTrue();
        assertThat(world.thoughtSpot().webhooks()).isEmpty();
    }

    @Test
    void aCreateWhoseAnswerWasLostIsNotSentAgainAndIsOurs() {
        Applied applied = applyWith(() -> world.sandbox.faults().set("ts-drop", "1"));

        assertThat(applied.complete()).isTrue();
        assertThat(creates()).isEqualTo(1);
        world.undo();
        assertThat(world.thoughtSpot().webhooks()).isEmpty();
    }

    @Test
    void theVerySameMadeBySomebodyElseMeanwhileStandsAndStaysTheirs() {
        Webhook same = (Webhook) ((Change.Create) webhook(world.plan())).wanted();

        Applied applied = applyWith(() -> world.thoughtSpot().create(same));

        assertThat(applied.complete()).isTrue();
        assertThat(applied.steps())
                .filteredOn(step -> step.resource().kind() == ResourceKind.WEBHOOK)
                .extracting(Applied.Step::outcome)
                .containsExactly(new Outcome.AlreadyRight());
        world.undo();
        assertThat(world.thoughtSpot().webhooks()).hasSize(1);
    }

    @Test
    void anotherOneMadeMeanwhileStopsItAndIsNotTouched() {
        Applied applied = applyWith(() -> world.thoughtSpot().create(theirs("Webhook_S3")));

        assertThat(applied.stopped())
                .hasValueSatisfying(failure -> assertThat(failure).isInstanceOf(Failure.AlreadyThere.class));
        assertThat(world.thoughtSpot().webhooks())
                .extracting(Webhook::url)
                .containsExactly(theirs("x").url());
        assertThat(world.journal.entries())
                .filteredOn(entry -> entry.resource().kind() == ResourceKind.WEBHOOK)
                .extracting(Entry::state)
                .containsExactly(Entry.State.BEGUN, Entry.State.FAILED);
        world.undo();
        assertThat(world.thoughtSpot().webhooks()).hasSize(1);
    }

    @Test
    void oneThatIsAcceptedButNotListedYetIsLookedForAndNotMadeAgain() {
        Webhook wanted = (Webhook) ((Change.Create) webhook(world.plan())).wanted();
        WebhookService real = world.thoughtSpot();
        WebhookService slow = listingLate(real);
        Actions.Action action = new ThoughtSpotActions(Optional.of(slow), Secrets.TYPED).create(wanted);

        for (int look = 0; look < 2; look++)
            assertThat(catchThrowableOfType(FailureException.class, action::perform)
                            .failure())
                    .isInstanceOf(Failure.NotVisibleYet.class);
        assertThat(action.halfDone()).as("so that the journal keeps it").isTrue();
        Undoing made = action.perform();

        assertThat(creates()).isEqualTo(1);
        assertThat(made)
                .isEqualTo(new Undoing.WebhookMade(real.webhooks().getFirst().serverId(), "Webhook_S3"));
    }

    /** ThoughtSpot, which lists a webhook at the second look only, after it has said that it is made. */
    private static WebhookService listingLate(WebhookService real) {
        int[] looks = {0};
        return (WebhookService) Proxy.newProxyInstance(
                WebhookService.class.getClassLoader(),
                new Class<?>[] {WebhookService.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("webhooks") && looks[0]++ < 1) return List.of();
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (method.getName().equals("create"))
                            throw new FailureException(new Failure.NotVisibleYet("webhook Webhook_S3", ""));
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
