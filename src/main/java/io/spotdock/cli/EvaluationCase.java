package io.spotdock.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One case of {@code evaluate}, as text until it is decided, so that a case that is broken in itself spoils no other.
 *
 * @param number from 1
 */
record EvaluationCase(int number, String json) {
    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    private static JsonMapper mapper(boolean strict) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(32)
                                .maxNumberLength(100)
                                .build())
                        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, strict)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** Cuts a file into its cases. */
    static List<EvaluationCase> list(String text) throws IOException {
        List<EvaluationCase> cases = new ArrayList<>();
        try {
            JsonNode whole = LENIENT.readTree(text);
            if (whole.isObject()) return List.of(new EvaluationCase(1, text));
            if (!whole.isArray()) throw new IOException("must hold a case or a list of cases");
            try (JsonParser parser = LENIENT.createParser(new java.io.StringReader(text))) {
                parser.nextToken();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    parser.finishToken();
                    int end = (int) parser.currentLocation().getCharOffset();
                    cases.add(new EvaluationCase(cases.size() + 1, text.substring(start, end)));
                }
            }
            return cases;
        } catch (JsonProcessingException e) {
            // The parser's own message would quote the file.
            throw new IOException(where(e.getLocation()) + "not JSON", e);
        }
    }

    private static String where(JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    /** The result as one line of JSON. */
    String decide(PolicyEvaluator evaluator, Path folder) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("name", name());
        try {
            EvaluationInput input = EvaluationInput.read(STRICT.readTree(json), folder);
            Decision decision = evaluator.decide(input.request(), input.policies());
            line.put("decision", decision.verdict().id());
            var by = line.putArray("by");
            decision.by().forEach(decider -> {
                ObjectNode one = by.addObject();
                one.put("policy", decider.policy()).put("statement", decider.statement());
                decider.sid().ifPresent(sid -> one.put("sid", sid));
            });
            line.put("why", decision.why());
        } catch (JsonProcessingException e) {
            invalid(line, where(e.getLocation()) + "a key stands twice in the case");
        } catch (NumberFormatException _) {
            invalid(line, "the case: a number is too large");
        } catch (EvaluationInput.InvalidCaseException e) {
            invalid(line, e.reason());
        }
        return line.toString();
    }

    private String name() {
        try {
            JsonNode name = LENIENT.readTree(json).path("name");
            return name.isValueNode() && !name.isNull() ? name.asText() : "case " + number;
        } catch (JsonProcessingException _) {
            return "case " + number;
        }
    }

    private static void invalid(ObjectNode line, String why) {
        line.put("decision", "invalid");
        line.putArray("by");
        line.put("why", why);
    }
}
