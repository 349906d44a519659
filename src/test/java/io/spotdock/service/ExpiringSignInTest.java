package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.FreshToken;
import io.spotdock.Snapshots;
import io.spotdock.UserSession;
import io.spotdock.aws.AwsConnector;
import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.journal.Entry;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.Renewal.Lapse;
import io.spotdock.port.WebhookConnector;
import io.spotdock.sandbox.control.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A sign-in runs out at every call there is: the person is asked once, and all ends as if nothing had happened. */
class ExpiringSignInTest {
    /** Which sign-in runs out, and how the sandbox is told so. */
    enum Side {
        AWS("expire"),
        THOUGHTSPOT("ts-expire-token");

        private final String fault;

        Side(String fault) {
            this.fault = fault;
        }
    }

    /** A person who gives what they have. */
    private static final class Giver implements Renewals.Person {
        private final Function<Lapse<CloudConnector.SignIn>, Boolean> aws;
        private final Function<Lapse<WebhookConnector.SignIn>, Boolean> thoughtSpot;
        private int asked;

        Giver(
                Function<Lapse<CloudConnector.SignIn>, Boolean> aws,
                Function<Lapse<WebhookConnector.SignIn>, Boolean> thoughtSpot) {
            this.aws = aws;
            this.thoughtSpot = thoughtSpot;
        }

        @Override
        public boolean aws(Lapse<CloudConnector.SignIn> lapse) {
            asked++;
            return aws.apply(lapse);
        }

        @Override
        public boolean thoughtSpot(Lapse<WebhookConnector.SignIn> lapse) {
            asked++;
            return thoughtSpot.apply(lapse);
        }
    }

    private static Giver willing(World world) {
        return new Giver(
                lapse -> {
                    lapse.take(UserSession.typed(world.sandbox.access()));
                    return true;
                },
                lapse -> {
                    lapse.take(World.password("admin"));
                    return true;
                });
    }

    private interface Command {
        Optional<Failure> run(Integration integration, World world);
    }

    private static Optional<Failure> apply(Integration integration, World world) {
        Plan plan = integration.plan(Scope.ALL, Set.of());
        assertThat(plan.conflicts()).isEmpty();
        return integration.apply(plan, Scope.ALL, Set.of(), world.events::add).stopped();
    }

    private static Optional<Failure> destroy(Integration integration, World world) {
        return new Undoer(world.waiter(), world.clock())
                .undo(integration.session().signedIn(), world.journal, world.events::add)
                .stopped();
    }

    private static Optional<Failure> selfTest(Integration integration, World world) {
        return integration
                .test(new TestOrder(64, true, Optional.empty()), List.of(), world.events::add)
                .results()
                .stream()
                .filter(result -> result.status() == io.spotdock.check.CheckResult.Status.FAILED)
                .findFirst()
                .map(result -> new Failure.Unexpected(result.id(), result.toString()));
    }

    /** Signs in with a session of the administrator's own, and a token. */
    private static Integration begin(World world, Renewals.Person person) {
        Renewals renewals = Renewals.ofRun(person);
        return world.integration(renewals, UserSession.typed(world.sandbox.access()));
    }

    /** @return whether so many calls were made at all */
    private static boolean survives(Side side, int call, boolean applied, Command command, Snapshot expected) {
        try (World world = receiving()) {
            if (applied) world.apply();
            Giver giver = willing(world);
            Integration integration = begin(world, giver);
            world.sandbox.faults().set(side.fault, String.valueOf(call));
            Optional<Failure> failure = command.run(integration, world);
            boolean reached = !world.sandbox.faults().isOn(side.fault);
            assertThat(failure).as(side + " at call " + call).isEmpty();
            assertThat(giver.asked).as(side + " at call " + call).isEqualTo(reached ? 1 : 0);
            assertThat(Snapshots.difference(expected, world.sandbox.snapshot()))
                    .as(side + " at call " + call)
                    .isEmpty();
            assertThat(world.journal.entries())
                    .as("everything that was begun has ended, and nothing failed")
                    .extracting(Entry::state)
                    .doesNotContain(Entry.State.FAILED);
            return reached;
        }
    }

    private static World receiving() {
        World world = World.aws();
        return world.with(draft -> draft.with(
                io.spotdock.settings.Field.WEBHOOK_URL,
                world.sandbox.access().receiver().toString()));
    }

