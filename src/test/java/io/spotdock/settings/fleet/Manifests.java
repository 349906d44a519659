package io.spotdock.settings.fleet;

import io.spotdock.settings.Problem;
import io.spotdock.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Manifests for tests, and their problems as a person reads them. */
final class Manifests {
    /** Of two Orgs, in an account each. */
    static final String YAML = """
            spotdock-fleet: 1
            name: acme
            sign-in:
              role: OrganizationAccountAccessRole
              thoughtspot:
                acme.thoughtspot.cloud: {user: admin, secret-key: env:TS_KEY}
            defaults:
              thoughtspot: {hosting: aws, host: acme.thoughtspot.cloud, account-id: "123456789012"}
              aws: {region: us-east-1}
              bucket: {name: "acme-thoughtspot-{account-id}", prefix: "{name}/"}
              role: {name: "thoughtspot-{name}"}
              webhook: {name: Webhook_S3, url: https://api.example.com/hook}
            integrations:
              - name: sales-emea
                thoughtspot: {org: Sales EMEA}
                aws: {account-id: "111122223333"}
              - name: sales-apac
                thoughtspot: {org: Sales APAC}
                aws: {account-id: "444455556666", region: ap-southeast-2}
            """;

    /** The same defaults, and nothing else. */
    static final String DEFAULTS = YAML.substring(YAML.indexOf("defaults:"), YAML.indexOf("integrations:"));

    private final Path folder;

    Manifests(Path folder) {
        this.folder = folder;
    }

    ManifestChecked read(String name, String text) throws IOException {
        return ManifestFile.read(Files.writeString(folder.resolve(name), text));
    }

    ManifestChecked yaml(String text) throws IOException {
        return read("fleet.yaml", text);
    }

    /** With the usual head and defaults. */
    ManifestChecked integrations(String text) throws IOException {
        return yaml("spotdock-fleet: 1\n" + DEFAULTS + "integrations:\n" + text);
    }

    /** One line each: {@code line:column path: sentence}. */
    static List<String> told(ManifestChecked checked) {
        Texts texts = new Texts(Locale.ENGLISH);
        return checked.problems().stream().map(problem -> line(problem, texts)).toList();
    }

    private static String line(Problem problem, Texts texts) {
        String place =
                problem.at().map(at -> at.line() + ":" + at.column() + " ").orElse("");
        String file = problem.file().map(name -> name + ":").orElse("");
        return file + place + (problem.path().isEmpty() ? "" : problem.path() + ": ") + texts.of(problem.fault());
    }
}
