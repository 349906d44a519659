package io.spotdock.service;

import static io.spotdock.service.SetUp.BUCKET;
import static io.spotdock.service.SetUp.EXTERNAL_ID;
import static io.spotdock.service.SetUp.ROLE;
import static io.spotdock.service.SetUp.allow;
import static io.spotdock.service.SetUp.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Installations that deliver, however they were set up, raise no alarm: neither a finding nor a difference. */
class HealthyTest {
    private static final Set<String> PROOF = Set.of("delivery.validate", "delivery.file");
    private static final String FILES = "arn:aws:s3:::" + BUCKET + "/thoughtspot/*";
    private static final String UPLOADS = allow("s3:PutObject s3:PutObjectAcl", FILES);
    private static final String ROLE_ARN = "arn:aws:iam::999888777666:role/" + ROLE;
    private static final String ASSUME = "'Effect':'Allow','Action':'sts:AssumeRole',";
    private static final String THOUGHTSPOT = "'Principal':{'AWS':'arn:aws:iam::123456789012:root'}";
    private static final String WITH_ID = ",'Condition':{'StringEquals':{'sts:ExternalId':'" + EXTERNAL_ID + "'}}";
    private static final String[] READING = {
        "s3:Get*", "s3:List*", "iam:Get*", "iam:List*", "kms:Describe*", "cloudtrail:LookupEvents"
    };
    private static final String KEY = statement(
            "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::999888777666:root'},'Action':'kms:*','Resource':'*'");
    private static final String TLS_ONLY =
            statement("'Sid':'Tls','Effect':'Deny','Principal':'*','Action':'s3:*','Resource':['" + FILES
                    + "'],'Condition':{'Bool':{'aws:SecureTransport':'false'}}");

