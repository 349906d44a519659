package io.spotdock.scenario;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.Buckets;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.service.Applied;
import io.spotdock.service.Connected;
import io.spotdock.service.Event;
import io.spotdock.service.Setup;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Walks a scenario with the services alone, as a program without a window would. */
final class Headless {
    private static final int TEST_FILE = 1024;

    private final Scenario scenario;
    private final Stage stage;
    private final Setup setup;
    private final List<List<String>> plans = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private Draft draft = Draft.EMPTY;

    private Headless(Scenario scenario, Stage stage) {
        this.scenario = scenario;
        this.stage = stage;
        setup = new Setup(Surroundings.of(stage.rooms(), stage.environment(), Path.of(""), stage.clock, stage.audit()));
    }

    static Trace walk(Scenario scenario) {
        try (Stage stage = new Stage(scenario)) {
            Headless walk = new Headless(scenario, stage);
            scenario.steps().forEach(walk::act);
            walk.setup.close();
            return new Trace(walk.plans, Trace.words(stage.events), walk.outcomes, stage.sandbox.snapshot());
        }
    }

    private void act(Scenario.Act act) {
        Optional.ofNullable(act.connect()).ifPresent(this::connect);
        Optional.ofNullable(act.choose()).ifPresent(hosting -> enter(Map.of(Field.HOSTING, hosting)));
        Optional.ofNullable(act.account()).ifPresent(_ -> account());
        Optional.ofNullable(act.bucket()).ifPresent(this::bucket);
        Optional.ofNullable(act.access()).ifPresent(this::access);
        Optional.ofNullable(act.roleArn()).ifPresent(this::roleMadeElsewhere);
        Optional.ofNullable(act.cloudTeam()).ifPresent(_ -> cloudTeam());
        Optional.ofNullable(act.apply()).ifPresent(this::apply);
        Optional.ofNullable(act.webhook()).ifPresent(this::webhook);
        Optional.ofNullable(act.test()).ifPresent(_ -> test());
    }

    private void enter(Map<Field, String> entries) {
        entries.forEach((field, text) -> draft = draft.with(field, text));
    }

    private void connect(Scenario.Connect connect) {
        ThoughtSpotHost host = new ThoughtSpotHost(stage.sandbox.access().thoughtSpot());
        try {
            Connected connected =
                    setup.connect(host, new SignIn.Token(Secret.of(stage.token(connect))), Optional.empty());
            enter(Map.of(
                    Field.HOST,
                    host.toString(),
                    Field.ORG,
                    connected.user().currentOrg().name()));
            connected.onAws().ifPresent(offer -> {
                enter(Map.of(
                        Field.HOSTING,
                        "aws",
                        Field.THOUGHTSPOT_ACCOUNT,
                        offer.account().value()));
                offer.externalId().ifPresent(id -> enter(Map.of(Field.EXTERNAL_ID, id.value())));
            });
            connected
                    .onGcp()
                    .ifPresent(offer -> enter(Map.of(
                            Field.HOSTING,
                            "gcp",
                            Field.SERVICE_ACCOUNT,
                            offer.serviceAccount().value())));
            outcomes.add("connect: done");
        } catch (FailureException e) {
            outcomes.add("connect: " + failure(e.failure()));
        }
    }

    private static String failure(Failure failure) {
        return failure.getClass().getSimpleName();
    }

    private void account() {
        RegionName region = stage.sandbox.access().region();
        Caller caller = setup.signIn(Optional.empty(), region);
        enter(Map.of(Field.ACCOUNT, caller.account().value()));
        if (!draft.has(Field.REGION)) enter(Map.of(Field.REGION, region.value()));
        outcomes.add("account: " + caller.account());
    }

    private void bucket(Scenario.Bucket bucket) {
        Scenario.given(bucket.created())
                .ifPresent(name -> enter(Map.of(Field.BUCKET_NAME, name, Field.CREATE, "true")));
        Scenario.given(bucket.existing()).ifPresent(name -> {
            var found = setup.cloud()
                    .buckets()
                    .look(new BucketName(name), stage.sandbox.access().customerAccount());
            RegionName region = ((Buckets.Lookup.Ours) found).bucket().region();
            enter(Map.of(Field.BUCKET_NAME, name, Field.CREATE, "false", Field.REGION, region.value()));
        });
        Scenario.given(bucket.region()).ifPresent(region -> enter(Map.of(Field.REGION, region)));
        enter(Map.of(Field.PREFIX, Scenario.given(bucket.prefix()).orElse("")));
    }

