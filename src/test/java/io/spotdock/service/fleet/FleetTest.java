package io.spotdock.service.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.plan.Plan;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog.Call;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.service.Applied;
import io.spotdock.service.Diagnosis;
import io.spotdock.service.Event;
import io.spotdock.service.TestOrder;
import io.spotdock.service.TestRun;
import io.spotdock.settings.Field;
import io.spotdock.settings.fleet.FleetEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many integrations over the accounts of an organization and the Orgs of a cluster. */
class FleetTest {
    private static final int ACCOUNTS = 20;
    private static final int MANY = 40;
    private static final int SOME = 20;

    @TempDir
    Path home;

    private final List<Sandbox> sandboxes = new ArrayList<>();

    private Sandbox sandbox() {
        Sandbox sandbox = Sandbox.start(SandboxOptions.aws().withMembersAndOrgs(ACCOUNTS, MANY));
        sandboxes.add(sandbox);
        return sandbox;
    }

    @AfterEach
    void stop() {
        sandboxes.forEach(Sandbox::close);
    }

    private FleetWorld world(Sandbox sandbox) {
        return FleetWorld.of(sandbox.access(), home.resolve(String.valueOf(sandboxes.size())));
    }

    private static <T> List<T> good(List<Result<T>> results) {
        return results.stream()
                .map(result -> switch (result.ended()) {
                    case Ended.Good<T>(T value) -> value;
                    case Ended.Bad<T>(Failure failure) ->
                        throw new AssertionError(result.entry().name() + ": " + failure);
                    case Ended.Cancelled<T> _ ->
                        throw new AssertionError(result.entry().name() + " was cancelled");
                })
                .toList();
    }

    private static List<Result<Applied>> setUp(FleetWorld world, FleetAccess access, List<FleetEntry> entries) {
        FleetRunner runner = world.runner(access);
        return runner.apply(
                FleetWorld.planned(runner.plan(entries, FleetWorld.AIM, FleetWorld.DEAF)),
                FleetWorld.AIM,
                FleetWorld.DEAF);
    }

    private static List<String> calls(Sandbox sandbox, String action) {
        return sandbox.calls().calls().stream()
                .map(Call::action)
                .filter(action::equals)
                .toList();
    }

    @Test
    void whatWasAppliedIsPlannedAsNothingLeft() {
        Sandbox sandbox = sandbox();
        FleetWorld world = world(sandbox);
        List<FleetEntry> entries = world.entries(MANY);
        try (FleetAccess access = world.access()) {
            FleetRunner runner = world.runner(access);
            assertThat(access.reach(entries, Need.of(FleetWorld.AIM))).isEmpty();
            List<Result<Plan>> plans = runner.plan(entries, FleetWorld.AIM, FleetWorld.DEAF);
            assertThat(plans).extracting(Result::entry).isEqualTo(entries);
            assertThat(good(plans)).noneMatch(Plan::isEmpty);
            assertThat(sandbox.calls().calls())
                    .filteredOn(Call::write)
                    .extracting(Call::action)
                    .as("planning writes nothing")
                    .isEmpty();
            assertThat(good(runner.apply(FleetWorld.planned(plans), FleetWorld.AIM, FleetWorld.DEAF)))
                    .allMatch(Applied::complete);
            assertThat(good(runner.plan(entries, FleetWorld.AIM, FleetWorld.DEAF)))
                    .allMatch(Plan::isEmpty);
        }
        Snapshot snapshot = sandbox.snapshot();
        assertThat(snapshot.webhooks()).hasSize(MANY);
        assertThat(snapshot.buckets()).hasSize(MANY);
        assertThat(calls(sandbox, "AssumeRole")).as("once for each account").hasSize(ACCOUNTS);
        assertThat(calls(sandbox, "GetCallerIdentity"))
                .as("once for each account, and for who signs in")
                .hasSize(ACCOUNTS + 1);
    }

