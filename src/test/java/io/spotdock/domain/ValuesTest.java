package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Each value's rule, at its borders; the cases are in {@code values.yaml}. */
class ValuesTest {
    private static final Pattern REPEAT = Pattern.compile("\\{(.)\\*([0-9]+)}");

    private static final Map<String, Function<String, Parsed<?>>> PARSERS = new LinkedHashMap<>(Map.of(
            "AccountId", AccountId::parse,
            "BucketName", BucketName::parse,
            "KeyPrefix", KeyPrefix::parse,
            "RegionName", RegionName::parse,
            "RoleName", RoleName::parse,
            "RoleArn", RoleArn::parse,
            "ExternalId", ExternalId::parse,
            "ServiceAccountId", ServiceAccountId::parse,
            "KmsKeyArn", KmsKeyArn::parse));

    static {
        PARSERS.put("ThoughtSpotHost", ThoughtSpotHost::parse);
        PARSERS.put("WebhookUrl", WebhookUrl::parse);
        PARSERS.put("SecretReference", SecretReference::parse);
    }

    @TestFactory
    Stream<DynamicTest> rules() throws Exception {
        return rows().stream()
                .map(row -> dynamicTest(cell(row, "name"), () -> {
                    String text = text(cell(row, "text"));
                    Parsed<?> parsed = parser(cell(row, "of")).apply(text);
                    if (cell(row, "fault").equals("none")) {
                        assertThat(parsed.bad()).isEmpty();
                        assertThat(parsed.good().orElseThrow()).hasToString(row.getOrDefault("gives", text));
                    } else {
                        assertThat(parsed.bad()).map(Fault::key).hasValue(cell(row, "fault"));
                    }
                }));
    }

