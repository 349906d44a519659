package io.spotdock.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Strength;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.FileChoices;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.StepModel;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.task.DirectOperations;
import io.spotdock.journal.Journal;
import io.spotdock.service.Event;
import io.spotdock.service.Known;
import io.spotdock.service.Setup;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way through the steps; what a step is about doesn't matter here. */
class DeskTest {
    private final DirectOperations operations = new DirectOperations();
    private final Map<StepId, Step> steps = new EnumMap<>(StepId.class);
    private final List<String> outside = new ArrayList<>();
    private final Desk desk = desk(Draft.EMPTY);

    /** A step that stands as it is told to. */
    private static final class Step extends Stepping {
        private final List<String> visits = new ArrayList<>();

        Step(StepId id) {
            super(id);
        }

        void be(Standing now) {
            stand(now);
        }

        @Override
        public void enter() {
            visits.add("in");
        }

        @Override
        public void leave() {
            visits.add("out");
        }

        @Override
        public Optional<Field> firstFault() {
            return Optional.of(Field.BUCKET_NAME);
        }
    }

    private Desk desk(Draft entries) {
        Setup setup = new Setup(Surroundings.of(
                TestRooms.of(Journal.inMemory(), operations.clock(), _ -> {}, Path.of("none")),
                Map.of("AWS_CONFIG_FILE", "none", "AWS_SHARED_CREDENTIALS_FILE", "none"),
                Path.of(""),
                operations.clock(),
                Event.Sink.NONE));
        return new Desk(setup, false, operations, nowhere(), outside(), entries, _ -> models());
    }

    private List<StepModel> models() {
        return Arrays.stream(StepId.values())
                .<StepModel>map(id -> steps.computeIfAbsent(id, Step::new))
                .toList();
    }

    private Desk.Outside outside() {
        return new Desk.Outside() {
            @Override
            public void enterSandbox() {
                outside.add("sandbox");
            }

            @Override
            public void saveSettings() {
                outside.add("save");
            }

            @Override
            public void close() {
                outside.add("close");
            }
        };
    }

    private static FileChoices nowhere() {
        return new FileChoices() {
            @Override
            public Optional<Path> save(String title, String suggested) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> folder(String title) {
                return Optional.empty();
            }
        };
    }

    private Step step(StepId id) {
        return steps.computeIfAbsent(id, Step::new);
    }

    private void done(StepId... ids) {
        for (StepId id : ids) step(id).be(Standing.done(id.name()));
    }

    private Desk.Row row(StepId id) {
        return desk.rows().get().stream()
                .filter(row -> row.step() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStepIsLeftOnlyWhenItIsDone() {
        desk.next();
        assertThat(desk.current().get()).isEqualTo(StepId.HOSTING);

        done(StepId.HOSTING);
        desk.next();

        assertThat(desk.current().get()).isEqualTo(StepId.AWS_ACCOUNT);
        assertThat(step(StepId.HOSTING).visits).containsExactly("in", "out");
        assertThat(step(StepId.AWS_ACCOUNT).visits).containsExactly("in");
    }

    @Test
    void whatIsFilledInBeforehandIsNotDoneUntilItWasSeen() {
        done(StepId.HOSTING, StepId.AWS_ACCOUNT, StepId.BUCKET);

        assertThat(row(StepId.BUCKET).standing()).isEqualTo(Standing.TO_DO);
        assertThat(row(StepId.BUCKET).reachable()).isFalse();
        desk.goTo(StepId.BUCKET);
        assertThat(desk.current().get()).isEqualTo(StepId.HOSTING);

        desk.next();
        desk.next();
        desk.back();
        assertThat(row(StepId.BUCKET).standing()).isEqualTo(Standing.done("BUCKET"));
    }

    @Test
    void oneGoesBackToWhatIsDoneAndForwardAgain() {
        done(StepId.HOSTING, StepId.AWS_ACCOUNT);
        desk.next();
        desk.next();

        desk.goTo(StepId.HOSTING);
        assertThat(desk.current().get()).isEqualTo(StepId.HOSTING);
        desk.goToDone(true);
        assertThat(desk.current().get()).isEqualTo(StepId.AWS_ACCOUNT);
        desk.back();
        assertThat(desk.current().get()).isEqualTo(StepId.HOSTING);
        assertThat(desk.hasBack()).isFalse();
    }

    @Test
    void behindAStepThatIsNoLongerDoneNothingIsDone() {
        done(StepId.HOSTING, StepId.AWS_ACCOUNT);
        desk.next();
        desk.next();
        step(StepId.HOSTING).be(Standing.fault(Fault.of("wizard.plain", "wrong")));

        assertThat(row(StepId.HOSTING).standing().kind()).isEqualTo(Standing.Kind.FAULT);
        assertThat(row(StepId.AWS_ACCOUNT).standing()).isEqualTo(Standing.TO_DO);
    }

    @Test
    void aStepThatIsNotNeededIsGoneAndTheNumbersCloseUp() {
        desk.publish(draft -> draft.withRoleMadeElsewhere(true));

        assertThat(desk.rows().get()).extracting(Desk.Row::step).doesNotContain(StepId.REVIEW);
        assertThat(row(StepId.WEBHOOK).number()).isEqualTo(5);
    }

    @Test
    void resumingGoesAsFarAsEverythingBeforeIsDone() {
        done(StepId.HOSTING, StepId.BUCKET);
        desk.resume(StepId.ACCESS);
        assertThat(desk.current().get()).isEqualTo(StepId.AWS_ACCOUNT);

        done(StepId.AWS_ACCOUNT);
        desk.resume(StepId.ACCESS);
        assertThat(desk.current().get()).isEqualTo(StepId.ACCESS);
        assertThat(row(StepId.BUCKET).reachable()).isTrue();
    }

    @Test
    void aFieldWantsTheFocusUntilTheViewHasSeenToIt() {
        desk.showFault();
        assertThat(desk.wantedFocus().get()).contains(Field.BUCKET_NAME);
        desk.focused();
        assertThat(desk.wantedFocus().get()).isEmpty();
    }

    @Test
    void aStepInWhichAFailedTestIsMendedNeedsAttentionUntilTheEntriesChange() {
        try (TestPlace guide = TestPlace.aws().withGuide()) {
            Draft draft = guide.draft().get();
            done(StepId.values());
            desk.publish(_ -> draft);
            for (int i = 0; i < StepId.values().length; i++) desk.next();
            CheckResult refused = new CheckResult(
                    "delivery.validate",
                    CheckGroup.DELIVERY,
                    Strength.PERFORMED_BY_THOUGHTSPOT,
                    CheckResult.Status.FAILED,
                    Optional.of(Fault.of("cause.other-account", "1", "2")),
                    Optional.of(Fault.of("remedy.confirm-account")),
                    Optional.empty(),
                    "");

            desk.learn(known -> known.withTest(Optional.of(
                    new Known.Tested(draft.check().good().orElseThrow(), Instant.EPOCH, List.of(refused)))));

            assertThat(row(StepId.ACCESS).standing().kind()).isEqualTo(Standing.Kind.FAULT);
            assertThat(row(StepId.ACCESS).reachable()).isTrue();
            assertThat(row(StepId.BUCKET).standing().kind()).isEqualTo(Standing.Kind.DONE);
            desk.publish(now -> now.with(Field.EXTERNAL_ID, "another-one"));
            assertThat(row(StepId.ACCESS).standing().kind()).isEqualTo(Standing.Kind.DONE);
        }
    }
}
