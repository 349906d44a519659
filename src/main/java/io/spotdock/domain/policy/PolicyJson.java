package io.spotdock.domain.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Policy documents as JSON. */
public final class PolicyJson {
    /**
     * The longest text read, white space included. AWS's own longest, a key policy, has 32,768 (KMS Developer Guide,
     * "Resource quotas").
     */
    static final int LONGEST = 1 << 20;

    private static final int DEEPEST = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PolicyJson() {}

    public static PolicyDocument parse(String json) throws PolicySyntaxException {
        if (json.length() > LONGEST) throw new PolicySyntaxException("longer than " + LONGEST + " characters");
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new PolicySyntaxException(where(e.getLocation()) + why(e));
        } catch (NumberFormatException e) {
            throw new PolicySyntaxException("a number is too large");
        }
        return PolicyReader.document(root);
    }

    private static String where(JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    // The parser's own message quotes the text, so it is not passed on.
    private static String why(JsonProcessingException e) {
        return switch (e) {
            case JsonEOFException _ -> "the JSON ends too early";
            case StreamConstraintsException _ -> "nested deeper than " + DEEPEST + ", or a number too long";
            case MismatchedInputException _ -> "something follows the document";
            default -> e.getOriginalMessage().startsWith("Duplicate") ? "a key stands twice" : "this is not JSON";
        };
    }

    /** Canonical, indented JSON, ending in a newline. */
    public static String print(PolicyDocument document) {
        return PolicyWriter.indented(document);
    }

    /** Canonical JSON without white space. */
    public static String compact(PolicyDocument document) {
        return PolicyWriter.tree(document).toString();
    }
}