    private static int points(Side side, String name, boolean applied, Command command) {
        Snapshot expected;
        try (World world = receiving()) {
            if (applied) world.apply();
            assertThat(command.run(begin(world, Renewals.Person.nobody()), world))
                    .isEmpty();
            expected = world.sandbox.snapshot();
        }
        int call = 1;
        while (survives(side, call, applied, command, expected)) call++;
        System.out.printf("%s: the sign-in to %s ran out at %d calls%n", name, side, call - 1);
        return call - 1;
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void whicheverCallOfApplyFindsItOverItAsksOnceAndComesToTheSameEnd(Side side) {
        assertThat(points(side, "apply", false, ExpiringSignInTest::apply)).isGreaterThan(side == Side.AWS ? 15 : 5);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void andSoDoesTakingBack(Side side) {
        assertThat(points(side, "destroy", true, ExpiringSignInTest::destroy)).isGreaterThan(side == Side.AWS ? 10 : 1);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void andTheSelfTest(Side side) {
        assertThat(points(side, "self-test", true, ExpiringSignInTest::selfTest))
                .isGreaterThan(side == Side.AWS ? 20 : 2);
    }

    private static Credentials otherAccount(World world) {
        var key = world.sandbox.aws().addAccount(new AccountId("222222222222"), new RegionName("us-east-1"));
        return Credentials.builder()
                .accessKeyId(key.id())
                .secretAccessKey(key.secret())
                .build();
    }

    @Test
    void anotherAccountIsRefusedAndTheOldOneIsStillWaitedFor() {
        try (World world = World.aws()) {
            Credentials others = otherAccount(world);
            List<Failure> refusals = new ArrayList<>();
            Giver giver = new Giver(
                    lapse -> {
                        try {
                            lapse.take(new CloudConnector.SignIn.Keys(
                                    new AccessKeyId(others.accessKeyId()),
                                    Secret.of(others.secretAccessKey()),
                                    Optional.empty()));
                        } catch (FailureException e) {
                            refusals.add(e.failure());
                        }
                        lapse.take(UserSession.typed(world.sandbox.access()));
                        return true;
                    },
                    _ -> false);
            Integration integration = begin(world, giver);
            world.sandbox.faults().set("expire", "12");

            assertThat(apply(integration, world)).isEmpty();

            assertThat(refusals)
                    .singleElement()
                    .isEqualTo(new Failure.Invalid(
                            "aws.account-id",
                            Fault.of(
                                    "fault.renewal.account",
                                    "999888777666",
                                    "222222222222",
                                    "arn:aws:iam::222222222222:user/administrator"),
                            ""));
        }
    }

    @Test
    void aTokenOfAnotherOrgAndAUserWithFewerRightsAreRefused() {
        try (World world = World.aws()) {
            List<Failure> refusals = new ArrayList<>();
            Giver giver = new Giver(_ -> false, lapse -> {
                for (WebhookConnector.SignIn wrong :
                        List.of(new WebhookConnector.SignIn.Token(tokenOf(world, 1)), World.password("viewer")))
                    try {
                        lapse.take(wrong);
                    } catch (FailureException e) {
                        refusals.add(e.failure());
                    }
                lapse.take(new WebhookConnector.SignIn.Token(tokenOf(world, 0)));
                return true;
            });
            Integration integration = begin(world, giver);
            world.sandbox.faults().set("ts-expire-token", "5");

            assertThat(apply(integration, world)).isEmpty();

            assertThat(refusals)
                    .extracting(failure -> ((Failure.Invalid) failure).fault().key())
                    .containsExactly("fault.thoughtspot-org.token", "fault.renewal.rights");
        }
    }

    @Test
    void whoStopsIsNotAskedAgainAndTheNextRunDoesTheRest() {
        Snapshot expected;
        try (World world = receiving()) {
            assertThat(world.apply().complete()).isTrue();
            expected = world.sandbox.snapshot();
        }
        int stopped = 0;
        for (int call = 8; call <= 22; call += 2)
            try (World world = receiving()) {
                Giver giver = new Giver(_ -> false, _ -> false);
                Integration integration = begin(world, giver);
                world.sandbox.faults().set("expire", String.valueOf(call));
                Optional<Failure> failure = Optional.empty();
                try {
                    failure = apply(integration, world);
                } catch (FailureException e) {
                    failure = Optional.of(e.failure());
                }
                if (world.sandbox.faults().isOn("expire")) continue;
                assertThat(failure).as("call " + call).containsInstanceOf(Failure.Expired.class);
                assertThat(giver.asked).isEqualTo(1);
                assertThat(world.apply().complete()).as("the next run").isTrue();
                assertThat(Snapshots.difference(expected, world.sandbox.snapshot()))
                        .isEmpty();
                stopped++;
            }
        System.out.printf("stopped and resumed at %d calls%n", stopped);
        assertThat(stopped).isGreaterThan(3);
    }

    @Test
    void aFileThatWasRenewedMeanwhileIsReadAgainAndNobodyIsAsked(@TempDir Path home) throws IOException {
        try (World world = World.aws()) {
            Giver giver = new Giver(_ -> false, _ -> false);
            write(home, UserSession.typed(world.sandbox.access()));
            Map<String, String> environment = new HashMap<>(world.environment());
            environment.keySet().removeIf(name -> name.startsWith("AWS_ACCESS") || name.startsWith("AWS_SECRET"));
            environment.put(
                    "AWS_SHARED_CREDENTIALS_FILE", home.resolve("credentials").toString());
            CloudConnector clouds = Renewals.ofRun(giver).over(new AwsConnector(environment, home, world.clock()));
            Session session = new Sessions(clouds, () -> new ExternalId("unused"))
                    .open(world.settings(), Optional.of(world.thoughtSpot()));
            write(home, UserSession.typed(world.sandbox.access()));
            world.sandbox.faults().set("expire", "3");

            assertThat(apply(world.integration(session), world)).isEmpty();

            assertThat(world.sandbox.faults().isOn("expire")).isFalse();
            assertThat(giver.asked).isZero();
        }
    }

    private static void write(Path home, CloudConnector.SignIn how) throws IOException {
        CloudConnector.SignIn.Keys keys = (CloudConnector.SignIn.Keys) how;
        Files.writeString(
                home.resolve("credentials"),
                "[default]\naws_access_key_id=" + keys.id().value() + "\naws_secret_access_key="
                        + keys.secretAccessKey().use(text -> text) + "\naws_session_token="
                        + keys.sessionToken().orElseThrow().use(text -> text) + "\n");
    }

    private static Secret tokenOf(World world, int org) {
        return Secret.of(FreshToken.of(world.sandbox.access().thoughtSpot(), "admin", org));
    }
}
