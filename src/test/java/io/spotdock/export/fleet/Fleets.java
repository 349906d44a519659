package io.spotdock.export.fleet;

import io.spotdock.domain.Hosting;
import io.spotdock.export.ExportFile;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.Manifest;
import io.spotdock.settings.fleet.ManifestChecked;
import io.spotdock.settings.fleet.ManifestFile;
import io.spotdock.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fleets to export. */
final class Fleets {
    /** One of each shape, and more of some in one account and region. */
    static final String MIXED = """
            spotdock-fleet: 1
            defaults:
              thoughtspot: {hosting: aws, account-id: "123456789012", service-account-id: "115663769112811637952"}
              aws: {account-id: "111122223333", region: us-east-1}
              bucket: {name: "acme-{name}"}
              role: {name: "ts-{name}", external-id: "ts-{name}"}
            integrations:
              - {name: a, thoughtspot: {org: a}}
              - {name: b, thoughtspot: {org: b}}
              - {name: c, thoughtspot: {org: c}, aws: {account-id: "444455556666", region: eu-central-1}}
              - {name: d, thoughtspot: {org: d}, bucket: {tls-only: false}}
              - {name: e, thoughtspot: {org: e}, bucket: {create: false}}
              - name: f
                thoughtspot: {org: f}
                bucket: {kms-key: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}
              - {name: g, thoughtspot: {org: g, hosting: gcp}}
              - {name: h, thoughtspot: {org: h, hosting: gcp}, role: {google-provider: built-in}}
              - {name: i, thoughtspot: {org: i, hosting: gcp}, aws: {account-id: "777788889999", region: us-gov-west-1}}
              - {name: theirs, thoughtspot: {org: t}, role: {arn: "arn:aws:iam::111122223333:role/theirs"}}
            """;

    private final Path folder;

    Fleets(Path folder) {
        this.folder = folder;
    }

    Manifest read(String text) throws IOException {
        ManifestChecked checked = ManifestFile.read(Files.writeString(folder.resolve("acme.yaml"), text));
        return checked.good().orElseThrow(() -> new AssertionError(checked.problems()));
    }

    FleetExport export(String text) throws IOException {
        return new FleetExport(read(text), Fleets::hosting, new Texts(Locale.ENGLISH)::get);
    }

    Map<String, String> files(String text, FleetFormat... formats) throws IOException {
        return export(text).files(Set.of(formats)).stream()
                .collect(Collectors.toMap(ExportFile::path, ExportFile::content));
    }

    String file(String text, FleetFormat format, String path) throws IOException {
        return Optional.ofNullable(files(text, format).get(path)).orElseThrow(() -> new AssertionError("no " + path));
    }

    static Hosting hosting(FleetEntry entry) {
        Settings settings = entry.settings();
        return settings.thoughtSpot()
                .accountId()
                .<Hosting>map(account ->
                        new Hosting.OnAws(account, settings.role().externalId().orElseThrow()))
                .orElseGet(() -> new Hosting.OnGcp(
                        settings.thoughtSpot().serviceAccountId().orElseThrow(),
                        settings.role().provider()));
    }
}
