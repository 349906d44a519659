package io.spotdock.gui.step.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Role;
import io.spotdock.gui.change.Line;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Standing.Kind;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.port.Buckets;
import io.spotdock.port.Content;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Applied;
import io.spotdock.service.Known;
import io.spotdock.settings.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReviewModelTest {
    private static final String EC2 = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"Service":"ec2.amazonaws.com"}}}\
        """;

    private static TestPlace guide() {
        return TestPlace.aws().withGuide().signedIn();
    }

    private static TestPlace guide(String fault, String value) {
        return new TestPlace(SandboxOptions.aws().withFaults(Map.of(fault, value)))
                .withGuide()
                .signedIn();
    }

    private static ReviewModel entered(TestPlace place) {
        ReviewModel model = new ReviewModel(place);
        model.enter();
        return model;
    }

    private static Command command(ReviewModel model, String key) {
        return model.footer().get().commands().stream()
                .filter(command -> command.label().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(model.footer().get()));
    }

    private static void press(ReviewModel model, String key) {
        Command command = command(model, key);
        assertThat(command.enabled()).as(key).isTrue();
        command.run().run();
    }

    private static <P extends Phase> P phase(ReviewModel model, Class<P> type) {
        assertThat(model.phase().get()).isInstanceOf(type);
        return type.cast(model.phase().get());
    }

    /** Cancels as a person would, as soon as so many changes are made. */
    private static void cancelAfter(ReviewModel model, int changes) {
        AtomicBoolean once = new AtomicBoolean();
        model.progress().subscribe(progress -> {
            if (progress.made() == changes && model.phase().get() instanceof Phase.Applying && !once.getAndSet(true)) {
                model.stopWriting();
                // Work is done on the test's own thread, which therefore is the one to interrupt.
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void onEntryItShowsWhatWouldChangeAndChangesNothing() {
        try (TestPlace place = guide()) {
            ReviewModel model = entered(place);

            Plan plan = phase(model, Phase.Planned.class).plan();
            assertThat(plan.changes())
                    .extracting(change -> change.resource().kind())
                    .containsExactly(
                            ResourceKind.BUCKET,
                            ResourceKind.BUCKET_POLICY,
                            ResourceKind.ROLE,
                            ResourceKind.TRUST_POLICY,
                            ResourceKind.PERMISSIONS_POLICY);
            assertThat(place.setup().cloud().buckets().list()).isEmpty();
            assertThat(model.footer().get().note()).isEqualTo(Footer.Note.NOTHING_CHANGED);
            Command apply = command(model, "wizard.review.apply");
            assertThat(apply.label()).isEqualTo(Fault.of("wizard.review.apply", 5));
            assertThat(apply.writes()).isTrue();
            assertThat(model.standing().get().isPassable()).isFalse();
        }
    }

    @Test
    void applyMakesTheChangesAndLeadsOn() {
        try (TestPlace place = guide()) {
            ReviewModel model = entered(place);

            press(model, "wizard.review.apply");

            assertThat(phase(model, Phase.Ready.class).applied().changed()).isEqualTo(5);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);
            assertThat(model.standing().get().line()).contains(Fault.of("wizard.review.standing.made", 5));
            assertThat(place.setup().cloud().buckets().list())
                    .containsExactly(new BucketName("my-company-data-exports"));
            assertThat(model.progress().get().lines())
                    .extracting(Line::state)
                    .allMatch(Line.State.Done.class::isInstance);
            press(model, "wizard.continue");
            assertThat(place.went).containsExactly("next");
        }
    }

    @Test
    void whatTheWebhookStillLacksDoesNotHoldAwsUp() {
        try (TestPlace place = guide()) {
            place.publish(draft -> draft.without(Field.WEBHOOK_URL));
            ReviewModel model = entered(place);

            press(model, "wizard.review.apply");

            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);
        }
    }

    @Test
    void whereEverythingIsInPlaceTheStepIsDoneWithNothingToApply() {
        try (TestPlace place = guide()) {
            press(entered(place), "wizard.review.apply");
            place.learn(known -> known.withAws(Optional.empty()));

            ReviewModel later = entered(place);

            assertThat(phase(later, Phase.Planned.class).plan().isEmpty()).isTrue();
            assertThat(later.standing().get().line()).contains(Fault.of("wizard.review.standing.made", 0));
            press(later, "wizard.continue");
        }
    }

    @Test
    void anotherNameAfterApplyMakesTheStepOneToDoAgain() {
        try (TestPlace place = guide()) {
            ReviewModel model = entered(place);
            press(model, "wizard.review.apply");

            place.publish(draft -> draft.with(Field.BUCKET_NAME, "another-bucket"));

            assertThat(model.standing().get().kind()).isEqualTo(Kind.TO_DO);
            model.enter();
            Plan plan = phase(model, Phase.Planned.class).plan();
            assertThat(plan.count("create")).isEqualTo(2);
        }
    }

    @Test
    void aConflictIsDecidedByAnotherNameOrByAWord() throws Exception {
        try (TestPlace place = guide()) {
            makeRole(place);
            ReviewModel model = entered(place);

            Plan plan = phase(model, Phase.Planned.class).plan();
            Change.Conflict conflict = plan.conflicts().getFirst();
            assertThat(command(model, "wizard.review.apply").enabled()).isFalse();
            assertThat(model.footer().get().note().text()).isEqualTo(Fault.of("wizard.review.footer.decide", 1));
            assertThat(model.standing().get().kind()).isEqualTo(Kind.FAULT);
            AtomicBoolean led = new AtomicBoolean();
            model.onDecide(() -> led.set(true));
            model.footer().get().note().mend().orElseThrow().run();
            assertThat(led).isTrue();

            model.useAnotherName(conflict);
            assertThat(place.went).containsExactly("ACCESS ROLE_NAME");
            model.changeAnyway(conflict);

            assertThat(phase(model, Phase.Planned.class).plan().conflicts()).isEmpty();
            press(model, "wizard.review.apply");
            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);
        }
    }

    @Test
    void aWordGivenForOneRoleDoesNotHoldForAnother() throws Exception {
        try (TestPlace place = guide()) {
            makeRole(place);
            ReviewModel model = entered(place);
            model.changeAnyway(
                    phase(model, Phase.Planned.class).plan().conflicts().getFirst());

            place.publish(draft -> draft.with(Field.PREFIX, "elsewhere/"));
            model.enter();

            assertThat(phase(model, Phase.Planned.class).plan().conflicts()).hasSize(1);
        }
    }

    @Test
    void aBucketElsewhereLeadsToItsRegion() {
        try (TestPlace place = guide()) {
            press(entered(place), "wizard.review.apply");
            place.publish(draft -> draft.with(Field.REGION, "eu-central-1"));
            ReviewModel model = entered(place);

            model.useAnotherName(
                    phase(model, Phase.Planned.class).plan().conflicts().getFirst());

            assertThat(place.went).containsExactly("BUCKET REGION");
        }
    }

    @Test
    void cancelledHalfWayItSaysWhatStandsAndResumeMakesTheRest() {
        try (TestPlace place = guide()) {
            ReviewModel model = entered(place);
            cancelAfter(model, 2);

            press(model, "wizard.review.apply");
            assertThat(Thread.interrupted()).isTrue();

            Phase.Stopped stopped = phase(model, Phase.Stopped.class);
            assertThat(stopped.applied().cancelled()).isTrue();
            assertThat(stopped.progress().made()).isEqualTo(2);
            assertThat(stopped.progress().isCertain()).isTrue();
            assertThat(stopped.standing()).hasSize(2);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.FAULT);
            assertThat(model.footer().get().commands())
                    .extracting(Command::label)
                    .containsExactly(Fault.of("wizard.review.undo", 2), Fault.of("wizard.review.resume"));
            model.enter();
            phase(model, Phase.Stopped.class);

            press(model, "wizard.review.resume");

            assertThat(phase(model, Phase.Ready.class).applied().changed()).isEqualTo(5);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);
        }
    }

    @Test
    void whatAwsRefusesIsSaidAtItsLineAndTriedAgain() {
        try (TestPlace place = guide("deny", "iam:CreateRole,iam:SimulatePrincipalPolicy")) {
            ReviewModel model = entered(place);
            press(model, "wizard.review.apply");

            Phase.Stopped stopped = phase(model, Phase.Stopped.class);
            Line failed = stopped.progress().failed().orElseThrow();
            assertThat(failed.subject())
                    .isInstanceOfSatisfying(
                            Line.Subject.Making.class,
                            making -> assertThat(making.change().resource().kind())
                                    .isEqualTo(ResourceKind.ROLE));
            assertThat(stopped.applied().stopped()).containsInstanceOf(Failure.Denied.class);
            place.sandbox.faults().clear("deny");

            press(model, "wizard.try-again");

            assertThat(phase(model, Phase.Ready.class).applied().changed()).isEqualTo(5);
        }
    }

    @Test
    void aPlanThatAwsWouldRefuseIsNotBegunAndHasNothingToUndo() {
        try (TestPlace place = guide("deny", "iam:CreateRole")) {
            ReviewModel model = entered(place);
            press(model, "wizard.review.apply");

            assertThat(phase(model, Phase.Stopped.class).standing()).isEmpty();
            assertThat(model.footer().get().commands())
                    .extracting(Command::label)
                    .containsExactly(Fault.of("wizard.try-again"));
        }
    }

    @Test
    void undoAsksInPlaceThenTakesEverythingBackAndForgetsThatAwsWasReady() {
        try (TestPlace place = guide()) {
            ReviewModel model = entered(place);
            press(model, "wizard.review.apply");

            press(model, "wizard.review.undo");
            assertThat(model.asking().get()).isTrue();
            press(model, "wizard.cancel");
            assertThat(model.asking().get()).isFalse();
            press(model, "wizard.review.undo");
            press(model, "wizard.review.undo");

            assertThat(phase(model, Phase.Undone.class).progress().made()).isEqualTo(5);
            assertThat(place.setup().cloud().buckets().list()).isEmpty();
            assertThat(place.known().get().aws()).isEmpty();
            assertThat(model.standing().get().kind()).isEqualTo(Kind.TO_DO);
            press(model, "wizard.review.again");
            assertThat(phase(model, Phase.Planned.class).plan().count("create")).isEqualTo(5);
        }
    }

    @Test
    void aBucketWithFilesStaysAndTheReasonIsSaid() {
        try (TestPlace place = guide()) {
            ReviewModel model = entered(place);
            press(model, "wizard.review.apply");
            Buckets.Located bucket = new Buckets.Located(
                    new BucketName("my-company-data-exports"),
                    new RegionName("us-east-1"),
                    new AccountId("999888777666"));
            place.setup().cloud().objects().put(bucket, new ObjectKey("thoughtspot/a.pdf"), Content.of(new byte[] {1}));

            press(model, "wizard.review.undo");
            press(model, "wizard.review.undo");

            assertThat(phase(model, Phase.Undone.class).progress().lines())
                    .extracting(Line::state)
                    .contains(new Line.State.Left(Fault.of("undo.bucket-not-empty", "my-company-data-exports")));
        }
    }

    @Test
    void aPlanThatCannotBeMadeSaysWhyAndIsTriedAgain() {
        try (TestPlace place = TestPlace.aws().withGuide()) {
            ReviewModel model = entered(place);

            assertThat(phase(model, Phase.Unread.class).failure()).isInstanceOf(Failure.Expired.class);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.FAULT);
            place.signedIn();
            press(model, "wizard.try-again");

            phase(model, Phase.Planned.class);
        }
    }

    @Test
    void leavingWhileItReadsEndsTheReading() {
        try (TestPlace place = guide()) {
            place.operations.hold();
            ReviewModel model = entered(place);

            model.leave();
            place.operations.release();

            phase(model, Phase.Reading.class);
            model.enter();
            phase(model, Phase.Planned.class);
        }
    }

    @Test
    void whileItAppliesTheWindowMustAskAndTheTimeGoesOn() {
        try (TestPlace place = guide()) {
            ReviewModel model = entered(place);
            place.operations.hold();
            press(model, "wizard.review.apply");

            assertThat(model.isWriting()).isTrue();
            assertThat(model.footer().get().back()).isFalse();
            var before = model.now().get();
            place.operations.pass(Duration.ofSeconds(2));
            assertThat(Duration.between(before, model.now().get())).isEqualTo(Duration.ofSeconds(2));
            press(model, "wizard.cancel");
            assertThat(model.stopping().get()).isTrue();
            place.operations.release();

            assertThat(model.isWriting()).isFalse();
            phase(model, Phase.Planned.class);
            assertThat(place.setup().cloud().buckets().list()).isEmpty();
        }
    }

    @Test
    void whatWasAppliedElsewhereInThisSessionIsShownAsReady() {
        try (TestPlace place = guide()) {
            Applied applied = new Applied(
                    List.of(new Applied.Step(new ResourceId(ResourceKind.ROLE, "r"), new Outcome.Changed())),
                    Optional.empty(),
                    false);
            place.learn(known -> known.withAws(Optional.of(
                    new Known.Made(place.draft().get().check().good().orElseThrow(), applied))));

            ReviewModel model = entered(place);

            assertThat(phase(model, Phase.Ready.class).applied()).isEqualTo(applied);
            assertThat(model.footer().get().commands())
                    .extracting(Command::label)
                    .containsExactly(Fault.of("wizard.continue"));
        }
    }

    private static void makeRole(TestPlace place) throws Exception {
        Role role = new Role(
                new RoleArn(Partition.AWS, new AccountId("999888777666"), new RoleName("thoughtspot-s3-upload")),
                Optional.empty(),
                Duration.ofHours(1),
                "made by someone",
                Optional.empty(),
                Map.of());
        place.setup().cloud().roles().create(role, PolicyJson.parse(EC2));
    }
}
