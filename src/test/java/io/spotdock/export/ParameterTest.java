package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.engine.CommonPatterns;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A template lets in what the domain lets in. */
class ParameterTest {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "ab",
            "abc",
            "a-b.c",
            "A",
            "-",
            "a_",
            "a b",
            "/",
            "a/b",
            "a*",
            "a?",
            "$",
            "a\u0007",
            "a\u0085",
            "Größe/",
            "it's \"x\" \\",
            "1234567890",
            "123456789012",
            "1234567890123",
            "1".repeat(30),
            "1".repeat(31),
            "x".repeat(63),
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(1024),
            "x".repeat(1025),
            "x".repeat(1224),
            "x".repeat(1225),
            "a=b,c.d@e+f",
            "a:b",
            "a..b",
            "a.b.c",
            "eu-central-1",
            "eu-central",
            "us-gov-west-1",
            "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "arn:aws:kms:us-east-1:999888777666:alias/x");

    private static Parsed<?> domain(Parameter parameter, String text) {
        return switch (parameter) {
            case BUCKET_NAME -> BucketName.parse(text);
            case BUCKET_REGION -> RegionName.parse(text);
            case PATH_PREFIX -> KeyPrefix.parse(text);
            case ROLE_NAME -> RoleName.parse(text);
            case PERMISSIONS_BOUNDARY, CREATE_IDENTITY_PROVIDER -> throw new AssertionError("no value of the domain");
            case THOUGHTSPOT_ACCOUNT_ID -> AccountId.parse(text);
            case EXTERNAL_ID -> ExternalId.parse(text);
            case SERVICE_ACCOUNT_ID -> ServiceAccountId.parse(text);
            case KMS_KEY_ARN -> KmsKeyArn.parse(text);
        };
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PERMISSIONS_BOUNDARY", "CREATE_IDENTITY_PROVIDER"})
    void itsPatternAndTheDomainAgree(Parameter parameter) {
        Parameter.Rule.Text rule = (Parameter.Rule.Text) parameter.rule();
        for (String text : TEXTS) {
            boolean matches = CommonPatterns.matches(rule.pattern(), text)
                    && text.length() >= rule.shortest()
                    && text.length() <= rule.longest();
            assertThat(matches)
                    .as("%s of %s", parameter, text)
                    .isEqualTo(domain(parameter, text).good().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCloudFormationShowsIsAscii(Parameter parameter) {
        assertThat(parameter.label() + parameter.description()).matches("\\p{Print}+");
        if (parameter.rule() instanceof Parameter.Rule.Text text)
            assertThat(text.sentence()).matches("\\p{Print}+");
    }
}
