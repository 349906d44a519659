package io.spotdock.service;

import io.spotdock.domain.RegionName;
import io.spotdock.engine.Account;
import io.spotdock.engine.CloudFormation;
import io.spotdock.engine.Terraform;
import io.spotdock.export.Export;
import io.spotdock.export.ExportFile;
import io.spotdock.export.Format;
import io.spotdock.export.Standing;
import io.spotdock.thoughtspot.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** An integration as it is exported, and carried out by others. */
record Exported(World world, Standing standing) {
    /** For whom nobody looked what is there. */
    static Exported of(World world) {
        return new Exported(world, Standing.NOTHING);
    }

    /** With a look at what is there. */
    static Exported besideWhatStands(World world) {
        return new Exported(world, Standing.of(world.integration().observe()));
    }

    Export export() {
        return new Export(world.integration().session().wanted(), standing, WebhookRequest::document, (key, _) -> key);
    }

    /** Contents by path. */
    Map<String, String> files(Format format) {
        return export().files(Set.of(format)).stream().collect(Collectors.toMap(ExportFile::path, ExportFile::content));
    }

    /** @return the outputs */
    Map<String, String> cloudFormation() {
        try (IamClient iam = world.iam();
                S3Client s3 = world.s3()) {
            String template = files(Format.CLOUDFORMATION).get("cloudformation.yaml");
            return new CloudFormation(String.valueOf(template), Map.of(), account(iam, s3)).deploy();
        }
    }

    /** @return the outputs */
    Map<String, String> terraform() {
        Map<String, String> files = new LinkedHashMap<>();
        files(Format.TERRAFORM).forEach((path, text) -> files.put(path.replaceFirst("^terraform/", ""), text));
        try (IamClient iam = world.iam();
                S3Client s3 = world.s3()) {
            return new Terraform(files, account(iam, s3)).apply();
        }
    }

    private Account account(IamClient iam, S3Client s3) {
        RegionName region = world.sandbox.access().region();
        return new Account(
                region.partition().id(),
                world.sandbox.access().customerAccount().value(),
                region.value(),
                iam,
                s3);
    }
}
