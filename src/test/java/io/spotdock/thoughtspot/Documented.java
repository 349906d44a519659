package io.spotdock.thoughtspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What ThoughtSpot's REST API v2 takes, end point by end point: the members that are documented, which are required, and their
 * types. Says what is wrong with a request; a null is wrong anywhere.
 */
final class Documented {
    private static final Shape TEXT = Documented::text;
    private static final Shape ANY_TEXT = Documented::anyText;
    private static final Shape ANY_OBJECT = Documented::anyObject;
    private static final Shape INT = (at, node, says) -> {
        if (!node.isIntegralNumber()) says.accept(at, "no whole number");
    };
    private static final Shape FLAG = (at, node, says) -> {
        if (!node.isBoolean()) says.accept(at, "no boolean");
    };
    private static final Shape EVENT = oneOf("LIVEBOARD_SCHEDULE");
    private static final Shape EVENTS = listOf(EVENT);
    private static final Shape STATUS = oneOf("ENABLED", "DISABLED");
    private static final Shape CHANNEL_PREFERENCES =
            listOf(object("event_type!", EVENT, "channels!", listOf(oneOf("EMAIL", "WEBHOOK", "SLACK"))));
    private static final Shape AUTHENTICATION = exactlyOne(object(
            "API_KEY", object("key!", TEXT, "value!", TEXT),
            "BASIC_AUTH", object("username!", TEXT, "password!", TEXT),
            "BEARER_TOKEN", TEXT,
            "OAUTH2", object("authorization_url!", TEXT, "client_id!", TEXT, "client_secret!", TEXT)));
    private static final Shape SIGNATURE =
            object("type!", oneOf("HMAC_SHA256"), "header!", TEXT, "algorithm!", oneOf("SHA256"), "secret!", TEXT);
    private static final Shape STORAGE = object(
            "storage_type!",
            oneOf("AWS_S3"),
            "storage_config!",
            object(
                    "aws_s3_config!",
                    object(
                            "bucket_name!", TEXT,
                            "region!", TEXT,
                            "role_arn!", TEXT,
                            "external_id", TEXT,
                            "path_prefix", TEXT)));
    private static final Shape HEADERS = listOf(object("key!", TEXT, "value!", TEXT));
    /** No body at all. */
    private static final Shape NOTHING = (at, _, says) -> says.accept(at, "a body that is not documented");

    /** Path, without what stands in its braces → what its body is. */
    private static final Map<String, Shape> END_POINTS = Map.ofEntries(
            Map.entry("auth/session/user", NOTHING),
            Map.entry("system", NOTHING),
            Map.entry("webhooks/storage-config", NOTHING),
            Map.entry("schedules/{}/delete", NOTHING),
            Map.entry(
                    "auth/token/full",
                    object(
                            "username!", TEXT,
                            "password", TEXT,
                            "secret_key", TEXT,
                            "org_id", INT,
                            "validity_time_in_sec", INT)),
            Map.entry("auth/token/validate", object("token!", TEXT)),
            Map.entry("orgs/search", object("org_identifier", TEXT, "status", oneOf("ACTIVE", "IN_ACTIVE"))),
            Map.entry(
                    "webhooks/create",
                    object(
                            "name!", TEXT,
                            "url!", TEXT,
                            "events!", EVENTS,
                            "description", TEXT,
                            "url_params", map(),
                            "authentication", AUTHENTICATION,
                            "signature_verification", SIGNATURE,
                            "storage_destination", STORAGE,
                            "additional_headers", HEADERS,
                            "status", STATUS)),
            Map.entry(
                    "webhooks/{}/update",
                    notEmpty(object(
                            "name",
                            TEXT,
                            "url",
                            TEXT,
                            "events",
                            EVENTS,
                            "description",
                            ANY_TEXT,
                            "url_params",
                            map(),
                            "authentication",
                            AUTHENTICATION,
                            "signature_verification",
                            SIGNATURE,
                            "storage_destination",
                            STORAGE,
                            "additional_headers",
                            HEADERS,
                            "status",
                            STATUS,
                            "reset_options",
                            listOf(oneOf("AUTHENTICATION", "SIGNATURE_VERIFICATION", "STORAGE_DESTINATION"))))),
            Map.entry(
                    "webhooks/search",
                    object(
                            "org_identifier",
                            TEXT,
                            "webhook_identifier",
                            TEXT,
                            "event_type",
                            EVENT,
                            "status",
                            STATUS,
                            "record_offset",
                            INT,
                            "record_size",
                            INT,
                            "sort_options",
                            object("field_name", oneOf("CREATED", "MODIFIED", "NAME"), "order", oneOf("ASC", "DESC")))),
            Map.entry("webhooks/delete", object("webhook_identifiers!", notEmpty(listOf(TEXT)))),
            Map.entry(
                    "system/preferences/communication-channels/search",
                    object(
                            "cluster_preferences",
                            EVENTS,
                            "org_preferences",
                            listOf(object("org_identifier!", TEXT, "event_types", EVENTS)))),
            Map.entry(
                    "system/preferences/communication-channels/configure",
                    notEmpty(object(
                            "cluster_preferences",
                            CHANNEL_PREFERENCES,
                            "org_preferences",
                            listOf(object(
                                    "org_identifier!", TEXT,
                                    "operation", oneOf("REPLACE", "RESET"),
                                    "preferences", CHANNEL_PREFERENCES,
                                    "reset_events", EVENTS))))),
            Map.entry(
                    "system/communication-channels/validate",
                    object("channel_type!", oneOf("WEBHOOK"), "channel_identifier!", TEXT, "event_type!", EVENT)),
            Map.entry(
                    "jobs/history/communication-channels/search",
                    object(
                            "channel_type!", oneOf("WEBHOOK"),
                            "job_ids", listOf(TEXT),
                            "channel_identifiers", listOf(TEXT),
                            "events", listOf(object("type!", EVENT, "identifier!", TEXT)),
                            "channel_status", oneOf("PENDING", "RETRY", "SUCCESS", "FAILED"),
                            "start_epoch_time_in_millis", INT,
                            "end_epoch_time_in_millis", INT)),
            Map.entry(
                    "schedules/create",
                    object(
                            "name!",
                            TEXT,
                            "description!",
                            TEXT,
                            "metadata_type!",
                            oneOf("LIVEBOARD"),
                            "metadata_identifier!",
                            TEXT,
                            "file_format!",
                            oneOf("PDF", "CSV", "XLSX"),
                            "pdf_options",
                            ANY_OBJECT,
                            "time_zone!",
                            TEXT,
                            "frequency",
                            object("cron_expression!", ANY_OBJECT),
                            "recipient_details!",
                            object(
                                    "emails",
                                    listOf(TEXT),
                                    "principals",
                                    listOf(object("identifier!", TEXT, "type!", TEXT))))),
            Map.entry(
                    "schedules/search",
                    object(
                            "metadata",
                            listOf(ANY_OBJECT),
                            "schedule_identifiers",
                            listOf(TEXT),
                            "record_offset",
                            INT,
                            "record_size",
                            INT,
                            "history_runs_options",
                            object("include_history_runs", FLAG, "record_size", INT, "record_offset", INT))));