    private static List<Map<String, String>> rows() throws Exception {
        try (InputStream in = Objects.requireNonNull(ValuesTest.class.getResourceAsStream("values.yaml"))) {
            List<Map<String, Object>> loaded = new Yaml().load(in);
            List<Map<String, String>> rows = new ArrayList<>();
            for (Map<String, Object> row : loaded) {
                Map<String, String> texts = new LinkedHashMap<>();
                row.forEach((key, value) -> texts.put(key, String.valueOf(value)));
                rows.add(texts);
            }
            return rows;
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static String text(String written) {
        return REPEAT.matcher(written.replace("{half}", "a\ud83d"))
                .replaceAll(m -> m.group(1).repeat(Integer.parseInt(m.group(2))));
    }

    private static Function<String, Parsed<?>> parser(String of) {
        return Objects.requireNonNull(PARSERS.get(of), of);
    }

    @Property(tries = 300)
    void noTextMakesParsingFail(@ForAll String text) {
        PARSERS.forEach((name, parser) ->
                assertThatCode(() -> parser.apply(text)).as(name).doesNotThrowAnyException());
    }

    @Property
    void noTextOfLikelyPiecesMakesParsingFail(@ForAll("likely") String text) {
        PARSERS.forEach((name, parser) ->
                assertThatCode(() -> parser.apply(text)).as(name).doesNotThrowAnyException());
    }

    @Property
    void aValueReadsItsOwnWriting(@ForAll("likely") String text) {
        PARSERS.forEach((name, parser) -> parser.apply(text)
                .good()
                .ifPresent(value -> assertThat(
                                parser.apply(value.toString()).good().map(Object::toString))
                        .as(name)
                        .hasValue(value.toString())));
    }

    @Provide
    Arbitrary<String> likely() {
        return Arbitraries.of(
                        "arn:aws:iam::",
                        "123456789012",
                        ":role/",
                        "https://",
                        "http://",
                        "localhost",
                        "[::1]",
                        "[",
                        "]",
                        ":",
                        "/",
                        "@",
                        ".",
                        "-",
                        "a",
                        "B",
                        " ",
                        "%",
                        "?",
                        "#",
                        "env:",
                        "file:",
                        "us-east-1",
                        "\ud83d",
                        "é",
                        "99999",
                        "key/",
                        "\t",
                        "\u2003")
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }

    @Test
    void aValueMadeFromBadTextSaysWhichRuleItBreaks() {
        assertThatThrownBy(() -> new BucketName("A"))
                .isInstanceOfSatisfying(
                        IllegalValueException.class,
                        e -> assertThat(e.fault().key()).isEqualTo("fault.bucket-name.characters"));
        assertThatThrownBy(() -> new ObjectKey("")).isInstanceOf(IllegalValueException.class);
        assertThatThrownBy(() -> new ObjectKey("é".repeat(513))).isInstanceOf(IllegalValueException.class);
        assertThatThrownBy(() -> new ThoughtSpotHost(URI.create("http://a.b")))
                .isInstanceOf(IllegalValueException.class);
        assertThat(new ObjectKey("é".repeat(512)).value()).hasSize(512);
    }

    @Test
    void aFaultNeverRepeatsWhatMayBeASecret() {
        for (String text : List.of(
                "https://user:hunter2@a.b",
                "user:hunter2@a.b",
                "https://user:x@hunter2@a.b",
                "http://a.b/?token=hunter2",
                "hunter2@@"))
            assertThat(ThoughtSpotHost.parse(text).bad().orElseThrow().arguments())
                    .noneMatch(a -> a.contains("hunter2"));
        assertThat(SecretReference.parse("hunter2").bad().orElseThrow().arguments())
                .isEmpty();
        assertThat(WebhookUrl.parse("https://user:hunter2@a.b")
                        .bad()
                        .orElseThrow()
                        .arguments())
                .isEmpty();
    }

    @Test
    void aSecretIsHiddenLentAndWiped() {
        Secret secret = Secret.of("hunter2");
        assertThat(secret).hasToString("[hidden]");
        assertThat(secret.<Integer>use(String::length)).isEqualTo(7);
        secret.close();
        assertThatThrownBy(() -> secret.use(text -> text)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "My_Company_Data_Exports, my-company-data-exports",
        "exports..of..2026, exports.of.2026",
        "__Exports__, exports",
        "Übersicht 2026, bersicht-2026",
    })
    void theNameThatWasMeantIsNearTheOneThatWasTyped(String typed, String meant) {
        assertThat(BucketName.near(typed)).contains(new BucketName(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_", "??", "10.0.0.1"})
    void whereNoNameIsNearNoneIsOffered(String typed) {
        assertThat(BucketName.near(typed)).isEmpty();
    }

    @Test
    void externalIdsThatDifferInCaseOnlyAreToldApart() {
        assertThat(new ExternalId("abC").differsInCaseOnly(new ExternalId("abc")))
                .isTrue();
        assertThat(new ExternalId("abc").differsInCaseOnly(new ExternalId("abc")))
                .isFalse();
        assertThat(new ExternalId("abc")).isNotEqualTo(new ExternalId("abC"));
    }

    @Test
    void aPrefixThatIsNoFolderIsOpenEnded() {
        assertThat(new KeyPrefix("exports").isOpenEnded()).isTrue();
        assertThat(new KeyPrefix("exports/").isOpenEnded()).isFalse();
        assertThat(KeyPrefix.NONE.isOpenEnded()).isFalse();
    }

    @Test
    void aRegionKnowsItsPartition() {
        assertThat(new RegionName("eu-central-1").partition()).isEqualTo(Partition.AWS);
        assertThat(new RegionName("us-gov-east-1").partition()).isEqualTo(Partition.AWS_US_GOV);
        assertThat(new RegionName("cn-north-1").partition()).isEqualTo(Partition.AWS_CN);
        assertThat(Partition.ofId("aws-cn")).hasValue(Partition.AWS_CN);
        assertThat(Partition.ofId("aws-moon")).isEmpty();
    }

    @Test
    void anArnIsReadInSixParts() {
        Arn arn = Arn.parse("arn:aws:logs:eu-west-1:111122223333:log-group:a:b").orElseThrow();
        assertThat(arn.resource()).isEqualTo("log-group:a:b");
        assertThat(arn).hasToString("arn:aws:logs:eu-west-1:111122223333:log-group:a:b");
        assertThat(Arn.parse("arn:aws:s3")).isEmpty();
        assertThat(Arn.parse("urn:aws:s3:::b")).isEmpty();
    }

    @Test
    void aRoleArnKeepsItsPath() {
        RoleArn arn =
                RoleArn.parse("arn:aws:iam::999888777666:role/a/b/name").good().orElseThrow();
        assertThat(arn.path()).isEqualTo("/a/b/");
        assertThat(arn.name()).isEqualTo(new RoleName("name"));
        assertThat(new RoleArn(Partition.AWS_CN, new AccountId("999888777666"), new RoleName("n")))
                .hasToString("arn:aws-cn:iam::999888777666:role/n");
    }

    @Test
    void onlyThisComputersNamesAreLoopback() {
        assertThat(List.of("localhost", "x.localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "LOCALHOST"))
                .allMatch(Loopback::names);
        assertThat(List.of("localhost.example", "127.0.0.1.example", "10.0.0.1", "1270.0.0.1", ""))
                .noneMatch(Loopback::names);
    }

    @Test
    void aCodeOfADeviceHasSixDigitsAndIsNeverTold() {
        assertThat(MfaCode.parse(" 012 345\n").good()).contains(new MfaCode("012345"));
        assertThat(new MfaCode("012345")).hasToString("[hidden]");
        assertThat(List.of("", "12345", "1234567", "12345a", "١٢٣٤٥٦"))
                .allMatch(text -> MfaCode.parse(text).bad().equals(Optional.of(Fault.of("fault.mfa-code"))));
    }

    @Test
    void anAccessKeyIdThatIsNoneIsNotRepeatedAsItMayBeTheSecret() {
        assertThat(AccessKeyId.parse(" AKIAIOSFODNN7EXAMPLE ").good())
                .contains(new AccessKeyId("AKIAIOSFODNN7EXAMPLE"));
        assertThat(List.of("", "AKIA", "A".repeat(129), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
                .allMatch(text -> AccessKeyId.parse(text).bad().equals(Optional.of(Fault.of("fault.access-key-id"))));
    }
}
