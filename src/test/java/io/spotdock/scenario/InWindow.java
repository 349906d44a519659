package io.spotdock.scenario;

import io.spotdock.gui.Desk;
import io.spotdock.gui.Hands;
import io.spotdock.gui.WizardOnStage;
import io.spotdock.gui.step.review.Phase;
import io.spotdock.gui.step.review.ReviewModel;
import io.spotdock.gui.step.webhook.Sight;
import io.spotdock.gui.step.webhook.WebhookModel;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Event;
import io.spotdock.service.Known;
import io.spotdock.service.Readiness;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.testfx.util.WaitForAsyncUtils;

/** Walks a scenario through the real wizard, by mouse and keyboard. What it reads off, it reads off the steps' models. */
final class InWindow {
    private final Scenario scenario;
    private final Stage stage;
    private final WizardOnStage wizard;
    private final Hands hands;
    private final Texts texts;
    private final List<List<String>> plans = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private Consumer<Runnable> creating = Runnable::run;

    InWindow(Scenario scenario, Stage stage, WizardOnStage wizard, Hands hands, Texts texts) {
        this.scenario = scenario;
        this.stage = stage;
        this.wizard = wizard;
        this.hands = hands;
        this.texts = texts;
    }

    /** @param creating is to press the button that has the webhook created, and do what else is to happen then */
    void whenCreating(Consumer<Runnable> creating) {
        this.creating = creating;
    }

    Trace walk() {
        scenario.steps().forEach(this::act);
        return new Trace(plans, Trace.words(stage.events), outcomes, stage.sandbox.snapshot());
    }

    private void act(Scenario.Act act) {
        Optional.ofNullable(act.connect()).ifPresent(this::connect);
        Optional.ofNullable(act.choose()).ifPresent(this::choose);
        Optional.ofNullable(act.account()).ifPresent(_ -> account());
        Optional.ofNullable(act.bucket()).ifPresent(this::bucket);
        Optional.ofNullable(act.access()).ifPresent(this::access);
        Optional.ofNullable(act.roleArn()).ifPresent(this::roleArn);
        Optional.ofNullable(act.cloudTeam()).ifPresent(_ -> cloudTeam());
        Optional.ofNullable(act.apply()).ifPresent(this::apply);
        Optional.ofNullable(act.webhook()).ifPresent(this::webhook);
        Optional.ofNullable(act.test()).ifPresent(_ -> test());
    }

    private Desk desk() {
        return wizard.desk();
    }

