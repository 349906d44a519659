package io.spotdock.export;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import java.util.ArrayList;
import java.util.List;

/** The policy documents by themselves. */
final class PolicyFiles {
    private PolicyFiles() {}

    static List<ExportFile> of(Blueprint blueprint) {
        List<ExportFile> files = new ArrayList<>();
        files.add(file("trust-policy.json", blueprint.trust()));
        files.add(file("permissions-policy.json", blueprint.permissions()));
        blueprint.bucketPolicy().ifPresent(policy -> files.add(file("bucket-policy.json", policy)));
        return files;
    }

    private static ExportFile file(String name, PolicyDocument document) {
        return ExportFile.of("policies/" + name, PolicyJson.print(document));
    }
}