    private Documented() {}

    /** One kind of value. */
    @FunctionalInterface
    private interface Shape {
        void check(String at, JsonNode node, BiConsumer<String, String> says);
    }

    static Set<String> endPoints() {
        return END_POINTS.keySet();
    }

    /** What is wrong with a request; nothing when all of it is documented. */
    static List<String> problems(String path, String body) {
        List<String> problems = new ArrayList<>();
        Optional<Shape> shape = END_POINTS.entrySet().stream()
                .filter(entry -> fits(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst();
        if (shape.isEmpty()) return List.of(path + ": not documented");
        if (body.isEmpty()) {
            if (shape.get() != NOTHING) problems.add(path + ": without a body");
            return problems;
        }
        try {
            JsonNode json = new ObjectMapper().readTree(body);
            shape.get().check(path, json, (at, what) -> problems.add(at + ": " + what));
        } catch (JsonProcessingException e) {
            problems.add(path + ": no JSON");
        }
        return problems;
    }

    private static boolean fits(String documented, String path) {
        return Pattern.matches(Pattern.quote(documented).replace("{}", "\\E[^/]+\\Q"), path);
    }

    /** Pairs of a name, which ends in {@code !} where it is required, and a shape. */
    private static Shape object(Object... pairs) {
        Map<String, Shape> members = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String name = ((String) pairs[i]).replace("!", "");
            if (((String) pairs[i]).endsWith("!")) required.add(name);
            members.put(name, (Shape) pairs[i + 1]);
        }
        return (at, node, says) -> {
            if (!node.isObject()) {
                says.accept(at, "no object");
                return;
            }
            for (String name : required) if (!node.has(name)) says.accept(at + "." + name, "required and missing");
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String where = at + "." + member.getKey();
                Shape shape = members.get(member.getKey());
                if (member.getValue().isNull()) says.accept(where, "null");
                else if (shape == null) says.accept(where, "not documented");
                else shape.check(where, member.getValue(), says);
            }
        };
    }

    private static Shape exactlyOne(Shape object) {
        return (at, node, says) -> {
            if (node.size() != 1) says.accept(at, node.size() + " in place of one");
            object.check(at, node, says);
        };
    }

    private static Shape notEmpty(Shape shape) {
        return (at, node, says) -> {
            if (node.isEmpty()) says.accept(at, "empty");
            shape.check(at, node, says);
        };
    }

    private static Shape listOf(Shape shape) {
        return (at, node, says) -> {
            if (!node.isArray()) says.accept(at, "no list");
            for (int i = 0; i < node.size(); i++) shape.check(at + "[" + i + "]", node.get(i), says);
        };
    }

    private static Shape map() {
        return (at, node, says) -> {
            if (!node.isObject()) says.accept(at, "no map");
            node.properties().forEach(entry -> anyText(at + "." + entry.getKey(), entry.getValue(), says));
        };
    }

    private static Shape oneOf(String... values) {
        return (at, node, says) -> {
            if (!node.isTextual() || !Set.of(values).contains(node.textValue()))
                says.accept(at, "not one of " + List.of(values));
        };
    }

    private static void text(String at, JsonNode node, BiConsumer<String, String> says) {
        if (!node.isTextual() || node.textValue().isBlank()) says.accept(at, "no text");
    }

    private static void anyText(String at, JsonNode node, BiConsumer<String, String> says) {
        if (!node.isTextual()) says.accept(at, "no text");
    }

    private static void anyObject(String at, JsonNode node, BiConsumer<String, String> says) {
        if (!node.isObject()) says.accept(at, "no object");
    }
}
