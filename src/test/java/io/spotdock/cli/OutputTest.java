package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Strength;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.TrustPolicy;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.service.Event;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same facts, told to a person and to a program. */
class OutputTest {
    private static final AccountId ACCOUNT = new AccountId("999888777666");
    private static final RoleName ROLE = new RoleName("thoughtspot-s3-upload");
    private static final Bucket BUCKET = new Bucket(
            new BucketName("exports"), new RegionName("us-east-1"), Bucket.Protection.SECURE_DEFAULT, Map.of());
    private static final Role FOUND = new Role(
            new RoleArn(Partition.AWS, ACCOUNT, ROLE),
            Optional.empty(),
            Duration.ofHours(1),
            "",
            Optional.empty(),
            Map.of());
    private static final TrustPolicy TRUST = new TrustPolicy(ROLE, PolicyDocument.of());
    private static final Plan PLAN = new Plan(
            ACCOUNT,
            List.of(
                    new Change.Create(BUCKET, List.of()),
                    new Change.Keep(FOUND),
                    new Change.Update(
                            TRUST,
                            TRUST,
                            List.of(new Difference(
                                    "field.external-id",
                                    List.of("ts-webhook-X7"),
                                    List.of("ts-webhook-x7"),
                                    Optional.of("note.case-only"))))),
            List.of(Fault.of("note.prefix-open-ended", "exports")));
    private static final Failure DENIED = new Failure.Denied(
            "s3:CreateBucket", "bucket exports", "arn:aws:iam::999888777666:user/ada", "AccessDenied: no");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Output human =
            new HumanOutput(Console.stream(out), Console.stream(err), new Style(false), false, false, texts);
    private final Output json = new JsonOutput(Console.stream(out), texts);

    @Test
    void aPlanIsGroupedByServiceWithAMarkForEachChange() {
        human.plan(PLAN);
        assertThat(out()).isEqualTo("""
                        Amazon S3
                          + bucket exports: create

                        AWS IAM
                          = role thoughtspot-s3-upload: keep
                          ~ trust-policy thoughtspot-s3-upload: update
                              external ID  (differs in case, which AWS takes for another ID)
                                - ts-webhook-X7
                                + ts-webhook-x7

                        Note: The prefix exports doesn’t end with “/”, so that everything beginning with it falls under it.
                        In account 999888777666: 1 to create, 1 to update, 1 to keep, 0 to decide.
                        """);
    }

    @Test
    void aConflictSaysWhyAndWhatToDo() {
        Plan plan = new Plan(
                ACCOUNT,
                List.of(new Change.Conflict(
                        Optional.of(FOUND),
                        TRUST,
                        List.of(),
                        new Failure.Conflict("role r", Fault.of("fault.role.used-by", "r", "x"), ""))),
                List.of());
        human.plan(plan);
        assertThat(out())
                .contains(
                        "  ! trust-policy thoughtspot-s3-upload: decide\n",
                        "      role r is used by something else.\n",
                        "      The role r trusts x as well.\n");
        json.plan(plan);
        json.finish(ExitCode.UNDECIDED);
        assertThat(last().at("/changes/0/kind").asText()).isEqualTo("conflict");
        assertThat(last().at("/changes/0/failure/cause").asText()).isEqualTo("The role r trusts x as well.");
    }

    @Test
    void anEmptyPlanSaysThatThereIsNothingToDo() {
        human.plan(new Plan(ACCOUNT, List.of(new Change.Keep(FOUND)), List.of()));
        assertThat(out()).endsWith("Everything is in place. There is nothing to apply.\n");
    }

    @Test
    void aPlanIsOneListOfChangesInTheLastLine() {
        json.plan(PLAN);
        json.finish(ExitCode.CHANGES);
        assertThat(out().lines()).hasSize(1);
        assertThat(last().get("result").asText()).isEqualTo("ok");
        assertThat(last().get("changes"))
                .extracting(change -> change.get("kind").asText() + " "
                        + change.get("resource").asText())
                .containsExactly(
                        "create bucket exports",
                        "keep role thoughtspot-s3-upload",
                        "update trust-policy thoughtspot-s3-upload");
        assertThat(last().at("/changes/2/differences/0/wanted/0").asText()).isEqualTo("ts-webhook-x7");
        assertThat(last().at("/notes/0/key").asText()).isEqualTo("note.prefix-open-ended");
    }

    @Test
    void eventsAreLinesWithASubject() {
        for (Event event : events()) json.accept(event);
        assertThat(out().lines().map(OutputTest::read))
                .allMatch(line -> line.hasNonNull("event") && line.hasNonNull("subject"))
                .extracting(line -> line.get("event").asText())
                .containsExactly("started", "waiting", "finished", "finished", "finished", "finished", "check");
        assertThat(read(out().lines().toList().get(1)).get("nextInMillis").asInt())
                .isEqualTo(4000);
        assertThat(read(out().lines().toList().get(3)).at("/failure/kind").asText())
                .isEqualTo("denied");
    }

    @Test
    void aPersonReadsEventsOnStandardErrorAndChecksOnStandardOutput() {
        for (Event event : events()) human.accept(event);
        assertThat(err()).isEqualTo("""
                        bucket exports: AWS doesn’t know the change to role r yet. This usually takes 10 to 30 seconds. Try 2; the next one in 4 s.
                        + bucket exports: done
                        ! bucket exports: stopped
                        arn:aws:iam::999888777666:user/ada may not call s3:CreateBucket on bucket exports.
                          Ask for s3:CreateBucket, or let someone who has it run spotdock apply.
                        = bucket exports: left alone. The bucket exports holds files, and stays.
                        ! bucket exports: cancelled
                        """);
        assertThat(out()).isEqualTo("""
                        Bucket
                          failed       The bucket is there, and yours  (observed)
                                       There is no bucket exports.
                                       The other side’s own words: 404
                                       Run spotdock apply.
                        """);
    }

