package io.spotdock.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The three tables of cases, each row a sentence about AWS's published rules. */
class PolicyEvaluatorTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    @TestFactory
    Stream<DynamicTest> requests() {
        return Tables.rows("requests.yaml").stream()
                .map(row -> dynamicTest(row.path("name").asText(), () -> {
                    Decision decision = evaluator.decide(Tables.request(row), Tables.policies(row));

                    assertThat(decision.verdict().id())
                            .as(decision.why())
                            .isEqualTo(row.path("expect").asText());
                    if (row.has("by")) assertThat(by(decision)).isEqualTo(texts(row.get("by")));
                    if (row.has("why"))
                        assertThat(decision.why()).contains(row.get("why").asText());
                }));
    }

    @TestFactory
    Stream<DynamicTest> conditions() {
        return Tables.rows("conditions.yaml").stream()
                .map(row -> dynamicTest(row.path("name").asText(), () -> {
                    assertThat(allow(row, row.path("if"), "s3:GetObject", "*"))
                            .isEqualTo(
                                    switch (row.path("holds").asText()) {
                                        case "true" -> "allowed";
                                        case "false" -> "denied-implicitly";
                                        default -> "unknown";
                                    });
                    assertThat(deny(row))
                            .isEqualTo(
                                    switch (row.path("holds").asText()) {
                                        case "true" -> "denied-explicitly";
                                        case "false" -> "allowed";
                                        default -> "unknown";
                                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> patterns() {
        return Tables.rows("patterns.yaml").stream()
                .map(row -> dynamicTest(row.path("name").asText(), () -> {
                    ObjectNode request = MAPPER.createObjectNode();
                    request.set(row.has("action") ? "does" : "to", row.get("request"));
                    String decision = allow(
                            request,
                            MAPPER.createObjectNode(),
                            row.path("action").asText("*"),
                            row.path("resource").asText("*"));
                    assertThat(decision).isEqualTo(row.path("matches").asBoolean() ? "allowed" : "denied-implicitly");
                }));
    }

    private String allow(JsonNode request, JsonNode condition, String action, String resource) {
        ObjectNode row = request.deepCopy();
        if (!row.has("to")
                || !row.path("to").asText().contains("sqs")
                        && !row.path("to").asText().contains("logs")) row.put("owner", "111122223333");
        row.putArray("identity").add(statement("Allow", action, resource, condition));
        return evaluator
                .decide(Tables.request(row), Tables.policies(row))
                .verdict()
                .id();
    }

    private String deny(JsonNode request) {
        ObjectNode row = request.deepCopy();
        row.putArray("identity")
                .add(statement("Allow", "*", "*", MAPPER.createObjectNode()))
                .add(statement("Deny", "*", "*", request.path("if")));
        return evaluator
                .decide(Tables.request(row), Tables.policies(row))
                .verdict()
                .id();
    }

    private static ObjectNode statement(String effect, String action, String resource, JsonNode condition) {
        ObjectNode statement = MAPPER.createObjectNode();
        statement.put("Effect", effect).put("Action", action).put("Resource", resource);
        statement.set("Condition", condition);
        return statement;
    }

    @Test
    void theTablesHoldMoreThanAHundredAndFiftyCasesOfDifferentNames() {
        List<String> names = Stream.of("requests.yaml", "conditions.yaml", "patterns.yaml")
                .flatMap(file -> Tables.rows(file).stream())
                .map(row -> row.path("name").asText())
                .toList();

        assertThat(names).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }

    @Test
    void aDecisionNamesTheSidOfItsStatement() {
        JsonNode row = Tables.rows("requests.yaml").stream()
                .filter(r -> r.path("name").asText().startsWith("Carlos may not save"))
                .findFirst()
                .orElseThrow();

        Decision decision = evaluator.decide(Tables.request(row), Tables.policies(row));

        assertThat(decision.by())
                .singleElement()
                .satisfies(by -> assertThat(by.sid()).hasValue("DenyS3Logs"));
        assertThat(decision.why()).contains("DenyS3Logs").contains("identity");
    }

    private static List<String> by(Decision decision) {
        return decision.by().stream().map(d -> d.policy() + ":" + d.statement()).toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
