package io.spotdock.gui.step.review;

import static io.spotdock.gui.step.Shown.fx;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.resource.Role;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.step.Shown;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@FxTest
class ReviewViewTest {
    private static final String EC2 = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"Service":"ec2.amazonaws.com"}}}\
        """;
    private static final String OTHER_CASE = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"AWS":"arn:aws:iam::123456789012:root"},
         "Condition":{"StringEquals":{"sts:ExternalId":"ts-webhook-X7K9M2P4Q1"}}}}\
        """;

    private final Texts texts = new Texts(Locale.ENGLISH);

    private static TestPlace guide() {
        return TestPlace.aws().withGuide().signedIn();
    }

    private static void makeRole(TestPlace place, String trust) throws Exception {
        PolicyDocument document = PolicyJson.parse(trust);
        Role role = new Role(
                new RoleArn(Partition.AWS, new AccountId("999888777666"), new RoleName("thoughtspot-s3-upload")),
                Optional.empty(),
                Duration.ofHours(1),
                "made by someone",
                Optional.empty(),
                Map.of());
        place.setup().cloud().roles().create(role, document);
    }

    private Shown shown(ReviewModel model, ColorScheme scheme) {
        model.enter();
        return new Shown(new ReviewView(model, texts), scheme);
    }

    private Shown shown(ReviewModel model) {
        return shown(model, ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void aPlanIsRowsByServiceWithTheirDifferences(ColorScheme scheme) throws Exception {
        try (TestPlace place = guide()) {
            makeRole(place, OTHER_CASE);
            fx(() -> {
                try (Shown pane = shown(new ReviewModel(place), scheme)) {
                    pane.shoot("05-review-plan");

                    assertThat(pane.says("Review what will change")).isTrue();
                    assertThat(pane.says("3 to create")).isTrue();
                    assertThat(pane.says("Amazon S3")).isTrue();
                    assertThat(pane.says("Bucket my-company-data-exports")).isTrue();
                    assertThat(pane.says("Removed, External ID, ts-webhook-X7K9M2P4Q1, differs in case"))
                            .isTrue();
                    assertThat(pane.says("s3:PutObject")).isTrue();
                }
            });
        }
    }

    @Test
    void aConflictIsDecidedInItsRow() throws Exception {
        try (TestPlace place = guide()) {
            makeRole(place, EC2);
            fx(() -> {
                ReviewModel model = new ReviewModel(place);
                try (Shown pane = shown(model)) {
                    pane.shoot("05-review-conflict");
                    assertThat(pane.says("Role thoughtspot-s3-upload is used by something else."))
                            .isTrue();
                    model.footer().get().note().mend().orElseThrow().run();
                    assertThat(pane.scene.getFocusOwner()).isSameAs(pane.button("Use another name"));

                    pane.button("Change it anyway").fire();

                    assertThat(pane.says("is used by something else")).isFalse();
                }
            });
        }
    }

    @Test
    void thePlanIsSavedWhereThePersonWants(@TempDir Path folder) {
        try (TestPlace place = guide().choosing(folder)) {
            fx(() -> {
                try (Shown pane = shown(new ReviewModel(place))) {
                    pane.button("Save plan").fire();
                    assertThat(pane.says("Saved as spotdock-plan.txt.")).isTrue();
                }
            });
            assertThat(folder.resolve("spotdock-plan.txt")).content().contains("role thoughtspot-s3-upload: create");
        }
    }

    @Test
    void theNameOfTheFileSaysInWhichForm() {
        try (TestPlace place = guide()) {
            ReviewModel model = new ReviewModel(place);
            model.enter();
            Phase.Planned planned = (Phase.Planned) model.phase().get();

            assertThat(PlanBar.content(Path.of("plan.json"), planned.plan(), texts))
                    .contains("\"resource\" : \"role thoughtspot");
            assertThat(PlanBar.content(Path.of("plan"), planned.plan(), texts))
                    .contains("role thoughtspot-s3-upload: create");
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void applyingIsSeenStepByStepAndEndsReady(ColorScheme scheme) {
        try (TestPlace place = new TestPlace(SandboxOptions.aws().withFaults(Map.of("invalid-principal-lag", "2")))
                .withGuide()
                .signedIn()) {
            ReviewModel model = fx(() -> new ReviewModel(place));
            Shown pane = fx(() -> shown(model, scheme));
            AtomicBoolean waited = new AtomicBoolean();
            fx(() -> {
                model.progress().subscribe(_ -> {
                    if (!pane.says("Next try in") || waited.getAndSet(true)) return;
                    assertThat(pane.says("Applying 5 changes")).isTrue();
                    assertThat(pane.says("Step 3 of 7")).isTrue();
                    pane.shoot("05-applying");
                });
                model.apply();
            });
            assertThat(waited).isTrue();
            fx(() -> {
                pane.shoot("05-ready");
                assertThat(pane.says("AWS is ready")).isTrue();
                assertThat(pane.says("5 changes made in account 999888777666.")).isTrue();
            });
            fx(pane::close);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void stoppedHalfWayItSaysWhatStandsAndTheKeyboardIsThere(ColorScheme scheme) {
        try (TestPlace place = guide()) {
            ReviewModel model = fx(() -> new ReviewModel(place));
            Shown pane = fx(() -> shown(model, scheme));
            boolean interrupted = fx(() -> {
                AtomicBoolean once = new AtomicBoolean();
                model.progress().subscribe(progress -> {
                    if (progress.made() == 2 && !once.getAndSet(true))
                        Thread.currentThread().interrupt();
                });
                model.apply();
                return Thread.interrupted();
            });
            assertThat(interrupted).isTrue();
            fx(() -> {
                pane.shoot("05-apply-stopped");
                assertThat(pane.says("Finish or take back")).isTrue();
                assertThat(pane.says("Stopped after 2 of 5 changes.")).isTrue();
                assertThat(pane.says("Undo takes back both.")).isTrue();
                assertThat(pane.scene.getFocusOwner().getAccessibleText()).startsWith("Stopped after");
            });
            fx(model::askUndo);
            fx(() -> {
                pane.shoot("05-undo-ask");
                assertThat(pane.says("Take back 2 changes?")).isTrue();
            });
            fx(model::undo);
            fx(() -> {
                pane.shoot("05-undone");
                assertThat(pane.says("Changes taken back")).isTrue();
            });
            fx(pane::close);
        }
    }

    @Test
    void whatAwsRefusedIsOpenWithItsCauseAndHasTheKeyboard() {
        try (TestPlace place = new TestPlace(
                        SandboxOptions.aws().withFaults(Map.of("deny", "iam:CreateRole,iam:SimulatePrincipalPolicy")))
                .withGuide()
                .signedIn()) {
            fx(() -> {
                ReviewModel model = new ReviewModel(place);
                try (Shown pane = shown(model)) {
                    model.apply();

                    pane.shoot("05-apply-failed");
                    assertThat(pane.says("Stopped: Create role thoughtspot-s3-upload."))
                            .isTrue();
                    assertThat(pane.scene.getFocusOwner().getAccessibleText())
                            .startsWith("Failed: Create role thoughtspot-s3-upload");
                }
            });
        }
    }

    @Test
    void whereItCouldNotLookTheWayToTheSignInIsThere() {
        try (TestPlace place = TestPlace.aws().withGuide()) {
            fx(() -> {
                try (Shown pane = shown(new ReviewModel(place))) {
                    pane.shoot("05-review-unread");
                    pane.button("Sign in").fire();
                }
            });
            assertThat(place.went).containsExactly("AWS_ACCOUNT");
        }
    }
}
