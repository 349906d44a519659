package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.EXTERNAL_ID;
import static io.spotdock.sandbox.aws.AwsWorld.allow;
import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static io.spotdock.sandbox.aws.AwsWorld.roleArn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.state.Trail;
import io.spotdock.sandbox.control.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Resource;

/** CloudTrail API Reference, "LookupEvents"; IAM User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail". */
class EventHistoryTest {
    private final Instant[] now = {Instant.now().truncatedTo(ChronoUnit.SECONDS)};
    private final AwsWorld world = new AwsWorld(SandboxOptions.aws().withClock(() -> now[0]));

    @AfterEach
    void close() {
        world.close();
    }

    private CloudTrailClient trail(AwsCredentials who, String region) {
        return world.client(CloudTrailClient.builder(), who, region).build();
    }

    private LookupEventsResponse lookUp(AwsCredentials who, Consumer<LookupEventsRequest.Builder> question) {
        try (CloudTrailClient client = trail(who, "us-east-1")) {
            return client.lookupEvents(question);
        }
    }

    private List<Event> find(AwsCredentials who, LookupAttributeKey key, String value) {
        return lookUp(who, r -> r.lookupAttributes(by(key, value))).events();
    }

    private static LookupAttribute by(LookupAttributeKey key, String value) {
        return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    }

    private static JsonNode json(Event event) {
        try {
            return new ObjectMapper().readTree(event.cloudTrailEvent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode only(AwsCredentials who, LookupAttributeKey key, String value) {
        List<Event> events = find(who, key, value);
        assertThat(events).hasSize(1);
        return json(events.getFirst());
    }

    @Test
    void aRoleAssumedFromAnotherAccountStandsInBothUnderOneSharedId() {
        world.deliveryIsSetUp();
        world.delivery();

        JsonNode ours = only(world.administrator, LookupAttributeKey.RESOURCE_NAME, roleArn("upload"));
        JsonNode theirs = only(world.thoughtSpot, LookupAttributeKey.RESOURCE_NAME, roleArn("upload"));

        assertThat(ours.path("sharedEventID").asText())
                .isNotEmpty()
                .isEqualTo(theirs.path("sharedEventID").asText());
        assertThat(ours.path("eventID")).isNotEqualTo(theirs.path("eventID"));
        assertThat(ours.path("recipientAccountId").asText()).isEqualTo(AwsWorld.CUSTOMER);
        assertThat(theirs.path("recipientAccountId").asText()).isEqualTo(AwsWorld.THOUGHTSPOT);
        assertThat(ours.path("userIdentity").path("type").asText()).isEqualTo("AWSAccount");
        assertThat(ours.path("userIdentity").path("accountId").asText()).isEqualTo(AwsWorld.THOUGHTSPOT);
        assertThat(ours.path("userIdentity").has("arn")).isFalse();
        assertThat(theirs.path("userIdentity").path("type").asText()).isEqualTo("IAMUser");
        assertThat(theirs.path("userIdentity").path("userName").asText()).isEqualTo("administrator");
        assertThat(ours.path("requestParameters").path("externalId").asText()).isEqualTo(EXTERNAL_ID);
        assertThat(ours.path("requestParameters").path("roleSessionName").asText())
                .isEqualTo("thoughtspot");
        assertThat(ours.path("resources").path(0).path("ARN").asText()).isEqualTo(roleArn("upload"));
        assertThat(ours.path("eventTime").asText()).isEqualTo(now[0].toString());
    }

    @Test
    void aRefusedAttemptStandsInTheCallersAccountAloneWithoutItsParameters() {
        world.deliveryIsSetUp();
        refused(
                () -> world.sts(world.thoughtSpot)
                        .assumeRole(b -> b.roleArn(roleArn("upload")).roleSessionName("thoughtspot")),
                403,
                "AccessDenied");

        assertThat(find(world.administrator, LookupAttributeKey.EVENT_NAME, "AssumeRole"))
                .isEmpty();
        JsonNode theirs = only(world.thoughtSpot, LookupAttributeKey.EVENT_NAME, "AssumeRole");
        assertThat(theirs.path("errorCode").asText()).isEqualTo("AccessDenied");
        assertThat(theirs.path("errorMessage").asText()).contains("sts:AssumeRole", roleArn("upload"));
        assertThat(theirs.path("requestParameters").isNull()).isTrue();
        assertThat(theirs.has("resources")).isFalse();
    }

    @Test
    void aRoleAssumedWithinTheAccountStandsThereOnce() {
        world.iam()
                .createRole(b -> b.roleName("own")
                        .assumeRolePolicyDocument(
                                AwsWorld.trust("{\"AWS\":\"arn:aws:iam::999888777666:root\"}", "sts:AssumeRole", "")));
        world.sts().assumeRole(b -> b.roleArn(roleArn("own")).roleSessionName("me"));

        JsonNode event = only(world.administrator, LookupAttributeKey.USERNAME, "administrator");
        assertThat(event.has("sharedEventID")).isFalse();
        assertThat(event.path("userIdentity").path("arn").asText()).endsWith(":user/administrator");
    }

    @Test
    void aWebIdentityStandsInTheRolesAccountRefusedOrNot() throws Exception {
        String google = AwsWorld.trust(
                "{\"Federated\":\"accounts.google.com\"}",
                "sts:AssumeRoleWithWebIdentity",
                "{\"StringEquals\":{\"accounts.google.com:sub\":\"115663769112811637952\",\"accounts.google.com:aud\":\"7\"}}");
        world.iam().createRole(b -> b.roleName("google").assumeRolePolicyDocument(google));
        for (String audience : List.of("8", "7")) {
            String token = token(audience);
            try {
                world.sts()
                        .assumeRoleWithWebIdentity(b -> b.roleArn(roleArn("google"))
                                .roleSessionName("ts")
                                .webIdentityToken(token));
            } catch (software.amazon.awssdk.services.sts.model.StsException e) {
                assertThat(audience).isEqualTo("8");
            }
        }

        List<JsonNode> events = find(world.administrator, LookupAttributeKey.USERNAME, "115663769112811637952").stream()
                .map(EventHistoryTest::json)
                .toList();

        assertThat(events).extracting(event -> event.path("errorCode").asText()).containsExactly("", "AccessDenied");
        assertThat(events.getLast().path("errorMessage").asText()).isEqualTo("An unknown error occurred");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("userIdentity").path("type").asText()).isEqualTo("WebIdentityUser");
            assertThat(event.path("userIdentity").path("identityProvider").asText())
                    .isEqualTo("accounts.google.com");
            assertThat(event.path("requestParameters").path("roleArn").asText()).isEqualTo(roleArn("google"));
            assertThat(event.toString()).doesNotContain("eyJ");
        });
    }