    private Known known() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> desk().known().get());
    }

    private StepId here() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> desk().current().get());
    }

    /** Presses Continue until the step is reached. */
    private void reach(StepId step) {
        while (here() != step) {
            StepId before = here();
            hands.press(texts.get("wizard.continue"));
            hands.until("a step after " + before, () -> desk().current().get() != before);
        }
    }

    private void connect(Scenario.Connect connect) {
        hands.type(
                texts.get("wizard.hosting.host"),
                stage.sandbox.access().thoughtSpot().toString());
        hands.type(texts.get("wizard.hosting.token"), stage.token(connect));
        hands.press(texts.get("wizard.hosting.connect"));
        String refused = texts.get("wizard.hosting.token-refused");
        hands.until(
                "an answer of ThoughtSpot",
                () -> desk().known().get().thoughtSpot().isPresent()
                        || hands.seen().contains(refused));
        outcomes.add("connect: " + (known().thoughtSpot().isPresent() ? "done" : "Expired"));
    }

    private void choose(String hosting) {
        hands.choose(texts.get(hosting.equals("aws") ? "wizard.hosting.aws" : "wizard.hosting.google"));
    }

    private void account() {
        reach(StepId.AWS_ACCOUNT);
        hands.until("a sign-in to AWS", () -> desk().known().get().caller().isPresent());
        outcomes.add("account: " + known().caller().orElseThrow().account());
    }

    private void bucket(Scenario.Bucket bucket) {
        reach(StepId.BUCKET);
        Scenario.given(bucket.created()).ifPresent(name -> {
            hands.press(texts.get("wizard.bucket.new"));
            hands.type(texts.get("wizard.bucket.name"), name);
        });
        Scenario.given(bucket.existing()).ifPresent(name -> {
            hands.press(texts.get("wizard.bucket.existing"));
            hands.pick(texts.get("wizard.bucket.choice"), name);
        });
        hands.type(
                texts.get("wizard.bucket.prefix"),
                Scenario.given(bucket.prefix()).orElse(""));
    }

    private void access(Scenario.Access access) {
        reach(StepId.ACCESS);
        Scenario.given(access.role()).ifPresent(role -> hands.type(texts.get("wizard.access.role"), role));
        Scenario.given(access.account()).ifPresent(id -> hands.type(texts.get("wizard.access.account"), id));
        Scenario.given(access.serviceAccount())
                .ifPresent(id -> hands.type(texts.get("wizard.access.service-account"), id));
        Scenario.given(access.externalId()).ifPresent(id -> hands.type(texts.get("wizard.access.external-id"), id));
    }

    private void roleArn(String arn) {
        hands.press(texts.get("wizard.access.enter-arn"));
        hands.type(texts.get("wizard.access.arn"), arn);
    }

    private void cloudTeam() {
        CloudTeam.make(
                stage,
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> desk().draft().get()));
        outcomes.add("cloud team: done");
    }

    private <M> M model(StepId step, Class<M> type) {
        return desk().models().stream()
                .filter(model -> model.id() == step)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void apply(Scenario.Apply apply) {
        reach(StepId.REVIEW);
        ReviewModel review = model(StepId.REVIEW, ReviewModel.class);
        Plan plan = planned(review);
        plans.add(Trace.words(plan));
        if (!apply.overwritten().isEmpty()) {
            hands.press(texts.get("wizard.change.anyway"));
            hands.until(
                    "a plan without conflicts",
                    () -> review.phase().get() instanceof Phase.Planned(Plan now)
                            && now.conflicts().isEmpty());
            plans.add(Trace.words(planned(review)));
        }
        if (plan.isEmpty()) {
            outcomes.add("apply: nothing to do");
            return;
        }
        CountDownLatch never = new CountDownLatch(1);
        Optional.ofNullable(apply.cancelAfter()).ifPresent(after -> stage.spy(waitingAfter(after, never)));
        long writes = planned(review).changes().stream()
                .filter(change -> change.writes())
                .count();
        hands.press(texts.get("wizard.review.apply", writes));
        if (apply.cancelAfter() != null) {
            cancel(review, apply.cancelAfter());
            hands.press(texts.get("wizard.review.resume"));
        }
        hands.until(
                "the end of applying",
                () -> review.phase().get() instanceof Phase.Ready
                        || review.phase().get() instanceof Phase.Stopped);
        outcomes.add("apply: " + Headless.ended(applied(review)));
    }

    private Plan planned(ReviewModel review) {
        hands.until("a plan", () -> review.phase().get() instanceof Phase.Planned);
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> ((Phase.Planned) review.phase().get()).plan());
    }

    /** Lets the work wait once so many changes are made, until it is cancelled. */
    private static Event.Sink waitingAfter(int after, CountDownLatch never) {
        AtomicInteger made = new AtomicInteger();
        return event -> {
            boolean now = event instanceof Event.Finished finished
                    && finished.outcome() instanceof Outcome.Changed
                    && made.incrementAndGet() == after;
            if (!now) return;
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void cancel(ReviewModel review, int after) {
        hands.until(
                "so many changes",
                () -> stage.events.stream()
                                .filter(event -> event instanceof Event.Finished finished
                                        && finished.outcome() instanceof Outcome.Changed)
                                .count()
                        == after);
        hands.press(texts.get("wizard.cancel"));
        hands.until("an end half-way", () -> review.phase().get() instanceof Phase.Stopped);
        stage.spy(Event.Sink.NONE);
        outcomes.add("apply: " + Headless.ended(applied(review)));
        // Resume makes its plan anew and shows only how it goes: this is that plan.
        plans.add(Trace.words(desk().setup().plan(settings(), Scope.AWS, Set.of())));
    }

    private Settings settings() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> desk().draft().get().check().good().orElseThrow());
    }

    private static io.spotdock.service.Applied applied(ReviewModel review) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> switch (review.phase()
                .get()) {
            case Phase.Ready ready -> ready.applied();
            case Phase.Stopped stopped -> stopped.applied();
            case Phase.Reading _, Phase.Unread _, Phase.Planned _, Phase.Applying _, Phase.Undoing _, Phase.Undone _ ->
                throw new AssertionError(review.phase().get());
        });
    }

    private void webhook(Scenario.Webhook webhook) {
        reach(StepId.WEBHOOK);
        WebhookModel model = model(StepId.WEBHOOK, WebhookModel.class);
        Scenario.given(webhook.name()).ifPresent(name -> hands.type(texts.get("wizard.webhook.name"), name));
        Scenario.given(webhook.url()).ifPresent(url -> hands.type(texts.get("wizard.webhook.url"), url));
        Scenario.given(webhook.bearer()).ifPresent(token -> {
            hands.pick(texts.get("wizard.webhook.authentication"), texts.get("wizard.webhook.way.bearer"));
            hands.type(texts.get("wizard.webhook.token"), token);
        });
        hands.until("a plan of the webhook", () -> model.sight().get() instanceof Sight.Planned);
        if (webhook.takenOver()) {
            hands.press(texts.get("wizard.change.anyway"));
            hands.until(
                    "a plan without conflicts",
                    () -> model.sight().get() instanceof Sight.Planned(Plan now, Readiness _)
                            && now.conflicts().isEmpty());
        }
        Plan plan = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> ((Sight.Planned) model.sight().get()).plan());
        plans.add(Trace.words(plan));
        if (plan.isEmpty()) {
            outcomes.add("webhook: nothing to do");
            return;
        }
        boolean update = plan.changes().stream()
                .anyMatch(change -> change.resource().kind().id().equals("webhook")
                        && change.kind().equals("update"));
        creating.accept(() -> hands.press(texts.get(update ? "wizard.webhook.update" : "wizard.webhook.create")));
        hands.until("the webhook", () -> desk().known().get().webhook().isPresent());
        outcomes.add(
                "webhook: " + Headless.ended(known().webhook().orElseThrow().applied()));
    }

    private void test() {
        reach(StepId.LIVE_TEST);
        hands.press(texts.get("wizard.livetest.run"));
        hands.until("the end of the test", () -> desk().known().get().test().isPresent());
        outcomes.addAll(Trace.words("test", known().test().orElseThrow().results()));
    }
}
