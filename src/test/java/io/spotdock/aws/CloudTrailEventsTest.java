package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.port.EventLog;
import io.spotdock.port.EventLog.Attempt;
import io.spotdock.port.EventLog.Found;
import io.spotdock.port.EventLog.Way;
import io.spotdock.port.EventLog.Who;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Where attempts are looked for, how far, and what happens when CloudTrail will not answer. */
class CloudTrailEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RoleArn ROLE =
            new RoleArn(Partition.AWS, new AccountId("999888777666"), new RoleName("upload"));

    private static Answer json(int status, JsonNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of("Content-Type", "application/x-amz-json-1.1"), bytes);
    }

    private static Answer refusal(String code) {
        return json(400, JSON.createObjectNode().put("__type", code).put("message", "no"));
    }

    private static Answer page(Optional<String> next, String... events) {
        ObjectNode body = JSON.createObjectNode();
        var list = body.putArray("Events");
        for (String event : events) list.addObject().put("CloudTrailEvent", event);
        next.ifPresent(token -> body.put("NextToken", token));
        return json(200, body);
    }

    private static String event(String id, Instant at) {
        return "{\"eventID\":\"" + id + "\",\"eventTime\":\"" + at
                + "\",\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"AssumeRole\",\"userIdentity\":"
                + "{\"type\":\"AWSAccount\",\"accountId\":\"123456789012\"},\"sourceIPAddress\":\"203.0.113.7\","
                + "\"requestParameters\":{\"roleArn\":\"" + ROLE + "\",\"externalId\":\"x\"}}";
    }

    private static String region(Exchange exchange) {
        return exchange.header("authorization").orElse("").replaceFirst(".*Credential=[^/]+/[0-9]+/([^/]+)/.*", "$1");
    }

    private static JsonNode asked(Exchange exchange) {
        try {
            return JSON.readTree(exchange.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String attribute(Exchange exchange) {
        JsonNode attribute = asked(exchange).path("LookupAttributes").path(0);
        return attribute.path("AttributeKey").asText() + "="
                + attribute.path("AttributeValue").asText();
    }

    private static StubAws answering(Function<Exchange, Answer> answers) {
        return new StubAws(answers);
    }

    private static Found find(StubAws aws) {
        return aws.cloud().events().attempts(ROLE, Way.ACCOUNT, 3);
    }

    @Test
    void theIntegrationsRegionAndThatOfTheGlobalEndPointAreLookedAt() {
        try (StubAws aws = StubAws.always(page(Optional.empty()))) {
            Found found = find(aws);

            assertThat(found.regions()).containsExactly(StubAws.REGION, new RegionName("us-east-1"));
            assertThat(aws.seen().stream().map(call -> region(call) + " " + attribute(call)))
                    .containsExactly(
                            "eu-central-1 ResourceName=" + ROLE,
                            "eu-central-1 EventName=AssumeRole",
                            "us-east-1 ResourceName=" + ROLE,
                            "us-east-1 EventName=AssumeRole");
            double start = asked(aws.seen().getFirst()).path("StartTime").asDouble();
            assertThat(Instant.ofEpochSecond((long) start))
                    .isBetween(
                            Instant.now().minus(Duration.ofDays(3).plusMinutes(1)),
                            Instant.now().minus(Duration.ofDays(3)).plusSeconds(1));
        }
    }

    @Test
    void aPartitionWithoutAGlobalEndPointHasOneRegionToLookAt() {
        RegionName china = new RegionName("cn-north-1");
        try (StubAws aws = StubAws.always(page(Optional.empty()))) {
            Found found = StubAws.connector(aws.environment(), Path.of("no-such-home"))
                    .connect(Optional.empty(), china)
                    .events()
                    .attempts(ROLE, Way.WEB_IDENTITY, EventLog.LONGEST);

            assertThat(found.regions()).containsExactly(china);
            assertThat(attribute(aws.seen().getLast())).isEqualTo("EventName=AssumeRoleWithWebIdentity");
        }
    }

    @Test
    void anEventFoundTwiceCountsOnceAndTheNewestStandsFirst() {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        try (StubAws aws =
                StubAws.always(page(Optional.empty(), event("a", at), event("b", at.plusSeconds(9)), event("a", at)))) {
            Found found = find(aws);

            assertThat(found.attempts()).extracting(Attempt::at).containsExactly(at.plusSeconds(9), at);
            assertThat(found.attempts().getFirst())
                    .isEqualTo(new Attempt(
                            at.plusSeconds(9),
                            new Who.InAccount(new AccountId("123456789012"), Optional.empty()),
                            "203.0.113.7",
                            true,
                            Optional.empty()));
            assertThat(found.whole()).isTrue();
            assertThat(found.searched()).isTrue();
        }
    }

    @Test
    void pagesAreReadOnUntilThereAreNoMore() {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        try (StubAws aws =
                answering(call -> switch (asked(call).path("NextToken").asText("")) {
                    case "" -> page(Optional.of("second"), event("a", at));
                    case "second" -> page(Optional.empty(), event("b", at));
                    default -> refusal("InvalidNextTokenException");
                })) {
            assertThat(find(aws).attempts()).hasSize(2);
            assertThat(aws.seen()).hasSize(8);
        }
    }

    @Test
    void aHistoryWithoutEndIsReadInPartAndSaidToBe() {
        try (StubAws aws = StubAws.always(page(Optional.of("on")))) {
            Found found = find(aws);

            assertThat(found.whole()).isFalse();
            assertThat(aws.seen()).hasSize(16);
        }
    }

    @Test
    void aRegionThatIsClosedHidesThatRegionOnly() {
        try (StubAws aws = answering(call -> region(call).equals("us-east-1")
                ? refusal("AccessDeniedException")
                : page(Optional.empty(), event("a", Instant.EPOCH)))) {
            Found found = find(aws);

            assertThat(found.regions()).containsExactly(StubAws.REGION);
            assertThat(found.attempts()).hasSize(1);
        }
    }

    @Test
    void whoMayLookNowhereIsToldWhichActionIsMissing() {
        try (StubAws aws = StubAws.always(refusal("AccessDeniedException"))) {
            assertThat(failure(() -> find(aws)))
                    .isInstanceOfSatisfying(
                            Failure.Denied.class,
                            denied -> assertThat(denied.action()).isEqualTo("cloudtrail:LookupEvents"));
        }
    }

    @Test
    void aBusyLogIsAskedOnceMoreAndThenLeftAlone() {
        try (StubAws aws = StubAws.always(refusal("ThrottlingException"))) {
            assertThat(failure(() -> find(aws))).isInstanceOf(Failure.Throttled.class);
            assertThat(aws.seen().stream().filter(call -> region(call).equals("us-east-1")))
                    .hasSize(2);
        }
    }

    @Test
    void whatWasReadBeforeTheLogGotBusyIsTold() {
        try (StubAws aws = answering(call -> attribute(call).startsWith("ResourceName")
                ? page(Optional.empty(), event("a", Instant.EPOCH))
                : refusal("ThrottlingException"))) {
            Found found = find(aws);

            assertThat(found.attempts()).hasSize(1);
            assertThat(found.whole()).isTrue();
            assertThat(found.searched()).isFalse();
        }
    }

    @Test
    void anAnswerOfSomethingElseIsAFailureAndNothingWorse() {
        Answer page = new Answer(
                200, Map.of("Content-Type", "text/html"), "<html>proxy</html>".getBytes(StandardCharsets.UTF_8));
        try (StubAws aws = StubAws.always(page)) {
            assertThat(failure(() -> find(aws))).isInstanceOf(Failure.class);
        }
    }

    @Test
    void nobodyAsksForMoreThanAwsKeeps() {
        try (StubAws aws = StubAws.always(page(Optional.empty()))) {
            EventLog log = aws.cloud().events();
            for (int days : List.of(0, 91))
                assertThatThrownBy(() -> log.attempts(ROLE, Way.ACCOUNT, days))
                        .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theEndPointCanBeNamedForThisServiceAlone() {
        try (StubAws aws = StubAws.always(page(Optional.empty()))) {
            Map<String, String> environment = Map.of(
                    "AWS_ENDPOINT_URL_CLOUDTRAIL", aws.address(),
                    "AWS_ACCESS_KEY_ID", "AKIAEXAMPLE",
                    "AWS_SECRET_ACCESS_KEY", "secret");
            StubAws.connector(environment, Path.of("no-such-home"))
                    .connect(Optional.empty(), StubAws.REGION)
                    .events()
                    .attempts(ROLE, Way.ACCOUNT, 1);
            assertThat(aws.seen()).isNotEmpty();
        }
    }
}
