package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Hosting;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.export.Format;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Change;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Wanted;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever form a cloud team uses, what then stands is what {@code apply} makes. */
class ExportEquivalenceTest {
    private static final String EVERYTHING_ODD = "it's \"here\" `id` \\ Größe #{x}; & <b> %{y}/";

    /** One integration. */
    record Shape(String hosting, String region, String prefix, boolean kms, String bucket) {
        /** All but for prefixes, which meet each region with each kind of bucket, and each with and without a key. */
        static List<Shape> all() {
            List<Shape> shapes = new ArrayList<>();
            List<String> prefixes = List.of("thoughtspot/", "", EVERYTHING_ODD);
            List<String> buckets = List.of("made", "made, also without TLS", "there");
            for (String place : List.of(
                    "aws us-east-1",
                    "aws eu-central-1",
                    "gcp us-east-1",
                    "gcp us-gov-west-1",
                    "gcp cn-north-1",
                    "gcp-built-in eu-central-1",
                    "gcp-built-in us-gov-west-1",
                    "gcp-built-in cn-north-1"))
                for (boolean kms : new boolean[] {true, false})
                    for (String bucket : buckets) {
                        int turn = shapes.size() / 3 + buckets.indexOf(bucket);
                        shapes.add(new Shape(
                                place.split(" ")[0], place.split(" ")[1], prefixes.get(turn % 3), kms, bucket));
                    }
            return shapes;
        }

        World world() {
            SandboxOptions usual = hosting.startsWith("gcp") ? SandboxOptions.gcp() : SandboxOptions.aws();
            World world = new World(usual.withRegion(new RegionName(region))).with(this::changed);
            if (bucket.equals("there")) world.cloud().buckets().create(ExportedScriptsTest.bucket(world));
            return world;
        }

        private Draft changed(Draft draft) {
            Draft changed = draft.with(Field.PREFIX, prefix)
                    .with(Field.CREATE, String.valueOf(!bucket.equals("there")))
                    .with(Field.TLS_ONLY, String.valueOf(!bucket.endsWith("without TLS")));
            if (hosting.endsWith("built-in")) changed = changed.with(Field.GOOGLE_PROVIDER, "built-in");
            // A snapshot takes a key that is named by a UUID for any other.
            String partition = new RegionName(region).partition().id();
            return kms
                    ? changed.with(
                            Field.KMS_KEY,
                            "arn:" + partition + ":kms:" + region
                                    + ":999888777666:key/mrk-1234abcd12ab34cd56ef1234567890ab")
                    : changed;
        }
    }

    /** What can be compared of an account. */
    private record State(Snapshot snapshot, Optional<IdentityProvider> provider) {
        static State of(World world) {
            return new State(
                    world.sandbox.snapshot(), world.integration().observe().identityProvider());
        }
    }

    static List<Shape> shapes() {
        return Shape.all();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFormMakesWhatApplyMakes(Shape shape) throws Exception {
        State applied;
        Wanted wanted;
        try (World world = shape.world()) {
            State before = State.of(world);
            world.apply(Aim.of(Scope.AWS, Set.of()));
            wanted = world.integration().session().wanted();
            applied = State.of(world);
            assertThat(applied).isNotEqualTo(before);
            assertPolicies(Exported.of(world).files(Format.POLICIES), applied.snapshot());
        }
        try (World world = shape.world()) {
            Map<String, String> outputs = Exported.of(world).cloudFormation();
            assertThat(State.of(world)).as("CloudFormation").isEqualTo(applied);
            assertThat(nothingLeftToChange(world)).isTrue();
            assertOutputs(outputs, wanted, "RoleArn", "ExternalId", "BucketName", "Region", "PathPrefix");
        }
        try (World world = shape.world()) {
            Map<String, String> outputs = Exported.of(world).terraform();
            assertThat(State.of(world)).as("Terraform").isEqualTo(applied);
            assertThat(nothingLeftToChange(world)).isTrue();
            assertOutputs(outputs, wanted, "role_arn", "external_id", "bucket_name", "region", "path_prefix");
        }
    }

    private static void assertPolicies(Map<String, String> exported, Snapshot snapshot) throws Exception {
        Snapshot.Role role = only(snapshot.roles());
        assertThat(means(exported.get("policies/trust-policy.json"), role.trust()))
                .isTrue();
        assertThat(means(exported.get("policies/permissions-policy.json"), only(role.inline())))
                .isTrue();
        Optional<String> ofBucket = only(snapshot.buckets()).policy();
        String policy = exported.get("policies/bucket-policy.json");
        assertThat(policy != null).isEqualTo(ofBucket.isPresent());
        if (policy != null) assertThat(means(policy, ofBucket.orElseThrow())).isTrue();
    }

    private static boolean means(@Nullable String one, String other) throws Exception {
        PolicyDocument document = PolicyJson.parse(String.valueOf(one));
        return document.means(PolicyJson.parse(other));
    }

    private static <T> T only(Map<String, T> map) {
        assertThat(map).hasSize(1);
        return map.values().iterator().next();
    }

    private static boolean nothingLeftToChange(World world) {
        List<Change> changes =
                world.integration().plan(Aim.of(Scope.AWS, Set.of())).changes();
        return !changes.isEmpty() && changes.stream().allMatch(Change.Keep.class::isInstance);
    }

    /** Nothing else, and nothing empty but a prefix that Terraform puts out. */
    private static void assertOutputs(Map<String, String> outputs, Wanted wanted, String... names) {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(names[0], wanted.role().arn().toString());
        if (wanted.hosting() instanceof Hosting.OnAws aws)
            expected.put(names[1], aws.externalId().value());
        expected.put(names[2], wanted.bucket().name().value());
        expected.put(names[3], wanted.bucket().region().value());
        String prefix = wanted.settings().bucket().prefix().value();
        if (!prefix.isEmpty() || names[4].equals("path_prefix")) expected.put(names[4], prefix);
        assertThat(outputs).isEqualTo(expected);
    }
}