    private String token(String audience) throws IOException, InterruptedException {
        String address = world.sandbox.access().googleTokenUrl() + "?aud=" + audience;
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(java.net.URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .strip();
        }
    }

    @Test
    void pagesFollowEachOtherAlthoughMoreIsRecordedMeanwhile() {
        for (int i = 0; i < 7; i++) {
            now[0] = now[0].plusSeconds(1);
            world.sts().getCallerIdentity();
        }
        List<String> ids = new ArrayList<>();
        LookupEventsResponse page = lookUp(world.administrator, r -> r.maxResults(3));
        while (true) {
            page.events().forEach(event -> ids.add(event.eventId()));
            String next = page.nextToken();
            if (next == null) break;
            world.sts().getCallerIdentity();
            page = lookUp(world.administrator, r -> r.maxResults(3).nextToken(next));
        }
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void aRegionsHistoryHoldsThatRegionsCallsBetweenTwoTimes() {
        world.sts().getCallerIdentity();
        now[0] = now[0].plusSeconds(600);
        world.sts().getCallerIdentity();

        assertThat(lookUp(world.administrator, r -> r.startTime(now[0].minusSeconds(60)))
                        .events())
                .hasSize(1);
        assertThat(lookUp(world.administrator, r -> r.endTime(now[0].minusSeconds(60)))
                        .events())
                .hasSize(1);
        try (CloudTrailClient elsewhere = trail(world.administrator, "eu-central-1")) {
            assertThat(elsewhere.lookupEvents(r -> {}).events()).isEmpty();
        }
    }

    @Test
    void anEventIsKeptFor90Days() {
        AccountId account = new AccountId(AwsWorld.CUSTOMER);
        Trail trail = new Trail();
        trail.add(new Trail.Entry(
                "1",
                account,
                "us-east-1",
                now[0],
                now[0],
                "AssumeRole",
                "sts.amazonaws.com",
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "{}"));
        Instant end = now[0].plus(Duration.ofDays(90));
        assertThat(trail.of(account, "us-east-1", end.minusSeconds(1))).hasSize(1);
        assertThat(trail.of(account, "us-east-1", end)).isEmpty();
    }

    @Test
    void aSuccessIsFoundByWhateverItNames() {
        world.deliveryIsSetUp();
        world.delivery();
        Event event = find(world.administrator, LookupAttributeKey.EVENT_SOURCE, "sts.amazonaws.com")
                .getFirst();

        assertThat(event.resources())
                .extracting(Resource::resourceType)
                .contains("AWS::IAM::Role", "AWS::STS::AssumedRole", "AWS::IAM::AccessKey");
        assertThat(find(world.administrator, LookupAttributeKey.EVENT_ID, event.eventId()))
                .hasSize(1);
        assertThat(find(world.administrator, LookupAttributeKey.RESOURCE_TYPE, "AWS::IAM::Role"))
                .hasSize(1);
        assertThat(find(world.administrator, LookupAttributeKey.READ_ONLY, "false"))
                .isEmpty();
        assertThat(find(world.thoughtSpot, LookupAttributeKey.ACCESS_KEY_ID, world.thoughtSpot.accessKeyId()))
                .hasSize(1);
    }

    @Test
    void questionsThatMeanNothingAreRefusedByName() {
        refused(() -> lookUp(world.administrator, r -> r.maxResults(51)), 400, "InvalidMaxResultsException");
        refused(() -> lookUp(world.administrator, r -> r.nextToken("x")), 400, "InvalidNextTokenException");
        refused(
                () -> lookUp(world.administrator, r -> r.startTime(now[0]).endTime(now[0].minusSeconds(1))),
                400,
                "InvalidTimeRangeException");
        refused(
                () -> lookUp(
                        world.administrator,
                        r -> r.lookupAttributes(
                                by(LookupAttributeKey.EVENT_NAME, "x"), by(LookupAttributeKey.EVENT_ID, "x"))),
                400,
                "InvalidLookupAttributesException");
        try (CloudTrailClient client = trail(world.administrator, "us-east-1")) {
            refused(client::describeTrails, 400, "UnknownOperationException");
        }
    }

    @Test
    void aTokenIsGoodForItsOwnQuestionOnly() {
        for (int i = 0; i < 2; i++) world.sts().getCallerIdentity();
        String token = lookUp(world.administrator, r -> r.maxResults(1)).nextToken();
        refused(
                () -> lookUp(world.administrator, r -> r.nextToken(token).startTime(now[0])),
                400,
                "InvalidNextTokenException");
    }

    @Test
    void whoMayNotLookIsToldWhichActionIsMissing() {
        AwsCredentials anna = world.user("anna", allow("sts:*", "*"));
        refused(() -> lookUp(anna, r -> {}), 400, "AccessDeniedException")
                .hasMessageContaining("not authorized to perform: cloudtrail:LookupEvents because no identity-based");
        refused(
                () -> lookUp(AwsBasicCredentials.create(world.administrator.accessKeyId(), "wrong"), r -> {}),
                400,
                "InvalidSignatureException");
    }

    @Test
    void anEventIsSeenOnlyAfterTheDelayThatWasAskedFor() {
        world.faults().set("event-delay", "10m");
        world.sts().getCallerIdentity();
        assertThat(lookUp(world.administrator, r -> {}).events()).isEmpty();
        now[0] = now[0].plusSeconds(10 * 60);
        assertThat(lookUp(world.administrator, r -> {}).events()).hasSize(1);
    }

    @Test
    void theThirdLookupOfASecondIsThrottledOnRequestInThatRegionAlone() {
        world.faults().set("event-rate", "");
        for (int i = 0; i < 2; i++) lookUp(world.administrator, r -> {});
        refused(() -> lookUp(world.administrator, r -> {}), 400, "ThrottlingException");
        try (CloudTrailClient elsewhere = trail(world.administrator, "eu-central-1")) {
            assertThat(elsewhere.lookupEvents(r -> {}).events()).isEmpty();
        }
        now[0] = now[0].plusSeconds(1);
        assertThat(lookUp(world.administrator, r -> {}).events()).isEmpty();
    }

    @Test
    void aRoleTellsWhenItWasLastUsed() {
        world.deliveryIsSetUp();
        assertThat(world.iam()
                        .getRole(b -> b.roleName("upload"))
                        .role()
                        .roleLastUsed()
                        .lastUsedDate())
                .isNull();
        world.delivery();
        var used = world.iam().getRole(b -> b.roleName("upload")).role().roleLastUsed();
        assertThat(used.lastUsedDate()).isEqualTo(now[0]);
        assertThat(used.region()).isEqualTo("us-east-1");
    }

    @Test
    void lookupsAreInTheLogOfCalls() {
        world.calls().clear();
        lookUp(world.administrator, r -> {});
        assertThat(world.calls().calls())
                .extracting(call -> Map.entry(call.service(), call.action()))
                .containsExactly(Map.entry("cloudtrail", "LookupEvents"));
    }
}
