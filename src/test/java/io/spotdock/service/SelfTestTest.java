package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Trial;
import io.spotdock.domain.Caller;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.Entry;
import io.spotdock.journal.FileJournals;
import io.spotdock.journal.IntegrationName;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Plan;
import io.spotdock.port.Assumptions;
import io.spotdock.port.Cloud;
import io.spotdock.port.Content;
import io.spotdock.port.Objects;
import io.spotdock.port.Roles;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.settings.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused, tried in earnest; and how the statement that lets the operator in goes again, whatever happens. */
class SelfTestTest {
    private static final TestOrder SELF_TEST = new TestOrder(64, true, Optional.empty());
    private static final RoleName ROLE = new RoleName("thoughtspot-s3-upload");

    private static World applied(String hosting) {
        World world = hosting.equals("gcp") ? World.gcp() : World.aws();
        assertThat(world.apply().complete()).isTrue();
        world.sandbox.calls().clear();
        return world;
    }

    private static TestRun selfTest(World world) {
        return world.integration().test(SELF_TEST, List.of(), world.events::add);
    }

    private static CheckResult of(TestRun run, String id) {
        return run.results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<CheckResult> performed(TestRun run) {
        return run.results().stream()
                .filter(result -> result.id().startsWith("performed."))
                .toList();
    }

    private static PolicyDocument trust(World world) {
        return world.cloud().roles().find(ROLE).orElseThrow().trust();
    }

    private static List<Entry> standing(World world) {
        return new Ledger(world.journal.entries())
                .standing().stream()
                        .filter(entry ->
                                entry.undoing().filter(StatementLog::isOne).isPresent())
                        .toList();
    }

    private static PolicyDocument with(PolicyDocument document, String statement) {
        try {
            String json = PolicyJson.compact(document);
            return PolicyJson.parse(json.substring(0, json.length() - 2) + "," + statement + "]}");
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What a run leaves that was killed when it had put its statement in. */
    private static void killed(World world) {
        Session session = world.integration().session();
        SelfTest torn = new SelfTest(session, world.journal, world.waiter(), world.clock());
        assertThat(torn.enter()).isInstanceOf(Trial.Entrance.Open.class);
        assertThat(SelfTestStatement.in(trust(world))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void everythingIsRefusedAndTheSandboxIsAsItWas(String hosting) {
        try (World world = applied(hosting)) {
            Snapshot before = world.sandbox.snapshot();
            TestRun run = selfTest(world);

            assertThat(performed(run)).hasSize(14);
            assertThat(performed(run))
                    .filteredOn(result -> result.status() != Status.PASSED)
                    .extracting(CheckResult::id)
                    .containsExactly("performed.other-account");
            assertThat(run.count(Status.FAILED) + run.count(Status.NOT_REACHED)).isZero();
            assertThat(of(run, "performed.taken-out").evidence())
                    .contains(Fault.of("check.performed.taken-out.as-before", ROLE));
            assertThat(of(run, "role.temporary-statement").status()).isEqualTo(Status.PASSED);
            assertThat(run.leftBehind()).isEmpty();
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
            assertThat(world.writes())
                    .extracting(call -> call.action())
                    .filteredOn(action -> action.equals("UpdateAssumeRolePolicy"))
                    .hasSize(2);
        }
    }

    @Test
    void withoutBeingAskedForItIsNotThere() {
        try (World world = applied("aws")) {
            TestRun run = world.integration().test(64, List.of(), world.events::add);
            assertThat(performed(run)).isEmpty();
            assertThat(world.writes()).extracting(call -> call.action()).doesNotContain("UpdateAssumeRolePolicy");
        }
    }

    @Test
    void itWaitsUntilAwsKnowsTheStatement() {
        try (World world = applied("aws")) {
            world.sandbox.faults().set("propagation", "20s");
            TestRun run = selfTest(world);
            assertThat(run.count(Status.FAILED)).isZero();
            assertThat(of(run, "performed.let-in").status()).isEqualTo(Status.PASSED);
            assertThat(world.events)
                    .anyMatch(event -> event instanceof Event.Waiting waiting
                            && waiting.subject().equals("performed.let-in"));
        }
    }

    @Test
    void whereAwsNeverLetsInNothingIsClaimed() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            world.sandbox.faults().set("deny", "sts:AssumeRole");
            TestRun run = selfTest(world);
            assertThat(of(run, "performed.let-in").status()).isEqualTo(Status.SKIPPED);
            assertThat(of(run, "performed.let-in").evidence().orElseThrow().key())
                    .isEqualTo("check.performed.let-in.no");
            assertThat(performed(run))
                    .filteredOn(result -> !result.id().equals("performed.taken-out"))
                    .allMatch(result -> result.status() == Status.SKIPPED);
            assertThat(of(run, "performed.taken-out").status()).isEqualTo(Status.PASSED);
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void whoMayNotChangeTheTrustIsToldTheRightAndNothingIsPutIn() {
        try (World world = applied("aws")) {
            world.sandbox.faults().set("deny", "iam:UpdateAssumeRolePolicy");
            TestRun run = selfTest(world);
            assertThat(of(run, "performed.let-in").evidence())
                    .contains(Fault.of("check.performed.may-not", "iam:UpdateAssumeRolePolicy", ROLE));
            assertThat(performed(run)).allMatch(result -> result.status() == Status.SKIPPED);
            assertThat(of(run, "performed.taken-out").evidence()).contains(Fault.of("check.performed.taken-out.none"));
            assertThat(standing(world)).isEmpty();
        }
    }

    @Test
    void withoutRoomForOneMoreStatementItIsNotBegun() {
        try (World world = applied("aws")) {
            String tag = "x".repeat(1500);
            world.cloud()
                    .roles()
                    .putTrust(
                            ROLE,
                            with(
                                    trust(world),
                                    "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\",\"Condition\":"
                                            + "{\"StringEquals\":{\"aws:PrincipalTag/team\":\"" + tag + "\"}}}"));
            world.sandbox.calls().clear();
            TestRun run = selfTest(world);
            assertThat(of(run, "performed.let-in").evidence().orElseThrow().key())
                    .isEqualTo("check.performed.no-room");
            assertThat(world.writes()).extracting(call -> call.action()).doesNotContain("UpdateAssumeRolePolicy");
            assertThat(world.journal.entries())
                    .noneMatch(
                            entry -> entry.undoing().filter(StatementLog::isOne).isPresent());
        }
    }

    @Test
    void aTrustWithoutTheConditionIsCaughtAndItsStatementNamed() {
        try (World world = applied("aws")) {
            world.cloud()
                    .roles()
                    .putTrust(
                            ROLE,
                            with(
                                    trust(world),
                                    "{\"Sid\":\"Ops\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"999888777666\"},"
                                            + "\"Action\":\"sts:AssumeRole\"}"));
            TestRun run = selfTest(world);
            for (String id : List.of("no-external-id", "wrong-external-id", "other-case")) {
                CheckResult result = of(run, "performed." + id);
                assertThat(result.status()).isEqualTo(Status.FAILED);
                assertThat(result.evidence()).contains(Fault.of("check.performed.allowed-by", "Ops", "trust policy"));
            }
            assertThat(of(run, "performed.outside-prefix").status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void aRoleThatMayTooMuchIsCaughtItsStatementNamedAndItsFilesRemoved() {
        try (World world = applied("aws")) {
            Snapshot.Bucket before = world.sandbox.snapshot().buckets().get("my-company-data-exports");
            String everything =
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"All\",\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                            + "\"Resource\":\"*\"}]}";
            world.cloud().roles().putInlinePolicy(ROLE, "more", parsed(everything));
            TestRun run = selfTest(world);
            for (String id : List.of("outside-prefix", "beside-prefix", "read", "read-acl", "delete", "list")) {
                CheckResult result = of(run, "performed." + id);
                assertThat(result.status()).as(id).isEqualTo(Status.FAILED);
                assertThat(result.evidence()).contains(Fault.of("check.performed.allowed-by", "All", "more"));
            }
            assertThat(of(run, "performed.no-external-id").status()).isEqualTo(Status.PASSED);
            assertThat(run.leftBehind()).isEmpty();
            assertThat(world.sandbox.snapshot().buckets().get("my-company-data-exports"))
                    .isEqualTo(before);
        }
    }

    private static PolicyDocument parsed(String json) {
        try {
            return PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatOnlyBeginsLikeThePrefixIsTriedToo() {
        try (World world = applied("aws")) {
            String tooWide =
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:PutObject\","
                            + "\"Resource\":\"arn:aws:s3:::my-company-data-exports/thoughtspot*\"}]}";
            world.cloud().roles().putInlinePolicy(ROLE, "wide", parsed(tooWide));
            TestRun run = selfTest(world);
            assertThat(of(run, "performed.beside-prefix").evidence())
                    .contains(Fault.of("check.performed.allowed-by", "#1", "wide"));
            assertThat(of(run, "performed.outside-prefix").status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void cancelledInTheMiddleItTakesTheStatementOutAndSaysSo() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            TestRun run = world.integration().test(SELF_TEST, List.of(), event -> {
                world.events.add(event);
                if (event instanceof Event.Checked(CheckResult result)
                        && result.id().equals("performed.let-in"))
                    Thread.currentThread().interrupt();
            });
            assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
            assertThat(run.cancelled()).isTrue();
            assertThat(of(run, "performed.list").status()).isEqualTo(Status.NOT_REACHED);
            assertThat(of(run, "performed.taken-out").status()).isEqualTo(Status.PASSED);
            assertThat(world.events)
                    .anyMatch(event -> event instanceof Event.Checked(CheckResult result)
                            && result.id().equals("performed.taken-out"));
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"performed.let-in", "performed.write", "performed.list"})
    void aBugInTheMiddleOfItLeavesNothingBehind(String where) {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            Throwable thrown = catchThrowable(() -> world.integration().test(SELF_TEST, List.of(), event -> {
                if (event instanceof Event.Checked(CheckResult result)
                        && result.id().equals(where)) throw new IllegalStateException("a bug");
            }));
            assertThat(thrown).isInstanceOf(IllegalStateException.class);
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
        }
    }

    private static SelfTest trial(World world) {
        return new SelfTest(world.integration().session(), world.journal, world.waiter(), world.clock());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "drop-before", "throttle", "error"})
    void aPassingTroubleIsSatOut(String fault) {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            SelfTest trial = trial(world);
            world.sandbox.faults().set(fault, "1");
            assertThat(trial.enter()).isInstanceOf(Trial.Entrance.Open.class);
            world.sandbox.faults().set(fault, "1");
            assertThat(trial.end().evidence()).isEqualTo(Fault.of("check.performed.taken-out.as-before", ROLE));
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
        }
    }

    /** Every answer to the write is lost, the SDK's repetitions included: nobody knows that it was made. */
    @Test
    void aStatementWhoseAnswerWasLostIsTakenOutAllTheSame() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            SelfTest trial = trial(world);
            world.sandbox.faults().set("drop", "3");
            assertThat(catchThrowable(trial::enter))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
            assertThat(SelfTestStatement.in(trust(world))).hasSize(1);
            assertThat(standing(world)).hasSize(1);

            assertThat(trial.end().evidence()).isEqualTo(Fault.of("check.performed.taken-out.as-before", ROLE));
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
        }
    }

    private static Journal interrupting(Journal journal) {
        return new Journal() {
            @Override
            public void append(Entry entry) {
                journal.append(entry);
                if (entry.state() == Entry.State.BEGUN) Thread.currentThread().interrupt();
            }

            @Override
            public List<Entry> entries() {
                return journal.entries();
            }
        };
    }

    /** The person is in a hurry just while AWS is being told. */
    @Test
    void anInterruptWhileItIsPutInDoesNotLeaveItThere() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            SelfTest trial = new SelfTest(
                    world.integration().session(), interrupting(world.journal), world.waiter(), world.clock());
            assertThat(catchThrowable(trial::enter)).isInstanceOf(CancellationException.class);
            assertThat(SelfTestStatement.in(SeenThrough.toItsEnd(() -> trust(world))))
                    .hasSize(1);
            assertThat(trial.end().evidence()).isEqualTo(Fault.of("check.performed.taken-out.as-before", ROLE));
            assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
        }
    }

    @Test
    void aStatementThatCannotBeTakenOutIsReportedAndTakenOutByTheNextRun() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            TestRun run = world.integration().test(SELF_TEST, List.of(), event -> {
                if (event instanceof Event.Checked(CheckResult result)
                        && result.id().equals("performed.let-in"))
                    world.sandbox.faults().set("deny", "iam:UpdateAssumeRolePolicy");
            });
            assertThat(of(run, "performed.taken-out").status()).isEqualTo(Status.FAILED);
            assertThat(of(run, "performed.taken-out").remedy()).contains(Fault.of("remedy.take-out"));
            assertThat(standing(world)).hasSize(1);
            world.sandbox.faults().clear("deny");

            TestRun again = world.integration().test(SELF_TEST, run.results(), Event.Sink.NONE);

            assertThat(again.count(Status.FAILED)).isZero();
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
        }
    }

    @Test
    void someoneElsesChangeMeanwhileIsKept() {
        try (World world = applied("aws")) {
            String audit = "{\"Sid\":\"Audit\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\","
                    + "\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/team\":\"guests\"}}}";
            PolicyDocument theirs = with(trust(world), audit);
            TestRun run = world.integration().test(SELF_TEST, List.of(), event -> {
                if (event instanceof Event.Checked(CheckResult result)
                        && result.id().equals("performed.let-in"))
                    world.cloud().roles().putTrust(ROLE, with(trust(world), audit));
            });
            assertThat(of(run, "performed.taken-out").evidence())
                    .contains(Fault.of("check.performed.taken-out.others-kept", ROLE));
            assertThat(trust(world)).isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void whatAKilledRunLeftIsReportedAndTakenOutByTheNextSelfTest(String hosting) {
        try (World world = applied(hosting)) {
            Snapshot before = world.sandbox.snapshot();
            killed(world);

            TestRun looked = world.integration().test(64, List.of(), Event.Sink.NONE);
            CheckResult found = of(looked, "role.temporary-statement");
            assertThat(found.status()).isEqualTo(Status.WARNED);
            assertThat(found.evidence().orElseThrow().key()).isEqualTo("check.role.temporary-statement.there");
            assertThat(looked.count(Status.FAILED)).isZero();
            assertThat(world.integration().diagnose(Event.Sink.NONE).results())
                    .filteredOn(result -> result.id().equals("role.temporary-statement"))
                    .containsExactly(found);
            assertThat(SelfTestStatement.in(trust(world))).as("only reported").hasSize(1);

            world.pass(Duration.ofMinutes(11));
            assertThat(of(world.integration().test(64, List.of(), Event.Sink.NONE), "role.temporary-statement")
                            .evidence()
                            .orElseThrow()
                            .key())
                    .isEqualTo("check.role.temporary-statement.expired");

            TestRun run = selfTest(world);
            assertThat(of(run, "role.temporary-statement").status()).isEqualTo(Status.PASSED);
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(standing(world)).isEmpty();
        }
    }

    @Test
    void aForgottenStatementRunsOutByItself() {
        try (World world = applied("aws")) {
            killed(world);
            SelfTest later = new SelfTest(world.integration().session(), world.journal, world.waiter(), world.clock());
            ExternalId right = later.externalId();
            assertThat(later.assume(Optional.of(right))).isInstanceOf(Assumptions.Outcome.Assumed.class);
            world.pass(Duration.ofMinutes(10));
            assertThat(later.assume(Optional.of(right))).isInstanceOf(Assumptions.Outcome.Refused.class);
        }
    }

    @Test
    void applyShowsAForgottenStatementAndTakesItOut() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            killed(world);
            Plan plan = world.plan();
            assertThat(plan.changes())
                    .filteredOn(Change::writes)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Change.Update.class,
                            update -> assertThat(update.differences())
                                    .extracting(Difference::field)
                                    .containsExactly("field.temporary-statement"));

            assertThat(world.apply().complete()).isTrue();

            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(world.plan().isEmpty()).isTrue();
            assertThat(world.undo().complete()).isTrue();
            assertThat(world.sandbox.snapshot().roles()).isEmpty();
        }
    }

    @Test
    void destroyTakesAForgottenStatementOutOfARoleThatSpotdockDidNotMake() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            List<Entry> made = List.copyOf(world.journal.entries());
            killed(world);
            Journal fresh = Journal.inMemory();
            world.journal.entries().stream()
                    .filter(entry -> !made.contains(entry))
                    .forEach(fresh::append);

            Applied undone = new Undoer(world.waiter(), world.clock())
                    .undo(world.integration().session().signedIn(), fresh, Event.Sink.NONE);

            assertThat(undone.complete()).isTrue();
            assertThat(undone.changed()).isEqualTo(1);
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(new Ledger(fresh.entries()).standing()).isEmpty();
        }
    }

    @Test
    void aStatementOfAnUnknownRunIsTakenOutByItsSid() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            world.cloud()
                    .roles()
                    .putTrust(
                            ROLE,
                            with(
                                    trust(world),
                                    "{\"Sid\":\"SpotdockSelfTest0123456789abcdef\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                                            + "\"999888777666\"},\"Action\":\"sts:AssumeRole\"}"));
            assertThat(of(world.integration().test(64, List.of(), Event.Sink.NONE), "role.temporary-statement")
                            .evidence()
                            .orElseThrow()
                            .key())
                    .isEqualTo("check.role.temporary-statement.endless");
            assertThat(selfTest(world).count(Status.FAILED)).isZero();
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
        }
    }

    /** The journal has the line, and the program ended before AWS was called. */
    @Test
    void aLineInTheJournalWithoutAStatementIsSettled() {
        try (World world = applied("aws")) {
            Session session = world.integration().session();
            StatementLog log = new StatementLog(world.journal, world.clock(), session);
            log.begun("SpotdockSelfTest0123456789abcdef", trust(world));
            assertThat(standing(world)).hasSize(1);
            selfTest(world);
            assertThat(standing(world)).isEmpty();
        }
    }

    @Test
    void aSessionOfARoleIsLetInByTheRolesArnWithItsPath() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            world.as(world.sessionOf("/teams/data/", "operators"));
            Snapshot.Role operators =
                    world.sandbox.snapshot().roles().get("arn:aws:iam::999888777666:role/teams/data/operators");
            assertThat(operators).isNotNull();
            assertThat(world.integration().selfTest())
                    .isInstanceOfSatisfying(
                            SelfTestProposal.PutIn.class,
                            proposal -> assertThat(proposal.principal())
                                    .isEqualTo("arn:aws:iam::999888777666:role/teams/data/operators"));
            TestRun run = selfTest(world);
            assertThat(run.count(Status.FAILED)).isZero();
            assertThat(of(run, "performed.taken-out").status()).isEqualTo(Status.PASSED);
            assertThat(of(run, "performed.let-in").status()).isEqualTo(Status.PASSED);
            String role = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";
            assertThat(world.sandbox.snapshot().roles().get(role))
                    .isEqualTo(before.roles().get(role));
        }
    }

    @Test
    void theRootUserIsToldThatItCannotAssumeRolesAndNothingIsPutIn() {
        try (World world = applied("aws")) {
            Session session = world.integration().session();
            Caller root = new Caller(
                    session.caller().account(),
                    "arn:aws:iam::999888777666:root",
                    session.caller().partition());
            Session asRoot = new Session(
                    new SignedIn(session.settings(), session.cloud(), root, session.thoughtSpot()),
                    session.hosting(),
                    List.of());
            Integration integration = world.integration(asRoot);
            assertThat(integration.selfTest())
                    .isEqualTo(new SelfTestProposal.NotPossible(Fault.of("check.performed.by-root")));
            TestRun run = integration.test(SELF_TEST, List.of(), Event.Sink.NONE);
            assertThat(performed(run)).allMatch(result -> result.status() == Status.SKIPPED);
            assertThat(world.writes()).extracting(call -> call.action()).doesNotContain("UpdateAssumeRolePolicy");
        }
    }

    @Test
    void aRoleThatOthersMadeIsTriedByWhoHasTheRight() {
        try (World world = applied("aws")) {
            Snapshot before = world.sandbox.snapshot();
            world.with(draft -> draft.without(Field.ROLE_NAME)
                    .with(Field.ROLE_ARN, "arn:aws:iam::999888777666:role/thoughtspot-s3-upload"));
            assertThat(world.integration().selfTest())
                    .isInstanceOfSatisfying(
                            SelfTestProposal.PutIn.class,
                            proposal -> assertThat(proposal.madeElsewhere()).isTrue());
            assertThat(selfTest(world).count(Status.FAILED)).isZero();
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void anExternalIdOfDigitsHasNoOtherCaseAndNoPrefixHasNoOutside() {
        try (World world = World.aws()) {
            world.with(draft -> draft.with(Field.EXTERNAL_ID, "1234567890").without(Field.PREFIX));
            world.apply();
            TestRun run = selfTest(world);
            Map<String, String> why = Map.of(
                    "performed.other-case", "check.refused.no-other-case",
                    "performed.outside-prefix", "check.refused.no-prefix",
                    "performed.beside-prefix", "check.refused.no-prefix");
            why.forEach((id, key) ->
                    assertThat(of(run, id).evidence().orElseThrow().key()).isEqualTo(key));
            assertThat(performed(run)).noneMatch(result -> result.status() == Status.FAILED);
        }
    }

    /** Something that this version can't read would be lost by writing the policy back. */
    @Test
    void aTrustPolicyThatCannotBeReadIsNotWrittenOver() {
        try (World world = applied("aws")) {
            Session session = world.integration().session();
            SelfTest trial = new SelfTest(unreadable(session), world.journal, world.waiter(), world.clock());
            int lines = world.journal.entries().size();
            world.sandbox.calls().clear();
            assertThat(catchThrowable(trial::enter))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Conflict.class));
            assertThat(trial.end().evidence()).isEqualTo(Fault.of("check.performed.taken-out.none"));
            assertThat(world.writes()).isEmpty();
            assertThat(world.journal.entries()).hasSize(lines);

            Integration integration = world.integration(unreadable(session));
            TestRun run = integration.test(SELF_TEST, List.of(), Event.Sink.NONE);
            assertThat(run.results())
                    .flatExtracting(result -> result.failure().stream().toList())
                    .as("it is said")
                    .hasAtLeastOneElementOfType(Failure.Conflict.class);
            assertThat(of(run, "performed.let-in").status()).isEqualTo(Status.NOT_REACHED);
            assertThat(world.writes()).extracting(call -> call.action()).doesNotContain("UpdateAssumeRolePolicy");
        }
    }

    /** AWS as it would be if somebody had written a newer policy language into the trust policy. */
    private static Session unreadable(Session session) {
        Cloud cloud = session.cloud();
        Roles roles = (Roles) Proxy.newProxyInstance(
                SelfTestTest.class.getClassLoader(), new Class<?>[] {Roles.class}, (_, method, arguments) -> {
                    if (method.getName().equals("find"))
                        throw new FailureException(new Failure.Conflict(
                                "role " + ROLE, Fault.of("fault.policy.unreadable", ROLE, "Statement[0]: X"), ""));
                    return method.invoke(cloud.roles(), arguments);
                });
        return new Session(
                new SignedIn(
                        session.settings(),
                        new Cloud(
                                cloud.tokens(),
                                cloud.buckets(),
                                cloud.objects(),
                                roles,
                                cloud.identityProviders(),
                                cloud.permissions(),
                                cloud.events(),
                                cloud.assumptions(),
                                cloud.keys()),
                        session.caller(),
                        session.thoughtSpot()),
                session.hosting(),
                List.of());
    }

    @Test
    void theFileThatKeepsTheJournalKeepsTheStatementToo(@TempDir Path folder) {
        try (World world = applied("aws")) {
            DataDirectory directory = new DataDirectory(folder);
            IntegrationName name = IntegrationName.of(world.settings().aws().accountId(), ROLE, Optional.empty());
            PolicyDocument before = trust(world);
            try (Journal written = new FileJournals(directory).write(name)) {
                new StatementLog(written, world.clock(), world.integration().session())
                        .begun("SpotdockSelfTest0123456789abcdef", before);
            }
            try (Journal read = new FileJournals(directory).read(name)) {
                assertThat(new Ledger(read.entries()).standing())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.undoing())
                                .contains(
                                        new Undoing.StatementAdded(ROLE, "SpotdockSelfTest0123456789abcdef", before)));
            }
        }
    }

    @Test
    void credentialsOfTheRoleArePastUseWhenItIsOver() {
        try (World world = applied("aws")) {
            SelfTest trial = new SelfTest(world.integration().session(), world.journal, world.waiter(), world.clock());
            trial.enter();
            Objects asRole = trial.asRole();
            ObjectKey key = new ObjectKey("thoughtspot/x");
            asRole.put(LiveTest.located(world.settings()), key, Content.of(new byte[] {1}));
            trial.end();
            assertThat(catchThrowable(
                            () -> asRole.put(LiveTest.located(world.settings()), key, Content.of(new byte[] {1}))))
                    .isInstanceOf(FailureException.class);
        }
    }
}
