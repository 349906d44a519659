package io.spotdock.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.port.EventLog.Attempt;
import io.spotdock.port.EventLog.Who;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an event says, also where it is not as AWS describes it. */
class TrailEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:iam::999888777666:role/upload";
    private static final AccountId CUSTOMER = new AccountId("999888777666");

    /** The shape of the IAM User Guide's examples. */
    private static final String SUCCESS = """
            {"eventVersion":"1.11","userIdentity":{"type":"AWSAccount","principalId":"AIDAEXAMPLE","accountId":"123456789012"},
            "eventTime":"2026-03-01T10:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","awsRegion":"us-east-1",
            "sourceIPAddress":"203.0.113.7","userAgent":"aws-sdk-go-v2","requestParameters":{"roleArn":"%s",
            "roleSessionName":"thoughtspot","externalId":"ts-1"},"responseElements":{"credentials":{"accessKeyId":"ASIAEXAMPLE",
            "sessionToken":"VERY-SECRET","expiration":"Mar 1, 2026, 11:00:00 AM"}},"eventID":"e-1","readOnly":true,
            "resources":[{"accountId":"999888777666","type":"AWS::IAM::Role","ARN":"%s"}],"recipientAccountId":"999888777666"}
            """.formatted(ARN, ARN);

    private final TrailEvents reader = new TrailEvents(new RoleArn(Partition.AWS, CUSTOMER, new RoleName("upload")));

    private static ObjectNode success() {
        try {
            return (ObjectNode) JSON.readTree(SUCCESS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<Attempt> read(Consumer<ObjectNode> change) {
        ObjectNode event = success();
        change.accept(event);
        return reader.read(event.toString()).map(TrailEvents.Read::attempt);
    }

    private static ObjectNode identity(ObjectNode event) {
        return event.putObject("userIdentity");
    }

    @Test
    void eachKindOfCallerIsToldByWhatAwsTellsOfIt() {
        assertThat(read(_ -> {}).orElseThrow().who())
                .isEqualTo(new Who.InAccount(new AccountId("123456789012"), Optional.empty()));
        String arn = "arn:aws:iam::999888777666:user/anna";
        assertThat(read(e -> identity(e).put("type", "IAMUser").put("arn", arn).put("accountId", "999888777666"))
                        .orElseThrow()
                        .who())
                .isEqualTo(new Who.InAccount(CUSTOMER, Optional.of(arn)));
        assertThat(read(e -> identity(e)
                                .put("type", "WebIdentityUser")
                                .put("userName", "115")
                                .put("identityProvider", "accounts.google.com"))
                        .orElseThrow()
                        .who())
                .isEqualTo(new Who.WithToken("accounts.google.com", "115"));
        assertThat(read(e -> identity(e).put("type", "AWSService").put("invokedBy", "lambda.amazonaws.com"))
                        .orElseThrow()
                        .who())
                .isEqualTo(new Who.Other("lambda.amazonaws.com"));
        assertThat(read(ObjectNode::removeAll)).isEmpty();
        assertThat(read(e -> e.remove("userIdentity")).orElseThrow().who()).isEqualTo(new Who.Other("?"));
    }

    @Test
    void aRefusedAttemptWithoutParametersIsTheRolesWhoseArnItsErrorNames() {
        for (String end : List.of("", ".", " because no resource-based policy allows it"))
            assertThat(refusedOn(ARN + end)).as(end).isPresent();
        for (String other : List.of("-2", "/x", ".old", "s"))
            assertThat(refusedOn(ARN + other)).as(other).isEmpty();
    }

    private Optional<Attempt> refusedOn(String resource) {
        return read(event -> {
            event.putNull("requestParameters").putNull("responseElements").remove("resources");
            event.put("errorCode", "AccessDenied")
                    .put(
                            "errorMessage",
                            "User: x is not authorized to perform: sts:AssumeRole on resource: " + resource);
        });
    }

    @Test
    void whatIsNoAttemptOnTheRoleIsLeftOut() {
        assertThat(read(e -> e.put("eventSource", "iam.amazonaws.com"))).isEmpty();
        assertThat(read(e -> e.put("eventName", "GetCallerIdentity"))).isEmpty();
        assertThat(read(e -> {
                    e.putObject("requestParameters").put("roleArn", ARN + "2");
                    e.putArray("resources");
                }))
                .isEmpty();
        assertThat(reader.read(null)).isEmpty();
        for (String text : List.of("", "null", "[]", "7", "{", "\u0000", "[".repeat(100_000), "{\"a\":".repeat(5000)))
            assertThat(reader.read(text)).isEmpty();
    }

    @Test
    void nothingActsOnATerminalAndNothingIsEndless() {
        Attempt attempt = read(event -> {
                    event.put("sourceIPAddress", "\u001b[31m203.0.113.7\u202e\r\n");
                    event.put("errorCode", "x".repeat(5000)).put("errorMessage", "\u0007".repeat(9) + "y".repeat(5000));
                    identity(event)
                            .put("type", "IAMUser")
                            .put("accountId", "999888777666")
                            .put("arn", "a\nb".repeat(5000));
                })
                .orElseThrow();
        assertThat(attempt.toString().codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x202e))
                .isTrue();
        assertThat(attempt.toString()).hasSizeLessThan(2000);
        assertThat(attempt.source()).isEqualTo("[31m203.0.113.7");
    }

    @Test
    void credentialsInAnEventAreNeverTold() {
        assertThat(read(e -> e.put("errorCode", "X").put("errorMessage", "web_identity_token=eyJhbGciOi.eyJzdWIi.c2ln"))
                        .orElseThrow()
                        .toString())
                .doesNotContain("VERY-SECRET", "eyJ", "ASIAEXAMPLE");
    }

    /** Each value of an event in turn is taken out, and replaced by one of another kind. */
    @Test
    void anEventThatIsWrongAnywhereIsReadOrLeftOut() throws IOException {
        int seen = 0;
        for (JsonNode instead : instead())
            for (JsonPointer place : places(success(), JsonPointer.empty())) {
                ObjectNode event = success();
                switch (event.at(place.head())) {
                    case ObjectNode object -> object.set(place.last().getMatchingProperty(), instead);
                    case ArrayNode array -> array.set(place.last().getMatchingIndex(), instead);
                    case JsonNode other -> throw new AssertionError(other);
                }
                String text = event.toString();
                assertThatCode(() -> reader.read(text)).as(text).doesNotThrowAnyException();
                if (reader.read(text).isPresent()) seen++;
            }
        assertThat(seen).isPositive();
    }

    private static List<JsonNode> instead() throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (String text : List.of(
                "null", "0", "1e400", "true", "[]", "{}", "[[{}]]", "\"\"", "\"x\"", "\"\\ud800\"", "9".repeat(500)))
            values.add(JSON.readTree(text));
        return values;
    }

    private static List<JsonPointer> places(JsonNode node, JsonPointer at) {
        List<JsonPointer> places = new ArrayList<>();
        if (!at.matches()) places.add(at);
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++)
            places.addAll(places(node.path(i), at.appendIndex(i)));
        for (Map.Entry<String, JsonNode> field : node.properties())
            places.addAll(places(field.getValue(), at.appendProperty(field.getKey())));
        return places;
    }
}
