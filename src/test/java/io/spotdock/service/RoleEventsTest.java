package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** What AWS's event log and the role's last use tell about who was let in. */
class RoleEventsTest {
    private static final RoleName ROLE = new RoleName("thoughtspot-s3-upload");
    private static final String ARN = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";
    private static final String EXTERNAL_ID = "ts-webhook-x7k9m2p4q1";

    private World world = World.aws();

    @AfterEach
    void close() {
        world.close();
    }

    private void gcp() {
        world.close();
        world = World.gcp();
    }

    private CheckResult test(String id) {
        return test().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<CheckResult> test() {
        return world.integration().test(64, List.of(), Event.Sink.NONE).results();
    }

    private static String evidence(CheckResult result) {
        return new Texts(Locale.ENGLISH).of(result.evidence().orElseThrow());
    }

    private void assume(String accessKeyId, String secret, Region region) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(world.sandbox.access().awsEndpoint())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret)))
                .region(region)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build()) {
            sts.assumeRole(r -> r.roleArn(ARN).roleSessionName("somebody").externalId(EXTERNAL_ID));
        }
    }

    private void assumeAsAdministrator() {
        assume(world.sandbox.access().accessKeyId(), world.sandbox.access().secretAccessKey(), Region.US_EAST_1);
    }

    /** The trust policy as it is, but for somebody more. */
    private void trustAlso(String account) {
        String trust = PolicyJson.compact(
                        world.cloud().roles().find(ROLE).orElseThrow().trust())
                .replaceFirst("\"(arn:aws:iam::123456789012:root)\"", "[\"$1\",\"arn:aws:iam::" + account + ":root\"]");
        assertThat(trust).contains(account);
        world.cloud().roles().putTrust(ROLE, parsed(trust));
    }

    @Test
    void aRoleThatNobodyUsedSaysSo() {
        world.apply();

        CheckResult lastUsed = test("role.last-used");
        assertThat(lastUsed.status()).isEqualTo(Status.PASSED);
        assertThat(lastUsed.evidence()).contains(Fault.of("check.role.last-used.never"));
    }

    @Test
    void nobodySeenIsNoFaultAndTellsWhereWasLooked() {
        world.apply();

        CheckResult events = test("role.events");

        assertThat(events.status()).isEqualTo(Status.PASSED);
        assertThat(evidence(events)).contains("Nobody was seen", "3 days", "us-east-1", "15 minutes");
    }

    @Test
    void thoughtSpotsOwnTestIsSeenAndCounted() {
        world.apply();
        test();
        test();

        List<CheckResult> third = test();

        assertThat(third)
                .filteredOn(result -> result.id().equals("role.events"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.status()).isEqualTo(Status.PASSED);
                    assertThat(evidence(result))
                            .contains("ThoughtSpot assumed it 2 times", "always with an external ID")
                            .doesNotContain("at least");
                });
        assertThat(third)
                .filteredOn(result -> result.id().equals("role.last-used"))
                .singleElement()
                .satisfies(result -> assertThat(evidence(result)).contains("Last used on", "UTC in us-east-1"));
    }

    @Test
    void thoughtSpotOnGoogleCloudIsRecognisedByItsServiceAccount() {
        gcp();
        world.apply();
        test();

        assertThat(evidence(test("role.events")))
                .contains("ThoughtSpot assumed it once")
                .doesNotContain("external ID");
    }

    @Test
    void anotherAccountThatTheTrustPolicyLetsInIsNamed() {
        world.apply();
        AccessKey other = world.sandbox.aws().addAccount(new AccountId("210987654321"), new RegionName("us-east-1"));
        trustAlso("210987654321");
        assume(other.id(), other.secret(), Region.US_EAST_1);
        test();

        CheckResult events = test("role.events");

        assertThat(events.status()).isEqualTo(Status.WARNED);
        assertThat(evidence(events)).contains("AWS account 210987654321", "127.0.0.1", "UTC", "3 days: 1");
        assertThat(events.remedy()).contains(Fault.of("remedy.stranger"));
    }

    @Test
    void somebodyOfTheAccountIsNamedByTheirArn() {
        world.apply();
        trustAlso("999888777666");
        assumeAsAdministrator();

        assertThat(evidence(test("role.events")))
                .startsWith("arn:aws:iam::999888777666:user/administrator assumed it on");
    }

    @Test
    void aUseThroughTheGlobalEndPointIsSeenFromAnotherRegion() {
        world.with(draft -> draft.with(Field.REGION, "eu-central-1")).apply();
        trustAlso("999888777666");
        assumeAsAdministrator();

        assertThat(test("role.events").status()).isEqualTo(Status.WARNED);
    }

    @Test
    void anAttemptThatWasRefusedIsToldWithAwssReason() {
        world.apply();
        assertThatThrownBy(this::assumeAsAdministrator).isInstanceOf(StsException.class);

        CheckResult events = test("role.events");

        assertThat(events.status()).isEqualTo(Status.WARNED);
        assertThat(evidence(events))
                .startsWith("arn:aws:iam::999888777666:user/administrator tried to assume it")
                .contains("AccessDenied: User: arn", "sts:AssumeRole");
        assertThat(events.remedy()).contains(Fault.of("remedy.refused-attempt"));
    }

    @Test
    void aTokenOfThoughtSpotsThatWasRefusedLeadsToTheServiceAccount() {
        gcp();
        world.apply();
        world.cloud().roles().putTrust(ROLE, otherAudience("7"));
        assertThat(test("delivery.validate").status()).isEqualTo(Status.FAILED);

        CheckResult events = test("role.events");

        assertThat(events.status()).isEqualTo(Status.WARNED);
        assertThat(evidence(events)).startsWith("ThoughtSpot (").contains("AccessDenied");
        assertThat(events.remedy()).contains(Fault.of("remedy.service-account"));
    }

    @Test
    void aRefusalThatIsMendedSinceIsHistory() {
        gcp();
        world.apply();
        var right = world.cloud().roles().find(ROLE).orElseThrow().trust();
        world.cloud().roles().putTrust(ROLE, otherAudience("7"));
        test();
        world.cloud().roles().putTrust(ROLE, right);
        test();

        assertThat(test("role.events").status()).isEqualTo(Status.PASSED);
    }

    private static PolicyDocument parsed(String json) {
        try {
            return PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private PolicyDocument otherAudience(String audience) {
        String trust = PolicyJson.compact(
                world.cloud().roles().find(ROLE).orElseThrow().trust());
        return parsed(trust.replaceAll("(\"accounts.google.com:aud\":)\"[0-9]+\"", "$1\"" + audience + "\""));
    }

    @Test
    void whoMayNotLookIsToldTheActionAndFailsNothing() {
        world.apply();
        world.sandbox.faults().set("deny", "cloudtrail:LookupEvents");

        List<CheckResult> results = test();

        assertThat(results)
                .filteredOn(result -> result.id().equals("role.events"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.status()).isEqualTo(Status.SKIPPED);
                    assertThat(evidence(result)).contains("cloudtrail:LookupEvents");
                });
        assertThat(results).extracting(CheckResult::status).doesNotContain(Status.FAILED, Status.NOT_REACHED);
    }

    @Test
    void whatAwsHasNotDeliveredYetIsNotMissed() {
        world.sandbox.faults().set("event-delay", "15m");
        world.apply();
        test();

        assertThat(evidence(test("role.events"))).contains("Nobody was seen");
    }

    @Test
    void aRateOfTwoASecondIsEnoughForOneTest() {
        world.sandbox.faults().set("event-rate", "");
        world.apply();

        assertThat(evidence(test("role.events"))).contains("No refused attempt is among the newest entries");
    }
}
