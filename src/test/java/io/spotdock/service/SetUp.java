package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Once;
import io.spotdock.check.Strength;
import io.spotdock.check.Subject;
import io.spotdock.domain.AccountId;
import io.spotdock.plan.Observed;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Draft;
import io.spotdock.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** An integration as Spotdock sets it up, for tests that then change one thing, and what the checks of AWS say of it. */
final class SetUp implements AutoCloseable {
    static final String ROLE = "thoughtspot-s3-upload";
    static final String BUCKET = "my-company-data-exports";
    static final String ACCOUNT = "999888777666";
    static final String EXTERNAL_ID = "ts-webhook-x7k9m2p4q1";

    final World world;
    final IamClient iam;
    final S3Client s3;
    final KmsClient kms;

    private SetUp(World world) {
        this.world = world;
        iam = world.iam();
        s3 = world.s3();
        kms = world.kms();
    }

    static SetUp aws() {
        return applied(new World(SandboxOptions.aws()));
    }

    static SetUp gcp() {
        return applied(new World(SandboxOptions.gcp()));
    }

    static SetUp with(World world, UnaryOperator<Draft> change) {
        return applied(world.with(change));
    }

    private static SetUp applied(World world) {
        if (!world.apply().complete()) throw new AssertionError("not set up");
        return new SetUp(world);
    }

    /** Nothing is set up yet. */
    static SetUp bare(World world) {
        return new SetUp(world);
    }

    SetUp apply() {
        if (!world.apply(io.spotdock.domain.resource.ResourceKind.values()).complete())
            throw new AssertionError("not set up");
        return this;
    }

    /** Of the account, the bucket, the role and what must be refused. */
    List<CheckResult> run() {
        Session session = world.integration().session();
        Once<Observed> observed = new Once<>(() -> new Observer().observe(session));
        Subject subject = new Subjects(world.receivers(), world.clock()).forLooking(session, observed);
        Set<CheckGroup> ofAws = EnumSet.of(CheckGroup.ACCOUNT, CheckGroup.BUCKET, CheckGroup.ROLE, CheckGroup.REFUSED);
        List<Check> checks = Catalogue.all().stream()
                .filter(check -> ofAws.contains(check.group()) && check.strength() != Strength.PERFORMED_HERE)
                .toList();
        return new CheckRunner(subject, Event.Sink.NONE).run(checks);
    }

    CheckResult run(String id) {
        return run().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a check says, in words. */
    String says(String id) {
        Texts texts = new Texts(Locale.ENGLISH);
        CheckResult result = run(id);
        return result.status().id() + ": " + result.evidence().map(texts::of).orElse("")
                + result.remedy().map(remedy -> " " + texts.of(remedy)).orElse("");
    }

    /** What is not as it should be. */
    Map<String, Status> amiss() {
        Map<String, Status> amiss = new TreeMap<>();
        for (CheckResult result : run())
            if (EnumSet.of(Status.FAILED, Status.WARNED).contains(result.status()))
                amiss.put(result.id(), result.status());
        return amiss;
    }

    /** Checks by ID, {@code !} in front of one that failed and {@code ?} of one that warned. */
    static Map<String, Status> amiss(String ids) {
        Map<String, Status> all = new TreeMap<>();
        for (String id : ids.isEmpty() ? new String[0] : ids.split(" "))
            all.put(id.substring(1), id.charAt(0) == '!' ? Status.FAILED : Status.WARNED);
        return all;
    }

    Set<String> skipped() {
        Set<String> skipped = new java.util.TreeSet<>();
        for (CheckResult result : run()) if (result.status() == Status.SKIPPED) skipped.add(result.id());
        return skipped;
    }

    void trust(String... statements) {
        iam.updateAssumeRolePolicy(b -> b.roleName(ROLE).policyDocument(document(statements)));
    }

    /** In place of what Spotdock gave it. */
    void rights(String... statements) {
        iam.putRolePolicy(
                b -> b.roleName(ROLE).policyName("thoughtspot-s3-upload").policyDocument(document(statements)));
    }

    String managed(String name, String... statements) {
        return iam.createPolicy(b -> b.policyName(name).policyDocument(document(statements)))
                .policy()
                .arn();
    }

    void attach(String arn) {
        iam.attachRolePolicy(b -> b.roleName(ROLE).policyArn(arn));
    }

    void bound(String arn) {
        iam.putRolePermissionsBoundary(b -> b.roleName(ROLE).permissionsBoundary(arn));
    }

    void bucketPolicy(String... statements) {
        s3.putBucketPolicy(b -> b.bucket(BUCKET).policy(document(statements)));
    }

    String key(String... statements) {
        return world.sandbox
                .aws()
                .addKmsKey(new AccountId(ACCOUNT), world.sandbox.access().region(), document(statements));
    }

    void encryptWith(String key) {
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(
                        d -> d.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(key))
                .build();
        s3.putBucketEncryption(b -> b.bucket(BUCKET).serverSideEncryptionConfiguration(c -> c.rules(rule)));
    }

    static String document(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    /** A statement; single quotes stand for double ones. */
    static String statement(String json) {
        return "{" + json.replace('\'', '"') + "}";
    }

    static String allow(String action, String resource) {
        return statement("'Effect':'Allow','Action':" + list(action) + ",'Resource':'" + resource + "'");
    }

    static String deny(String action, String resource) {
        return statement("'Effect':'Deny','Action':" + list(action) + ",'Resource':'" + resource + "'");
    }

    private static String list(String actions) {
        return "['" + String.join("','", actions.split(" ")) + "']";
    }

    @Override
    public void close() {
        iam.close();
        s3.close();
        kms.close();
        world.close();
    }
}
