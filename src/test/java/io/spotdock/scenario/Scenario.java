package io.spotdock.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journey as data.
 *
 * @param hosting where the sandbox's ThoughtSpot runs: {@code aws} or {@code gcp}
 * @param faults of the sandbox, by name
 * @param given what stands in the sandbox beforehand
 * @param steps what a person does, in order
 * @param expect what comes of it
 */
record Scenario(
        String name, String hosting, Map<String, String> faults, List<Given> given, List<Act> steps, Expect expect) {
    Scenario {
        faults = faults == null ? Map.of() : Map.copyOf(faults);
        given = given == null ? List.of() : List.copyOf(given);
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * One thing that stands beforehand; one of its members is there.
     *
     * @param role a role with this name that trusts {@code trusts}: {@code thoughtspot}, {@code other-case} or {@code ec2}
     * @param operator {@code no-iam}: the person may do everything in S3, and nothing in IAM
     */
    record Given(
            @Nullable String bucket,
            @Nullable String region,
            @Nullable String role,
            @Nullable String trusts,
            @Nullable String webhook,
            @Nullable String operator) {}

    /** One thing a person does; one of its members is there. */
    record Act(
            @Nullable Connect connect,
            @Nullable String choose,
            @Nullable Account account,
            @Nullable Bucket bucket,
            @Nullable Access access,
            @JsonProperty("role-arn") @Nullable String roleArn,
            @JsonProperty("cloud-team") @Nullable String cloudTeam,
            @Nullable Apply apply,
            @Nullable Webhook webhook,
            @Nullable Test test) {}

    /** Signs in to ThoughtSpot with a token that is {@code good} or {@code bad}. */
    record Connect(String token) {}

    /** Signs in to AWS by default. */
    record Account(@Nullable String profile) {}

    /** Enters a new bucket, or picks one that is there. */
    record Bucket(
            @JsonProperty("new") @Nullable String created,
            @Nullable String existing,
            @Nullable String region,
            @Nullable String prefix) {}

    /** Enters what the role is to be; what is left out is left as it is. */
    record Access(
            @Nullable String role,
            @JsonProperty("external-id") @Nullable String externalId,
            @JsonProperty("thoughtspot-account") @Nullable String account,
            @JsonProperty("service-account") @Nullable String serviceAccount) {}

    /**
     * Reviews and applies.
     *
     * @param overwrite the kinds of resource whose conflict is decided: change it anyway
     * @param cancelAfter cancels while the change after this many is under way, then resumes
     */
    record Apply(
            @Nullable List<String> overwrite,
            @JsonProperty("cancel-after") @Nullable Integer cancelAfter) {
        List<String> overwritten() {
            return overwrite == null ? List.of() : overwrite;
        }
    }

    /**
     * Creates or updates the webhook.
     *
     * @param anyway the Org's webhook of another name is taken over
     */
    record Webhook(
            @Nullable String name,
            @Nullable String url,
            @Nullable String bearer,
            @Nullable Boolean anyway) {
        boolean takenOver() {
            return Boolean.TRUE.equals(anyway);
        }
    }

    /** Runs the live test. */
    record Test() {}

    /** What comes of it, in the words of {@link Trace}. */
    record Expect(List<List<String>> plans, List<String> events, List<String> outcomes) {
        Expect {
            plans = Objects.requireNonNullElse(plans, List.of());
            events = Objects.requireNonNullElse(events, List.of());
            outcomes = Objects.requireNonNullElse(outcomes, List.of());
        }
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text);
    }

    static Stream<Scenario> all() {
        Path folder = Path.of("src/test/resources/io/spotdock/scenario");
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .sorted()
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .map(Scenario::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(Path file) {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return yaml.readValue(file.toFile(), Scenario.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