    @Test
    void eachIsTestedInItsOwnAccountAndLookedOver() {
        Sandbox sandbox = sandbox();
        FleetWorld world = world(sandbox);
        List<FleetEntry> entries = world.entries(3);
        try (FleetAccess access = world.access()) {
            setUp(world, access, entries.subList(0, 2));
            FleetRunner runner = world.runner(access);
            List<Diagnosis> looked = good(runner.diagnose(entries, FleetWorld.DEAF));
            assertThat(looked.subList(0, 2))
                    .allMatch(diagnosis -> diagnosis.drifts().isEmpty());
            assertThat(looked.getLast().first()).isPresent();
            List<TestRun> tested = good(runner.test(entries, TestOrder.plain(1024), FleetWorld.DEAF));
            assertThat(tested)
                    .extracting(run -> run.count(CheckResult.Status.FAILED) > 0)
                    .containsExactly(false, false, true);
            assertThat(tested).allMatch(run -> run.leftBehind().isEmpty());
        }
    }

    @Test
    void theAccountOfTheSignInItselfNeedsNoRole() {
        Sandbox sandbox = sandbox();
        FleetWorld world = world(sandbox);
        FleetEntry own = world.entry(
                1,
                draft -> draft.with(
                        Field.ACCOUNT, sandbox.access().customerAccount().value()));
        try (FleetAccess access = world.access()) {
            assertThat(good(setUp(world, access, List.of(own)))).allMatch(Applied::complete);
        }
        assertThat(calls(sandbox, "AssumeRole")).isEmpty();
    }

    @Test
    void whatCannotBeReachedIsToldOnceAndTheRestSucceeds() {
        Sandbox sandbox = sandbox();
        FleetWorld world = world(sandbox);
        AccountId stranger = new AccountId("400000000001");
        sandbox.aws().addAccount(stranger, new RegionName("us-east-1"));
        List<FleetEntry> entries = new ArrayList<>(world.entries(4));
        for (int i = 5; i < 8; i++) entries.add(world.entry(i, draft -> draft.with(Field.ACCOUNT, stranger.value())));
        entries.add(world.entry(9, draft -> draft.with(Field.ORG, "No such Org")));
        try (FleetAccess access = world.access()) {
            List<Unreached> unreached = access.reach(entries, Need.of(FleetWorld.AIM));
            assertThat(unreached)
                    .extracting(Unreached::place)
                    .containsExactly(
                            new Place.Account(stranger),
                            new Place.Org(
                                    entries.getLast()
                                            .settings()
                                            .thoughtSpot()
                                            .host()
                                            .orElseThrow(),
                                    Optional.of("No such Org")));
            assertThat(unreached.getFirst().entries()).isEqualTo(entries.subList(4, 7));
            String role = "arn:aws:iam::" + stranger + ":role/OrganizationAccountAccessRole";
            assertThat(unreached.getFirst().failure()).isInstanceOfSatisfying(Failure.Denied.class, denied -> {
                assertThat(denied.action()).isEqualTo("sts:AssumeRole");
                assertThat(denied.resource()).isEqualTo(role);
                assertThat(denied.principal()).isEqualTo("arn:aws:iam::999888777666:user/administrator");
            });
            int asked = calls(sandbox, "AssumeRole").size();
            List<Result<Applied>> applied = setUp(world, access, entries);
            assertThat(applied).extracting(Result::entry).isEqualTo(entries.subList(0, 4));
            assertThat(good(applied)).allMatch(Applied::complete);
            assertThat(calls(sandbox, "AssumeRole")).as("nobody asks again").hasSize(asked);
            assertThat(world.runner(access).plan(entries.subList(4, 8), FleetWorld.AIM, FleetWorld.DEAF))
                    .allMatch(result -> result.ended() instanceof Ended.Bad<Plan>);
        }
    }

    @Test
    void aBareTokenServesItsOwnOrgAndNoOther() {
        Sandbox sandbox = sandbox();
        FleetWorld world = world(sandbox);
        FleetEntry own = world.entry(1, draft -> draft.with(Field.ORG, "Primary"));
        try (FleetAccess access = world.access(sandbox.access().thoughtSpotToken())) {
            List<Unreached> unreached = access.reach(List.of(own, world.entry(2)), Need.WEBHOOKS);
            assertThat(unreached)
                    .singleElement()
                    .extracting(Unreached::failure)
                    .isEqualTo(new Failure.Invalid(
                            "thoughtspot.org", Fault.of("fault.thoughtspot-org.token", "Org 2", "Primary"), ""));
        }
    }

