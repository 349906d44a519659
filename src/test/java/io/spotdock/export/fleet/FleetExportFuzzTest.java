package io.spotdock.export.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.export.HclTexts;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.HostileText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever legal values the integrations of a fleet have: the files of all of them read back to those values. */
@FuzzTest
class FleetExportFuzzTest {
    private static final String NAME = "abzABZ019._-";
    private static final String IDENTIFIER = "abzABZ019+=,.@_-";

    @TempDir
    private Path folder;

    /** One integration; what StackSets call its parameters are its keys. */
    private static Map<String, String> values(Random random, int number) {
        String prefix = HostileText.any(random, 30).replaceAll("[*?$]", "-").replaceFirst("^/+", "");
        return Map.of(
                "ExternalId", "ts" + HostileText.of(random, IDENTIFIER + ":/", 20),
                "RoleName", "r" + number + HostileText.of(random, IDENTIFIER, 20),
                // What it makes of the last sign is its own affair.
                "PathPrefix", prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                "BucketName", "acme-" + number);
    }

    private static String manifest(List<Map<String, String>> fleet, Random random) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode().put("spotdock-fleet", 1);
        ArrayNode integrations = manifest.putArray("integrations");
        for (Map<String, String> values : fleet) {
            ObjectNode entry =
                    integrations.addObject().put("name", "n" + integrations.size() + HostileText.of(random, NAME, 20));
            entry.putObject("thoughtspot")
                    .put("hosting", "aws")
                    .put("account-id", "123456789012")
                    .put("org", "o" + HostileText.any(random, 20) + "o");
            entry.putObject("aws").put("account-id", "111122223333").put("region", "us-east-1");
            entry.putObject("bucket").put("name", values.get("BucketName")).put("prefix", values.get("PathPrefix"));
            entry.putObject("role").put("name", values.get("RoleName")).put("external-id", values.get("ExternalId"));
        }
        return manifest.toString();
    }

    @Test
    void documentsReadBackToTheirValues(Fuzz fuzz) {
        Fleets fleets = new Fleets(folder);
        fuzz.run("exports of fleets", 200, random -> {
            List<Map<String, String>> fleet =
                    Stream.of(1, 2).map(number -> values(random, number)).toList();
            Map<String, String> files = fleets.files(manifest(fleet, random), FleetFormat.values());

            assertThat(stacks(files)).containsExactlyInAnyOrderElementsOf(fleet);
            assertThat(modules(files)).containsExactlyInAnyOrderElementsOf(fleet);
            assertThat(files.keySet()).allMatch(path -> path.matches("[A-Za-z0-9_./-]+") && !path.contains(".."));
        });
    }

    private static List<Map<String, String>> stacks(Map<String, String> files) throws Exception {
        List<Map<String, String>> stacks = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet())
            if (file.getKey().contains("/instances-")) {
                JsonNode input = new JsonMapper().readTree(file.getValue());
                stacks.add(input.get("ParameterOverrides")
                        .valueStream()
                        .filter(one -> List.of("ExternalId", "RoleName", "PathPrefix", "BucketName")
                                .contains(one.get("ParameterKey").textValue()))
                        .collect(Collectors.toMap(
                                one -> one.get("ParameterKey").textValue(),
                                one -> one.get("ParameterValue").textValue())));
            }
        return stacks;
    }

    private static List<Map<String, String>> modules(Map<String, String> files) {
        String main = files.getOrDefault("terraform/main.tf", "");
        List<String> roles = HclTexts.all(main, "role_name");
        List<Map<String, String>> modules = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++)
            modules.add(Map.of(
                    "RoleName", roles.get(i),
                    "ExternalId", HclTexts.all(main, "external_id").get(i),
                    "PathPrefix", HclTexts.all(main, "path_prefix").get(i),
                    "BucketName", HclTexts.all(main, "bucket_name").get(i)));
        return modules;
    }
}
