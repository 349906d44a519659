package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.ServiceAccountId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trust policies as a cluster may write them. */
class TrustTemplateTest {
    private static TrustTemplate template(String json) {
        return TrustTemplate.of(Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Statement': [{'Principal': {'AWS': 'arn:aws:iam::123456789012:root'}, 'Condition': {'StringEquals': {'sts:ExternalId': 'Id-1'}}}]}",
                "{'Statement': {'Principal': {'AWS': ['123456789012']}, 'Condition': {'stringequals': {'sts:externalid': ['Id-1']}}}}",
                "{'statement': [{'principal': 'arn:aws:iam::123456789012:role/x', 'condition': {'StringLike': {'STS:ExternalId': 'Id-1'}}}]}",
                "{'Statement': [{'Action': 'sts:TagSession', 'Principal': ['arn:aws:iam::123456789012:root']}, {'Condition': {'Bool': {'a': 'true'}, 'STRINGLIKE': {'sts:ExternalId': ['<yours>', 'Id-1']}}}]}"
            })
    void theSameIsReadHoweverItIsWritten(String json) {
        assertThat(template(json).externalId()).contains(new ExternalId("Id-1"));
        assertThat(template(json).account()).contains(new AccountId("123456789012"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Statement': 'none'}",
                "{'Statement': [null, 7, []]}",
                "{'Statement': {'Principal': '*', 'Condition': {'StringLike': {'sts:ExternalId': 'ts-*'}}}}",
                "{'Statement': {'Principal': {'AWS': 'arn:aws:iam::<ACCOUNT>:root'}, 'Condition': {'StringEquals': {'sts:ExternalId': '<EXTERNAL_ID>'}}}}",
                "{'Statement': {'Principal': {'Service': '123456789012'}, 'Condition': {'StringNotEquals': {'sts:ExternalId': 'Id-1'}}}}"
            })
    void aPlaceholderOrAnotherConditionIsNoValue(String json) {
        assertThat(template(json).externalId()).isEmpty();
        assertThat(template(json).account()).isEmpty();
    }

    @Test
    void aServiceAccountIsReadFromItsClaim() {
        assertThat(template(
                                "{'Statement': {'Condition': {'StringEquals': {'Accounts.Google.com:sub': ['115663769112811637952']}}}}")
                        .serviceAccount())
                .isEqualTo(Optional.of(new ServiceAccountId("115663769112811637952")));
    }
}
