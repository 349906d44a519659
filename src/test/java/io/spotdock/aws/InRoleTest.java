package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static io.spotdock.aws.StubAws.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.CloudPool;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import io.spotdock.service.fleet.CodePrompt;
import io.spotdock.service.fleet.FleetAccess;
import io.spotdock.service.fleet.FleetWorld;
import io.spotdock.service.fleet.Need;
import io.spotdock.service.fleet.Place;
import io.spotdock.service.fleet.Unreached;
import io.spotdock.settings.Field;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.SignIns;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sign-in that leads into many accounts, by a role in each. */
class InRoleTest {
    private static final String OWN = "999888777666";
    private static final String CLOSED = "111111111111";
    private static final RegionName NEAR = new RegionName("us-east-1");

    @TempDir
    Path home;

    private final StubAws aws = new StubAws(this::answer);
    private AwsConnector connector;

    @BeforeEach
    void profiles() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
            [default]
            aws_access_key_id = AKIABASE
            aws_secret_access_key = secret
            [profile ops]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = default
            mfa_serial = arn:aws:iam::999888777666:mfa/lee
            """);
        connector = connector(Map.of("AWS_ENDPOINT_URL", aws.address()));
    }

    private AwsConnector connector(Map<String, String> environment) {
        return new AwsConnector(environment, home, InstantSource.system(), StubAws.impatient());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    /** Each account's role gives keys that are known by it; one account lets nobody in. */
    private Answer answer(Exchange exchange) {
        String role = parameter(exchange, "RoleArn");
        if (role.contains(CLOSED))
            return StubAws.queryError(
                    403,
                    "AccessDenied",
                    "User: arn:aws:iam::" + OWN + ":user/lee is not authorized to perform: sts:AssumeRole on resource: "
                            + role);
        if (!role.isEmpty()) return StubAws.session("ASIA" + role.split(":")[4]);
        Matcher key = Pattern.compile("Credential=ASIA([0-9]{12})/")
                .matcher(exchange.header("authorization").orElse(""));
        String account = key.find() ? key.group(1) : OWN;
        return StubAws.xml(
                200,
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::" + account
                        + ":assumed-role/R/s</Arn><UserId>U</UserId><Account>" + account
                        + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    private List<Exchange> assumed() {
        return aws.seen().stream()
                .filter(exchange -> parameter(exchange, "Action").equals("AssumeRole"))
                .toList();
    }

    private static SignIn inRole(String account) {
        return new SignIn.InRole(
                new SignIn.ByDefault(),
                new RoleArn(Partition.AWS, new AccountId(account), "/fleet/", new RoleName("Admin")));
    }

    @Test
    void aRoleIsTakenOnWithTheOtherSignIn() {
        String account = "300000000001";
        assertThat(connector.connect(inRole(account), NEAR).tokens().whoAmI().account())
                .isEqualTo(new AccountId(account));
        assertThat(assumed()).singleElement().satisfies(call -> {
            assertThat(parameter(call, "RoleArn")).isEqualTo("arn:aws:iam::300000000001:role/fleet/Admin");
            assertThat(parameter(call, "RoleSessionName")).matches("spotdock-[\\w+=,.@-]{2,55}");
            assertThat(call.header("authorization").orElse("")).contains("Credential=AKIABASE/");
        });
    }

    @Test
    void whoWasDeniedWhichRoleIsSaid() {
        Failure failure =
                failure(() -> connector.connect(inRole(CLOSED), NEAR).tokens().whoAmI());
        assertThat(failure).isInstanceOfSatisfying(Failure.Denied.class, denied -> {
            assertThat(denied.principal()).isEqualTo("arn:aws:iam::" + OWN + ":user/lee");
            assertThat(denied.action()).isEqualTo("sts:AssumeRole");
            assertThat(denied.resource()).isEqualTo("arn:aws:iam::" + CLOSED + ":role/fleet/Admin");
        });
    }

    @Test
    void anAccountsRegionsShareOneSession() {
        AccountId account = new AccountId("300000000001");
        try (CloudPool pool = connector.pool()) {
            for (String region : List.of("us-east-1", "eu-central-1", "us-east-1"))
                pool.connect(inRole(account.value()), account, new RegionName(region))
                        .tokens()
                        .whoAmI();
        }
        assertThat(assumed()).hasSize(1);
    }

    @Test
    void aSignInThatFailsIsToldOnceForAllItsAccounts() {
        List<AccountId> accounts = List.of(new AccountId("300000000001"), new AccountId("300000000002"));
        FleetWorld world = FleetWorld.of(
                Map.of("AWS_ENDPOINT_URL", aws.address()),
                URI.create("https://acme.thoughtspot.cloud"),
                accounts,
                new AccountId("123456789012"),
                home,
                this::connector);
        List<FleetEntry> entries = List.of(
                world.entry(0, draft -> draft.with(Field.PROFILE, "ops")),
                world.entry(1, draft -> draft.with(Field.PROFILE, "ops")));
        SignIns roles = new SignIns(Optional.of("OrganizationAccountAccessRole"), Map.of());
        try (FleetAccess access = new FleetAccess(world.surroundings(), roles, CodePrompt.none(), Optional::empty)) {
            assertThat(access.reach(entries, Need.IF_GIVEN)).singleElement().satisfies(one -> {
                assertThat(one.place()).isEqualTo(new Place.Start(Optional.of("ops")));
                assertThat(one.failure()).isInstanceOf(Failure.Expired.class);
                assertThat(one.entries()).isEqualTo(entries);
            });
        }
        assertThat(assumed()).isEmpty();
    }

    @Test
    void aCodeIsAskedForOnceForTheWholeFleet() {
        AtomicInteger asked = new AtomicInteger();
        CodePrompt person = new CodePrompt() {
            @Override
            public <T> T around(SignIn how, Function<SignIn, T> signIn) {
                asked.incrementAndGet();
                assertThatThrownBy(() -> signIn.apply(how))
                        .isInstanceOfSatisfying(
                                FailureException.class,
                                e -> assertThat(e.failure()).isInstanceOf(Failure.Expired.class));
                return signIn.apply(how.with(new MfaCode("123456")));
            }
        };
        List<AccountId> accounts =
                List.of(new AccountId("300000000001"), new AccountId("300000000002"), new AccountId(CLOSED));
        FleetWorld world = FleetWorld.of(
                Map.of("AWS_ENDPOINT_URL", aws.address()),
                URI.create("https://acme.thoughtspot.cloud"),
                accounts,
                new AccountId("123456789012"),
                home,
                this::connector);
        List<FleetEntry> entries = new ArrayList<>();
        for (String region : List.of("us-east-1", "eu-central-1"))
            for (int i = 0; i < accounts.size(); i++)
                entries.add(
                        world.entry(i, draft -> draft.with(Field.PROFILE, "ops").with(Field.REGION, region)));
        SignIns roles = new SignIns(Optional.of("OrganizationAccountAccessRole"), Map.of());
        try (FleetAccess access = new FleetAccess(world.surroundings(), roles, person, Optional::empty)) {
            List<Unreached> unreached = access.reach(entries, Need.IF_GIVEN);
            assertThat(unreached).singleElement().satisfies(one -> {
                assertThat(one.place()).isEqualTo(new Place.Account(new AccountId(CLOSED)));
                assertThat(one.entries()).containsExactly(entries.get(2), entries.get(5));
            });
        }
        assertThat(asked).hasValue(1);
        assertThat(assumed())
                .filteredOn(call -> !parameter(call, "TokenCode").isEmpty())
                .hasSize(1);
    }
}
