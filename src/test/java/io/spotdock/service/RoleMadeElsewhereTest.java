package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else makes the role, for a person who may not touch IAM. */
class RoleMadeElsewhereTest {
    private static final String ARN = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";

    /** The cloud team has made everything in AWS; the person only has S3. */
    private static World handedOver(String hosting) {
        World world = new World(hosting.equals("gcp") ? SandboxOptions.gcp() : SandboxOptions.aws());
        Integration team = world.integration();
        assertThat(team.apply(team.plan(Scope.AWS, Set.of()), Scope.AWS, Set.of(), Event.Sink.NONE)
                        .complete())
                .isTrue();
        return world.as(world.userWhoMay("s3:*"))
                .with(draft -> draft.without(Field.ROLE_NAME).with(Field.ROLE_ARN, ARN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void whoMayNotTouchIamRegistersTheWebhookAndProvesTheDelivery(String hosting) {
        try (World world = handedOver(hosting)) {
            Integration mine = world.integration();
            Plan plan = mine.plan(Scope.WEBHOOK, Set.of());
            Applied applied = mine.apply(plan, Scope.WEBHOOK, Set.of(), Event.Sink.NONE);
            assertThat(applied.complete()).isTrue();
            assertThat(world.thoughtSpot()
                            .webhooks()
                            .getFirst()
                            .storage()
                            .orElseThrow()
                            .roleArn())
                    .isEqualTo(ARN);

            List<CheckResult> results =
                    world.integration().test(1024, List.of(), Event.Sink.NONE).results();

            assertThat(results)
                    .filteredOn(result -> result.status() == Status.FAILED || result.status() == Status.NOT_REACHED)
                    .isEmpty();
            assertThat(results)
                    .filteredOn(result -> result.id().startsWith("delivery."))
                    .allMatch(result -> result.status() == Status.PASSED);
        }
    }

    @Test
    void whatCannotBeLookedAtIsSkippedWithTheReason() {
        try (World world = handedOver("aws")) {
            List<CheckResult> results =
                    world.integration().test(1024, List.of(), Event.Sink.NONE).results();
            assertThat(results)
                    .filteredOn(result ->
                            result.id().equals("role.exists") || result.id().equals("role.trust"))
                    .hasSize(2)
                    .allSatisfy(result -> {
                        assertThat(result.status()).isEqualTo(Status.SKIPPED);
                        assertThat(result.evidence()).contains(Fault.of("check.role.unseen", "iam:GetRole"));
                    });
            assertThat(results)
                    .filteredOn(result -> result.group() == CheckGroup.REFUSED)
                    .allMatch(result -> result.status() == Status.SKIPPED);
        }
    }

    @Test
    void nothingInIamIsEverPlanned() {
        try (World world = World.aws()) {
            world.with(draft -> draft.with(Field.ROLE_ARN, ARN));
            Plan plan = world.plan();
            assertThat(plan.changes())
                    .extracting(change -> change.resource().kind().group())
                    .doesNotContain(ResourceKind.Group.AWS_IAM);
            assertThat(plan.notes()).contains(Fault.of("note.role-made-elsewhere", ARN));
        }
    }

    @Test
    void whoMayLookIsToldWhereTheRoleIsNotAsItShouldBe() {
        try (World world = World.aws()) {
            world.apply();
            world.with(draft -> draft.with(Field.ROLE_ARN, ARN).with(Field.EXTERNAL_ID, "another-external-id"));
            assertThat(world.integration()
                            .test(1024, List.of(), Event.Sink.NONE)
                            .results())
                    .filteredOn(result -> result.id().equals("role.trust"))
                    .singleElement()
                    .satisfies(result -> assertThat(result.remedy()).contains(Fault.of("remedy.cloud-team")));
        }
    }

    @Test
    void anArnWithAnotherPathIsNotThatRole() {
        try (World world = World.aws()) {
            world.apply();
            world.with(draft -> draft.with(Field.ROLE_ARN, ARN.replace("role/", "role/teams/")));
            assertThat(world.integration()
                            .test(1024, List.of(), Event.Sink.NONE)
                            .results())
                    .filteredOn(result -> result.id().equals("role.exists"))
                    .extracting(CheckResult::evidence)
                    .containsExactly(Optional.of(Fault.of("check.role.exists.other-arn", ARN)));
        }
    }

    @Test
    void aRoleThatIsToBeMadeHereHasToBeLookedAt() {
        try (World world = World.aws()) {
            world.as(world.userWhoMay("s3:*"));
            assertThat(catchThrowable(world::plan)).isInstanceOf(FailureException.class);
        }
    }
}
