package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.plan.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudFormationTest {
    private static JsonNode read(Samples sample) throws Exception {
        return new YAMLMapper().readTree(sample.file("cloudformation.yaml"));
    }

    @ParameterizedTest
    @EnumSource
    void withItsDefaultsItMakesTheVeryPolicies(Samples sample) throws Exception {
        JsonNode template = read(sample);
        Wanted wanted = sample.wanted();
        Stack stack = new Stack(template, wanted);
        JsonNode role = template.at("/Resources/Role/Properties");

        assertThat(stack.policy(role.get("AssumeRolePolicyDocument"))
                        .means(wanted.trust().document()))
                .isTrue();
        assertThat(stack.policy(role.at("/Policies/0/PolicyDocument"))
                        .means(wanted.permissions(Optional.empty()).document()))
                .isTrue();
        assertThat(role.at("/Policies/0/PolicyName").asText()).isEqualTo(Wanted.POLICY_NAME);
        assertThat(stack.resolved(role.get("RoleName")).asText())
                .isEqualTo(wanted.settings().role().name().value());
        Optional<PolicyDocument> ofBucket = sample.blueprint().bucketPolicy();
        JsonNode bucketPolicy = template.at("/Resources/BucketPolicy/Properties/PolicyDocument");
        assertThat(bucketPolicy.isMissingNode()).isEqualTo(ofBucket.isEmpty());
        if (ofBucket.isPresent())
            assertThat(stack.policy(bucketPolicy).means(ofBucket.get())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyDefaultKeepsToItsOwnRules(Samples sample) throws Exception {
        for (JsonNode parameter : read(sample).get("Parameters")) {
            if (parameter.has("AllowedValues")) continue;
            String value = parameter.get("Default").asText();
            assertThat(value).matches(parameter.get("AllowedPattern").asText());
            assertThat(value.length())
                    .isBetween(
                            parameter.get("MinLength").asInt(),
                            parameter.get("MaxLength").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingButDefaultsTiesItToOneAccount(Samples sample) throws Exception {
        JsonNode template = read(sample);
        for (String part : List.of("Resources", "Outputs", "Conditions"))
            assertThat(template.get(part).toString())
                    .doesNotContain("999888777666", "stand-in", "222222222222", "us-gov", "my-company-data-exports");
    }

    @ParameterizedTest
    @EnumSource
    void theBucketIsMadeAsSpotdockMakesIt(Samples sample) throws Exception {
        JsonNode bucket = read(sample).at("/Resources/Bucket");
        assertThat(bucket.isMissingNode()).isEqualTo(sample == Samples.EXISTING_BUCKET);
        if (bucket.isMissingNode()) return;
        assertThat(bucket.get("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
        assertThat(bucket.at("/Properties/PublicAccessBlockConfiguration"))
                .hasSize(4)
                .allMatch(JsonNode::booleanValue);
        assertThat(bucket.at("/Properties/OwnershipControls/Rules/0/ObjectOwnership")
                        .asText())
                .isEqualTo("BucketOwnerEnforced");
        assertThat(bucket.at(
                                "/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm")
                        .asText())
                .isEqualTo(sample == Samples.WITH_KEY ? "aws:kms" : "AES256");
        assertThat(bucket.at("/Properties/Tags/0").toString())
                .isEqualTo("{\"Key\":\"managed-by\",\"Value\":\"spotdock\"}");
    }

    @ParameterizedTest
    @EnumSource
    void theProviderIsMadeWhereItIsNeededUnlessTheAccountHasOne(Samples sample) throws Exception {
        JsonNode template = read(sample);
        assertThat(template.at("/Resources").has("IdentityProvider")).isEqualTo(sample.makesProvider());
        assertThat(template.at("/Parameters").has("CreateIdentityProvider")).isEqualTo(sample.makesProvider());
        if (sample.makesProvider())
            assertThat(template.at("/Resources/IdentityProvider/Condition").asText())
                    .isEqualTo("MakesIdentityProvider");
    }

    @Test
    void itPutsOutWhatThoughtSpotNeeds() throws Exception {
        assertThat(names(read(Samples.ON_AWS).get("Outputs")))
                .containsExactly("RoleArn", "ExternalId", "BucketName", "Region", "PathPrefix");
        assertThat(names(read(Samples.ON_GOOGLE).get("Outputs")))
                .containsExactly("RoleArn", "BucketName", "Region", "PathPrefix");
    }

    @Test
    void whatYamlWouldTakeForSomethingElseIsInQuotes() {
        assertThat(Samples.ON_AWS.file("cloudformation.yaml"))
                .contains("Version: \"2012-10-17\"", "Default: \"123456789012\"", "\"aws:SecureTransport\": \"false\"");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The template as CloudFormation would read it in the integration's account, with the defaults. */
    private static final class Stack {
        private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");
        private final Map<String, String> values = new HashMap<>();

        Stack(JsonNode template, Wanted wanted) {
            template.get("Parameters")
                    .properties()
                    .forEach(p ->
                            values.put(p.getKey(), p.getValue().get("Default").asText()));
            values.put("AWS::Partition", wanted.partition().id());
            values.put("AWS::AccountId", wanted.settings().aws().accountId().value());
            wanted.identityProvider().ifPresent(provider -> values.put("IdentityProvider", provider.arn()));
        }

        PolicyDocument policy(JsonNode node) throws Exception {
            return PolicyJson.parse(resolved(node).toString());
        }

        JsonNode resolved(JsonNode node) {
            if (node.isArray()) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                node.forEach(member -> list.add(resolved(member)));
                return list;
            }
            if (!node.isObject()) return node;
            if (node.has("Ref")) return text(value(node.get("Ref").asText()));
            if (node.has("Fn::Sub"))
                return text(VARIABLE.matcher(node.get("Fn::Sub").asText())
                        .replaceAll(m -> Matcher.quoteReplacement(
                                m.group(1).isEmpty() ? value(m.group(2)) : "${" + m.group(2) + "}")));
            if (node.has("Fn::If")) {
                assertThat(resolved(node.at("/Fn::If/1"))).isEqualTo(resolved(node.at("/Fn::If/2")));
                return resolved(node.at("/Fn::If/1"));
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> object.set(member.getKey(), resolved(member.getValue())));
            return object;
        }

        private String value(String name) {
            assertThat(values).containsKey(name);
            return values.getOrDefault(name, "");
        }

        private static JsonNode text(String text) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