    /** What is set up, and how it was changed afterwards. */
    record Healthy(
            String name,
            Supplier<World> world,
            UnaryOperator<Draft> settings,
            Consumer<SetUp> change,
            Set<String> warned) {
        static Healthy of(String name, Consumer<SetUp> change) {
            return new Healthy(name, World::aws, draft -> draft, change, Set.of());
        }

        static Healthy with(String name, UnaryOperator<Draft> settings) {
            return new Healthy(name, World::aws, settings, _ -> {}, Set.of());
        }

        Healthy onGoogle() {
            return new Healthy(name, World::gcp, settings, change, warned);
        }

        /** By the live test alone, and rightly. */
        Healthy warnedOf(String... checks) {
            return new Healthy(name, world, settings, change, Set.of(checks));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Healthy> all() {
        return Stream.of(
                Healthy.of("As the guide says", _ -> {}),
                Healthy.of("ThoughtSpot on Google Cloud", _ -> {}).onGoogle(),
                Healthy.with("Google as AWS knows it", draft -> draft.with(Field.GOOGLE_PROVIDER, "built-in"))
                        .onGoogle(),
                Healthy.with("Without a prefix", draft -> draft.with(Field.PREFIX, "")),
                Healthy.with("With a prefix that is no folder", draft -> draft.with(Field.PREFIX, "exports-")),
                Healthy.with("In another region", draft -> draft.with(Field.REGION, "eu-central-1")),
                Healthy.with("A webhook with all there is", HealthyTest::withAllThereIs),
                Healthy.of("A KMS key left to the account", s -> {
                    String key = s.key(KEY);
                    s.rights(UPLOADS, allow("kms:GenerateDataKey kms:Decrypt", key));
                    s.encryptWith(key);
                }),
                Healthy.of(
                        "A KMS key whose policy names the role",
                        s -> s.encryptWith(s.key(
                                KEY.replace(":root", ":user/administrator"), KEY.replace(":root", ":role/" + ROLE)))),
                Healthy.of("AWS’s own KMS key", HealthyTest::encryptWithTheKeyOfAws),
                Healthy.of("A bucket policy that asks for TLS", s -> s.bucketPolicy(TLS_ONLY)),
                Healthy.of(
                        "A bucket policy of other people’s",
                        s -> s.bucketPolicy(
                                TLS_ONLY,
                                statement(
                                        "'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject','Resource':'arn:aws:s3:::"
                                                + BUCKET + "/archive/*'"),
                                statement(
                                        "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::999888777666:user/administrator'},"
                                                + "'Action':'s3:GetObject','Resource':'" + FILES + "'"))),
                Healthy.of("No bucket policy", s -> s.s3.deleteBucketPolicy(b -> b.bucket(BUCKET))),
                Healthy.of("Versioning, and the requester pays", s -> {
                    s.s3.putBucketVersioning(b ->
                            b.bucket(BUCKET).versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
                    s.s3.putBucketRequestPayment(
                            b -> b.bucket(BUCKET).requestPaymentConfiguration(c -> c.payer(Payer.REQUESTER)));
                }),
                Healthy.of("A managed policy instead of an inline one", s -> {
                    s.iam.deleteRolePolicy(b -> b.roleName(ROLE).policyName("thoughtspot-s3-upload"));
                    s.attach(s.managed("deliveries", UPLOADS));
                }),
                Healthy.of(
                        "A permissions boundary that leaves uploads",
                        s -> s.bound(s.managed("uploads-only", allow("s3:*", "*")))),
                Healthy.of(
                        "Longer sessions",
                        s -> s.iam.updateRole(b -> b.roleName(ROLE).maxSessionDuration(43_200))),
                Healthy.of(
                        "A trust policy with lists and a statement for tags",
                        s -> s.trust(
                                statement(
                                        "'Sid':'Mine','Effect':'Allow','Action':['sts:AssumeRole'],'Principal':{'AWS':["
                                                + "'123456789012']},'Condition':{'StringEquals':{'sts:ExternalId':['"
                                                + EXTERNAL_ID
                                                + "']}}"),
                                statement("'Effect':'Allow','Action':'sts:TagSession'," + THOUGHTSPOT))),
                Healthy.of(
                        "A trust policy that another Org shares",
                        s -> s.trust(statement(ASSUME
                                + THOUGHTSPOT
                                + WITH_ID.replace(
                                        "'" + EXTERNAL_ID + "'", "['" + EXTERNAL_ID + "','of-another-org']")))),
                Healthy.of("The role was made anew", RoleBreakages::makeAnew),
                Healthy.of(
                        "A role that somebody else made",
                        s -> s.world.with(
                                draft -> draft.without(Field.ROLE_NAME).with(Field.ROLE_ARN, ROLE_ARN))),
                Healthy.of(
                        "A role that the person may not look at",
                        s -> s.world
                                .with(draft -> draft.without(Field.ROLE_NAME).with(Field.ROLE_ARN, ROLE_ARN))
                                .as(s.world.userWhoMay("s3:*"))),
                Healthy.of("The channel is the cluster’s", s -> {
                    new Liveboards(s.world.sandbox.access()).announceByWebhookEverywhere();
                    s.world
                            .thoughtSpot()
                            .resetChannels(s.world.thoughtSpot().channels().org());
                }),
                // The live test's own file is refused to the person, who may not remove ThoughtSpot's either.
                Healthy.of("A person who may only look", s -> s.world.as(s.world.userWhoMay(READING)))
                        .warnedOf("upload.write", "delivery.removed"),
                Healthy.of("Right after a change that AWS has not spread yet", s -> {
                    s.world.sandbox.faults().set("propagation", "20s");
                    s.rights(UPLOADS);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void whatDeliversRaisesNoAlarm(Healthy healthy) {
        try (SetUp setUp = Breakage.healthy(healthy.world().get(), healthy.settings())) {
            healthy.change().accept(setUp);
            Integration integration = setUp.world.integration();

            List<CheckResult> results =
                    integration.test(64, List.of(), Event.Sink.NONE).results();
            Diagnosis diagnosis = integration.diagnose(Event.Sink.NONE);

            assertThat(results)
                    .filteredOn(result -> PROOF.contains(result.id()))
                    .hasSize(2)
                    .allMatch(result -> result.status() == Status.PASSED);
            assertThat(amiss(results)).isEqualTo(healthy.warned());
            assertThat(amiss(diagnosis.results())).isEmpty();
            assertThat(diagnosis.drifts()).isEmpty();
            assertThat(diagnosis.compared()).isNotEmpty();
        }
    }

    private static Set<String> amiss(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.status() != Status.PASSED && result.status() != Status.SKIPPED)
                .map(CheckResult::id)
                .collect(Collectors.toSet());
    }

    private static Draft withAllThereIs(Draft draft) {
        return draft.with(Field.DESCRIPTION, "Reports")
                .with(Field.URL_PARAMS, Map.of("team", "data"))
                .with(Field.HEADERS, Map.of("X-Team", "data"))
                .with(Field.BASIC_USERNAME, "spotdock")
                .with(Field.BASIC_PASSWORD, "env:PASSWORD")
                .with(Field.SIGNATURE_HEADER, "X-Webhook-Signature")
                .with(Field.SIGNATURE_SECRET, "env:SECRET")
                .with(Field.ENABLED, "true");
    }

    private static void encryptWithTheKeyOfAws(SetUp s) {
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(d -> d.sseAlgorithm(ServerSideEncryption.AWS_KMS))
                .build();
        s.s3.putBucketEncryption(b -> b.bucket(BUCKET).serverSideEncryptionConfiguration(c -> c.rules(rule)));
    }
}
