package io.spotdock.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every document and for every text that may be none. */
class PolicyJsonPropertiesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Property
    void readingWhatWasPrintedGivesTheDocument(@ForAll("documents") PolicyDocument document) {
        assertThat(Tables.parse(PolicyJson.print(document))).isEqualTo(document);
        assertThat(Tables.parse(PolicyJson.compact(document))).isEqualTo(document);
    }

    @Property
    void everyDocumentMeansItselfInAnyWriting(@ForAll("documents") PolicyDocument document, @ForAll long seed)
            throws Exception {
        String rewritten =
                MAPPER.writeValueAsString(rewrite(MAPPER.readTree(PolicyJson.compact(document)), new Random(seed), ""));
        assertThat(Tables.parse(rewritten).means(document)).as(rewritten).isTrue();
        assertThat(document.means(Tables.parse(rewritten))).isTrue();
    }

    @Property
    void documentsThatMeanTheSameDecideTheSame(
            @ForAll("requests") AccessRequest request,
            @ForAll("documents") PolicyDocument one,
            @ForAll("documents") PolicyDocument two) {
        if (!one.means(two)) return;
        assertThat(decide(request, one)).isEqualTo(decide(request, two));
    }

    private static Decision.Verdict decide(AccessRequest request, PolicyDocument document) {
        PolicySet policies = new PolicySet(
                List.of(),
                java.util.Optional.of(new PolicySet.Named("p", document)),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        return new PolicyEvaluator().decide(request, policies).verdict();
    }

    @Property
    void noTextMakesReadingFailInAnotherWay(@ForAll String text) {
        assertThatCode(() -> tryToRead(text)).doesNotThrowAnyException();
    }

    @Property
    void noSpoiltDocumentMakesReadingFailInAnotherWay(
            @ForAll("documents") PolicyDocument document, @ForAll long seed, @ForAll("scraps") String scrap) {
        String json = PolicyJson.compact(document);
        Random random = new Random(seed);
        int from = random.nextInt(json.length());
        int to = from + random.nextInt(Math.min(20, json.length() - from));
        assertThatCode(() -> tryToRead(json.substring(0, from) + scrap + json.substring(to)))
                .doesNotThrowAnyException();
    }

    private static void tryToRead(String text) {
        try {
            PolicyJson.parse(text);
        } catch (PolicySyntaxException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Other key order; lists of one as strings or the reverse; a value twice; a statement alone. */
    private static JsonNode rewrite(JsonNode node, Random random, String name) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
            Collections.shuffle(entries, random);
            ObjectNode copy = MAPPER.createObjectNode();
            entries.forEach(e -> copy.set(e.getKey(), rewrite(e.getValue(), random, e.getKey())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(item.isTextual() ? item : rewrite(item, random, name)));
            if (!items.isEmpty() && random.nextBoolean()) items.add(items.get(random.nextInt(items.size())));
            Collections.shuffle(items, random);
            return items.size() == 1 && random.nextBoolean()
                    ? items.getFirst()
                    : MAPPER.createArrayNode().addAll(items);
        }
        boolean single = List.of("Version", "Id", "Sid", "Effect", "Principal", "NotPrincipal")
                .contains(name);
        return single || random.nextBoolean() ? node : MAPPER.createArrayNode().add(node);
    }

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return PolicyGenerators.documents(PolicyGenerators.resourceStatements());
    }

    @Provide
    Arbitrary<AccessRequest> requests() {
        return PolicyGenerators.requests();
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                "", "null", "[]", "{}", "\"", "1e999999999", "true", ",", "[[", "{\"a\":", "\\u0000", "Deny");
    }
}
