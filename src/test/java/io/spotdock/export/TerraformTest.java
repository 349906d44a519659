package io.spotdock.export;

import static io.spotdock.export.HclText.block;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.plan.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerraformTest {
    private static final String ROLE = "resource \"aws_iam_role\" \"thoughtspot\"";
    private static final String ROLE_POLICY = "resource \"aws_iam_role_policy\" \"thoughtspot\"";
    private static final String BUCKET_POLICY = "resource \"aws_s3_bucket_policy\" \"delivery\"";
    private static final String PROVIDER = "resource \"aws_iam_openid_connect_provider\" \"google\"";

    private static Map<String, Object> read(Samples sample, String file, UnaryOperator<String> values) {
        return new HclText(sample.file("terraform/" + file + ".tf"), values).body();
    }

    /** As Terraform would read it in the integration's account, with the defaults. */
    private static Map<String, Object> main(Samples sample) {
        Map<String, String> values = new HashMap<>();
        read(sample, "variables", name -> name).forEach((head, body) -> {
            Object standard = block(Map.of(head, body), head).get("default");
            values.put(
                    "var." + head.split("\"")[1],
                    standard instanceof JsonNode node ? node.asText() : String.valueOf(standard));
        });
        values.put(
                "data.aws_partition.current.partition",
                sample.wanted().partition().id());
        values.put(
                "data.aws_caller_identity.current.account_id",
                sample.wanted().settings().aws().accountId().value());
        return read(sample, "main", name -> {
            // A reference to a resource stands for itself.
            if (!name.startsWith("aws_")) assertThat(values).containsKey(name);
            return values.getOrDefault(name, name);
        });
    }

    private static PolicyDocument policy(Map<String, Object> resource, String attribute) throws Exception {
        return PolicyJson.parse(String.valueOf(resource.get(attribute)));
    }

    @ParameterizedTest
    @EnumSource
    void withItsDefaultsItMakesTheVeryPolicies(Samples sample) throws Exception {
        Wanted wanted = sample.wanted();
        Map<String, Object> main = main(sample);

        assertThat(policy(block(main, ROLE), "assume_role_policy")
                        .means(wanted.trust().document()))
                .isTrue();
        assertThat(policy(block(main, ROLE_POLICY), "policy")
                        .means(wanted.permissions(Optional.empty()).document()))
                .isTrue();
        Optional<PolicyDocument> ofBucket = sample.blueprint().bucketPolicy();
        assertThat(main.containsKey(BUCKET_POLICY)).isEqualTo(ofBucket.isPresent());
        if (ofBucket.isPresent())
            assertThat(policy(block(main, BUCKET_POLICY), "policy").means(ofBucket.get()))
                    .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyTextVariableHasADefaultAndARule(Samples sample) {
        Map<String, Object> variables = read(sample, "variables", name -> name);
        assertThat(variables).hasSizeGreaterThanOrEqualTo(4);
        variables.forEach((head, body) -> {
            Map<String, Object> variable = block(variables, head);
            assertThat(variable).containsKeys("description", "type", "default");
            if (String.valueOf(variable.get("type")).equals("string"))
                assertThat(String.valueOf(block(variable, "validation").get("condition")))
                        .contains("can(regex(", "length(var.");
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingButDefaultsTiesItToOneAccount(Samples sample) {
        for (String file : List.of("main", "outputs", "versions"))
            assertThat(sample.file("terraform/" + file + ".tf"))
                    .doesNotContain("999888777666", "stand-in", "222222222222", "us-gov", "my-company-data-exports");
    }

    @ParameterizedTest
    @EnumSource
    void theProviderIsMadeWhereItIsNeeded(Samples sample) {
        assertThat(main(sample).containsKey(PROVIDER)).isEqualTo(sample.makesProvider());
    }

    @Test
    void aBucketThatIsThereIsOnlyLookedAt() {
        assertThat(main(Samples.EXISTING_BUCKET))
                .containsKey("data \"aws_s3_bucket\" \"delivery\"")
                .doesNotContainKey("resource \"aws_s3_bucket\" \"delivery\"");
    }

    @Test
    void itPutsOutWhatThoughtSpotNeeds() {
        assertThat(read(Samples.ON_AWS, "outputs", name -> name).keySet())
                .containsExactly(
                        "output \"role_arn\"",
                        "output \"external_id\"",
                        "output \"bucket_name\"",
                        "output \"region\"",
                        "output \"path_prefix\"");
        assertThat(read(Samples.ON_GOOGLE, "outputs", name -> name).keySet()).doesNotContain("output \"external_id\"");
    }

    @Test
    void aTextIsNoTemplateUnlessItIsMeantToBe() {
        assertThat(Hcl.quoted("${a} %{b} $ % $${c} \"d\" \\ \n\t\u0007"))
                .isEqualTo("\"$${a} %%{b} $ % $$${c} \\\"d\\\" \\\\ \\n\\t\\u0007\"");
    }
}
