package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Arn;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.ServiceAccountId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The {@code trust_policy_template} of an offer: a trust policy, as an object or as JSON in a text, with placeholders
 * where it does not know. AWS takes one statement or several, a value or a list of them, and names of members and of
 * operators in any case (IAM User Guide, "Grammar of the IAM JSON policy language"); a placeholder is none of our values.
 */
record TrustTemplate(List<JsonNode> statements) {
    /** Operators that name the value which has to be shown. */
    private static final Set<String> EQUAL = Set.of("stringequals", "stringlike");

    static TrustTemplate of(JsonNode node) {
        Optional<JsonNode> document =
                node.isTextual() ? Json.read(node.textValue().getBytes(StandardCharsets.UTF_8)) : Optional.of(node);
        return new TrustTemplate(
                document.map(json -> Json.list(member(json, "Statement"))).orElse(List.of()));
    }

    Optional<ExternalId> externalId() {
        return first(shown("sts:ExternalId"), ExternalId::parse);
    }

    Optional<ServiceAccountId> serviceAccount() {
        return first(shown("accounts.google.com:sub"), ServiceAccountId::parse);
    }

    /** The account whose principal it lets in. */
    Optional<AccountId> account() {
        return first(
                statements.stream()
                        .map(statement -> member(statement, "Principal"))
                        .flatMap(who -> texts(who.isObject() ? member(who, "AWS") : who))
                        .map(text -> Arn.parse(text).map(Arn::account).orElse(text)),
                AccountId::parse);
    }

    private Stream<String> shown(String key) {
        return statements.stream()
                .flatMap(statement -> member(statement, "Condition").properties().stream())
                .filter(operator -> EQUAL.contains(operator.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(operator -> texts(member(operator.getValue(), key)));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? Json.list(node).stream().flatMap(each -> Json.text(each).stream())
                : Json.text(node).stream();
    }

    private static JsonNode member(JsonNode node, String name) {
        return node.properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static <T> Optional<T> first(Stream<String> texts, Function<String, Parsed<T>> parse) {
        return texts.flatMap(text -> parse.apply(text).good().stream()).findFirst();
    }
}