    private void access(Scenario.Access access) {
        Scenario.given(access.role()).ifPresent(role -> enter(Map.of(Field.ROLE_NAME, role)));
        Scenario.given(access.account()).ifPresent(id -> enter(Map.of(Field.THOUGHTSPOT_ACCOUNT, id)));
        Scenario.given(access.serviceAccount()).ifPresent(id -> enter(Map.of(Field.SERVICE_ACCOUNT, id)));
        Scenario.given(access.externalId()).ifPresent(id -> enter(Map.of(Field.EXTERNAL_ID, id)));
    }

    private void roleMadeElsewhere(String arn) {
        enter(Map.of(Field.ROLE_ARN, arn));
        draft = draft.withRoleMadeElsewhere(true);
    }

    /** Whoever may change IAM makes what the person asked for. */
    private void cloudTeam() {
        CloudTeam.make(stage, draft);
        outcomes.add("cloud team: done");
    }

    private Settings settings() {
        return switch (draft.check()) {
            case Checked.Good(Settings settings) -> settings;
            case Checked.Bad bad -> throw new AssertionError(scenario + ": " + bad.problems());
        };
    }

    private void apply(Scenario.Apply apply) {
        Set<ResourceKind> overwrite = apply.overwritten().stream()
                .map(id -> ResourceKind.ofId(id).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ResourceKind.class)));
        if (!overwrite.isEmpty()) plans.add(Trace.words(setup.plan(settings(), Scope.AWS, Set.of())));
        Optional.ofNullable(apply.cancelAfter()).ifPresent(this::cancelled);
        Plan plan = setup.plan(settings(), Scope.AWS, overwrite);
        plans.add(Trace.words(plan));
        if (plan.isEmpty()) outcomes.add("apply: nothing to do");
        else outcomes.add("apply: " + ended(setup.apply(settings(), plan, Scope.AWS, overwrite, Event.Sink.NONE)));
    }

    /** Cancels as a person does: while a change is under way, so that it ends before the next one. */
    private void cancelled(int after) {
        Plan plan = setup.plan(settings(), Scope.AWS, Set.of());
        plans.add(Trace.words(plan));
        AtomicInteger begun = new AtomicInteger();
        Applied applied = setup.apply(settings(), plan, Scope.AWS, Set.of(), event -> {
            if (event instanceof Event.Finished finished
                    && finished.outcome() instanceof Outcome.Changed
                    && begun.incrementAndGet() == after) Thread.currentThread().interrupt();
        });
        Thread.interrupted();
        outcomes.add("apply: " + ended(applied));
    }

    static String ended(Applied applied) {
        if (applied.cancelled()) return "cancelled after " + applied.changed();
        return applied.stopped().map(Headless::failure).orElse("done");
    }

    private void webhook(Scenario.Webhook webhook) {
        Scenario.given(webhook.name()).ifPresent(name -> enter(Map.of(Field.WEBHOOK_NAME, name)));
        Scenario.given(webhook.url()).ifPresent(url -> enter(Map.of(Field.WEBHOOK_URL, url)));
        Scenario.given(webhook.bearer()).ifPresent(token -> {
            SecretReference.Entered name = new SecretReference.Entered(Field.BEARER_TOKEN.path());
            setup.enter(name, Secret.of(token));
            enter(Map.of(Field.BEARER_TOKEN, name.toString()));
        });
        Set<ResourceKind> overwrite = webhook.takenOver() ? Set.of(ResourceKind.WEBHOOK) : Set.of();
        Plan plan = setup.plan(settings(), Scope.WEBHOOK, overwrite);
        plans.add(Trace.words(plan));
        outcomes.add("webhook: "
                + (plan.isEmpty()
                        ? "nothing to do"
                        : ended(setup.apply(settings(), plan, Scope.WEBHOOK, overwrite, Event.Sink.NONE))));
    }

    private void test() {
        outcomes.addAll(Trace.words(
                "test",
                setup.test(settings(), TEST_FILE, List.of(), Event.Sink.NONE).results()));
    }
}