    @Test
    void anInterruptedRunIsGoneOnFromToTheVerySame() {
        Sandbox undisturbed = sandbox();
        FleetWorld calm = world(undisturbed);
        try (FleetAccess access = calm.access()) {
            good(setUp(calm, access, calm.entries(SOME)));
        }
        Sandbox disturbed = sandbox();
        FleetWorld world = world(disturbed);
        List<FleetEntry> entries = world.entries(SOME);
        try (FleetAccess access = world.access()) {
            List<Result<Applied>> half = interruptedHalfWay(world, access, entries);
            assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
            assertThat(half).extracting(Result::entry).isEqualTo(entries);
            assertThat(half)
                    .as("some were done")
                    .anyMatch(result -> result.ended() instanceof Ended.Good<Applied>)
                    .as("and some were not")
                    .anyMatch(result -> result.ended() instanceof Ended.Cancelled<Applied>);
            assertThat(disturbed.snapshot().webhooks()).hasSizeLessThan(SOME);
            assertThat(good(setUp(world, access, entries))).allMatch(Applied::complete);
            assertThat(good(world.runner(access).plan(entries, FleetWorld.AIM, FleetWorld.DEAF)))
                    .allMatch(Plan::isEmpty);
        }
        assertThat(disturbed.snapshot()).isEqualTo(undisturbed.snapshot());
    }

    private static List<Result<Applied>> interruptedHalfWay(
            FleetWorld world, FleetAccess access, List<FleetEntry> entries) {
        FleetRunner runner = world.runner(access);
        List<Planned> planned = FleetWorld.planned(runner.plan(entries, FleetWorld.AIM, FleetWorld.DEAF));
        Thread here = Thread.currentThread();
        AtomicInteger ended = new AtomicInteger();
        return runner.apply(planned, FleetWorld.AIM, new FleetListener() {
            @Override
            public void heard(FleetEntry entry, Event event) {}

            @Override
            public void ended(Result<?> result) {
                if (ended.incrementAndGet() == SOME / 2) here.interrupt();
            }
        });
    }

    @Test
    void whatSeveralShareIsMadeOnce() {
        Sandbox sandbox = sandbox();
        FleetWorld world = world(sandbox);
        List<FleetEntry> entries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            entries.add(world.entry(
                    i * ACCOUNTS + 1,
                    draft -> draft.with(Field.ORG, "Org " + (number + 1))
                            .with(Field.BUCKET_NAME, "acme-shared")
                            .with(Field.ROLE_NAME, "thoughtspot-shared")));
        }
        try (FleetAccess access = world.access()) {
            List<Applied> applied = good(setUp(world, access, entries));
            assertThat(applied).allMatch(Applied::complete);
            assertThat(applied.stream().mapToLong(Applied::changed).sum())
                    .as("one has made it all, and each its webhook and channel")
                    .isEqualTo(
                            applied.stream().mapToLong(Applied::changed).max().orElseThrow() + 5 * 2);
        }
        assertThat(calls(sandbox, "CreateRole")).hasSize(1);
        assertThat(calls(sandbox, "CreateBucket")).hasSize(1);
        assertThat(sandbox.snapshot().webhooks()).hasSize(6);
    }

    @Test
    void aPlanThatIsNoLongerTheOneShownIsNotCarriedOut() {
        Sandbox sandbox = sandbox();
        FleetWorld world = world(sandbox);
        FleetEntry first = world.entry(1, draft -> draft.with(Field.ROLE_NAME, "thoughtspot-shared"));
        FleetEntry other = world.entry(
                1,
                draft -> draft.with(Field.ORG, "Org 2")
                        .with(Field.ROLE_NAME, "thoughtspot-shared")
                        .with(Field.EXTERNAL_ID, "ts-webhook-another-one"));
        try (FleetAccess access = world.access()) {
            List<Result<Applied>> applied = setUp(world, access, List.of(first, other));
            assertThat(applied.getFirst().ended()).isInstanceOf(Ended.Good.class);
            assertThat(applied.getLast().ended())
                    .isInstanceOfSatisfying(
                            Ended.Bad.class, bad -> assertThat(bad.failure()).isInstanceOf(Failure.AlreadyThere.class));
        }
    }
}