    @Test
    void aCheckThatCouldNotLookSaysWhatStoodInItsWay() {
        CheckResult check = new CheckResult(
                "bucket.exists",
                CheckGroup.BUCKET,
                Strength.OBSERVED,
                CheckResult.Status.FAILED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(DENIED),
                "");
        json.accept(new Event.Checked(check));
        json.finish(ExitCode.CHECK_FAILED);
        JsonNode told = last().at("/checks/0");
        assertThat(told.get("status").asText()).isEqualTo("failed");
        assertThat(told.get("evidence").asText()).startsWith("arn:aws:iam::999888777666:user/ada may not call");
        assertThat(told.get("remedy").asText()).startsWith("Ask for s3:CreateBucket");
        human.accept(new Event.Checked(check));
        assertThat(out()).contains("Ask for s3:CreateBucket");
    }

    @Test
    void theOutsidesOwnWordsAreForThoseWhoAsked() {
        human.failure(DENIED);
        assertThat(err()).doesNotContain("AccessDenied");
        new HumanOutput(Console.stream(out), Console.stream(err), new Style(false), false, true, texts).failure(DENIED);
        assertThat(err()).contains("The other side’s own words: AccessDenied: no");
    }

    @Test
    void whoAsksForMoreIsToldWhatEachCheckProves() {
        Event checked = events().getLast();
        human.accept(checked);
        assertThat(out()).doesNotContain("Shows that");
        new HumanOutput(Console.stream(out), Console.stream(err), new Style(false), false, true, texts).accept(checked);
        assertThat(out()).contains("Shows that there is a place for the files");

        json.accept(checked);
        assertThat(last().get("proves").asText()).startsWith("Shows that there is a place for the files");
    }

    @Test
    void ofSeveralThingsUnderWayTheOneThatHoldsUpTheOthersIsNamed() {
        Output live = new HumanOutput(Console.stream(out), Console.stream(err), new Style(false), true, false, texts);
        live.accept(new Event.Started("delivery.validate"));
        live.accept(new Event.Started("bucket.exists"));
        assertThat(err()).endsWith("\r\u001b[Kdelivery.validate …");

        live.accept(events().getLast());
        assertThat(out()).contains("There is no bucket exports.");
        assertThat(err()).endsWith("\r\u001b[Kdelivery.validate …");
    }

    @Test
    void onATerminalAPassingLineSaysWhatIsGoingOn() {
        Output live = new HumanOutput(Console.stream(out), Console.stream(err), new Style(false), true, false, texts);
        live.accept(new Event.Started("bucket exports"));
        assertThat(err()).isEqualTo("\r\u001b[Kbucket exports …");
        live.accept(new Event.Finished("bucket exports", new Outcome.Changed()));
        assertThat(err()).endsWith("\r\u001b[K+ bucket exports: done\n");
    }

    @Test
    void onATerminalAWaitIsCountedDownAndItsReasonToldOnce() {
        Output live = new HumanOutput(Console.stream(out), Console.stream(err), new Style(false), true, false, texts);
        for (int attempt = 1; attempt < 3; attempt++)
            live.accept(new Event.Waiting(
                    "liveboard.ran", attempt, Duration.ofSeconds(250), Fault.of("wait.liveboard-drawn")));
        live.finish(ExitCode.OK);

        String reason = "liveboard.ran: ThoughtSpot has begun";
        assertThat(err())
                .containsOnlyOnce(reason)
                .contains("\r\u001b[Kliveboard.ran … 4:10")
                .endsWith("\r\u001b[K");
    }

    @Test
    void elsewhereEachWaitIsALine() {
        human.accept(new Event.Waiting(
                "liveboard.ran", 0, Duration.ofSeconds(250), Fault.of("wait.liveboard-due", "14:05 Europe/Berlin")));
        human.accept(new Event.Waiting("liveboard.ran", 1, Duration.ofSeconds(5), Fault.of("wait.liveboard-drawn")));

        assertThat(err().lines())
                .containsExactly(
                        "liveboard.ran: ThoughtSpot sends the Liveboard at 14:05 Europe/Berlin. That is in 250 s.",
                        "liveboard.ran: ThoughtSpot has begun; the delivery is not in its history yet. Try 1; the next one"
                                + " in 5 s.");
    }

    @Test
    void jsonIsAsciiWhateverIsSaid() {
        json.note(Fault.of("note.prefix-open-ended", "ü"));
        assertThat(out()).containsPattern("\\\\u2019").matches("\\p{ASCII}+");
    }

    private static List<Event> events() {
        return List.of(
                new Event.Started("bucket exports"),
                new Event.Waiting("bucket exports", 2, Duration.ofSeconds(4), Fault.of("wait.not-visible", "role r")),
                new Event.Finished("bucket exports", new Outcome.Changed()),
                new Event.Finished("bucket exports", new Outcome.Stopped(DENIED)),
                new Event.Finished("bucket exports", new Outcome.Left(Fault.of("undo.bucket-not-empty", "exports"))),
                new Event.Finished("bucket exports", new Outcome.Cancelled()),
                new Event.Checked(new CheckResult(
                        "bucket.exists",
                        CheckGroup.BUCKET,
                        Strength.OBSERVED,
                        CheckResult.Status.FAILED,
                        Optional.of(Fault.of("check.bucket.exists.no", "exports")),
                        Optional.of(Fault.of("remedy.apply")),
                        Optional.empty(),
                        "404")));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode last() {
        return read(out().lines().toList().getLast());
    }

    private static JsonNode read(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
