package io.spotdock.sandbox.aws.cloudtrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.aws.protocol.JsonReply;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Trail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A question of {@code LookupEvents}: at most one attribute, a time, and a page.
 *
 * @param after the event that the page before ended with, since others may have come in front
 * @param question what a token of its must go with: it is good for the same parameters only
 */
record Lookup(Predicate<Trail.Entry> wanted, Optional<String> after, int most, String question) {
    private static final int LARGEST_PAGE = 50;
    private static final Set<String> KEYS = Set.of(
            "EventId",
            "EventName",
            "ReadOnly",
            "Username",
            "ResourceType",
            "ResourceName",
            "EventSource",
            "AccessKeyId");

    static Lookup of(JsonNode asked) {
        int most = asked.path("MaxResults").asInt(LARGEST_PAGE);
        if (most < 1 || most > LARGEST_PAGE)
            throw new Refusal(
                    400, "InvalidMaxResultsException", "The max results value must be between 1 and " + LARGEST_PAGE);
        Predicate<Trail.Entry> wanted =
                attribute(asked.path("LookupAttributes")).and(time(asked));
        if (asked.has("EventCategory")) {
            if (!asked.path("EventCategory").asText().equals("insight"))
                throw new Refusal(400, "InvalidEventCategoryException", "The event category is not valid.");
            wanted = _ -> false;
        }
        String question = asked.path("LookupAttributes") + " " + asked.path("StartTime") + " " + asked.path("EndTime");
        return new Lookup(wanted, after(asked.path("NextToken"), question), most, question);
    }

    private static Predicate<Trail.Entry> attribute(JsonNode attributes) {
        if (attributes.isMissingNode() || attributes.isNull() || attributes.isEmpty()) return _ -> true;
        String key = attributes.path(0).path("AttributeKey").asText();
        String value = attributes.path(0).path("AttributeValue").asText();
        if (attributes.size() > 1 || !KEYS.contains(key) || value.isEmpty())
            throw new Refusal(
                    400, "InvalidLookupAttributesException", "You can only specify one valid attribute key and value.");
        return switch (key) {
            case "EventId" -> entry -> entry.id().equals(value);
            case "EventName" -> entry -> entry.name().equals(value);
            case "ReadOnly" -> entry -> String.valueOf(entry.readOnly()).equals(value);
            case "Username" -> entry -> entry.user().equals(Optional.of(value));
            case "EventSource" -> entry -> entry.source().equals(value);
            case "AccessKeyId" -> entry -> entry.accessKeyId().equals(Optional.of(value));
            case "ResourceType" ->
                entry -> entry.resources().stream().anyMatch(r -> r.type().equals(value));
            default ->
                entry -> entry.resources().stream().anyMatch(r -> r.name().equals(value));
        };
    }

    private static Predicate<Trail.Entry> time(JsonNode asked) {
        Instant start = instant(asked.path("StartTime"), Instant.MIN);
        Instant end = instant(asked.path("EndTime"), Instant.MAX);
        if (start.isAfter(end))
            throw new Refusal(
                    400,
                    "InvalidTimeRangeException",
                    "The start time must be before the end time, and both within the last 90 days.");
        return entry -> !entry.at().isBefore(start) && !entry.at().isAfter(end);
    }

    /** In AWS JSON a time is a number of seconds. */
    private static Instant instant(JsonNode seconds, Instant otherwise) {
        return seconds.isNumber() ? Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000)) : otherwise;
    }

    private static Optional<String> after(JsonNode token, String question) {
        if (token.isMissingNode() || token.isNull()) return Optional.empty();
        try {
            String[] read =
                    new String(Base64.getDecoder().decode(token.asText()), StandardCharsets.UTF_8).split(" ", 2);
            if (read.length == 2 && read[1].equals(question)) return Optional.of(read[0]);
        } catch (IllegalArgumentException _) {
            // Falls through, as does the token of another question.
        }
        throw new Refusal(400, "InvalidNextTokenException", "Invalid token");
    }

    /** @param history the newest first */
    ObjectNode answer(List<Trail.Entry> history) {
        List<Trail.Entry> left = history.stream()
                .filter(wanted)
                .dropWhile(entry -> after.filter(id -> !id.equals(entry.id())).isPresent())
                .skip(after.isPresent() ? 1 : 0)
                .toList();
        List<Trail.Entry> page = left.stream().limit(most).toList();
        ObjectNode answer = JsonReply.object();
        ArrayNode events = answer.putArray("Events");
        page.forEach(entry -> write(events.addObject(), entry));
        if (page.size() < left.size())
            answer.put("NextToken", token(page.getLast().id() + " " + question));
        return answer;
    }

    private static String token(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(ObjectNode event, Trail.Entry entry) {
        event.put("EventId", entry.id())
                .put("EventName", entry.name())
                .put("ReadOnly", String.valueOf(entry.readOnly()));
        entry.accessKeyId().ifPresent(id -> event.put("AccessKeyId", id));
        event.put("EventTime", entry.at().getEpochSecond()).put("EventSource", entry.source());
        entry.user().ifPresent(user -> event.put("Username", user));
        ArrayNode resources = event.putArray("Resources");
        entry.resources()
                .forEach(
                        r -> resources.addObject().put("ResourceType", r.type()).put("ResourceName", r.name()));
        event.put("CloudTrailEvent", entry.json());
    }
}
