package io.spotdock.export;

import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.export.Handoff.Section;
import io.spotdock.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the people of both sides need to know, without secrets. */
final class HandoffSheet {
    private final Blueprint blueprint;
    private final WebhookFile webhook;
    private final Wording words;

    HandoffSheet(Blueprint blueprint, WebhookFile webhook, Wording words) {
        this.blueprint = blueprint;
        this.webhook = webhook;
        this.words = words;
    }

    List<HandoffRow> rows() {
        Settings settings = blueprint.settings();
        List<HandoffRow> rows = new ArrayList<>();
        rows.add(verbatim("export.row.role-arn", blueprint.role().arn()));
        blueprint.externalId().ifPresent(id -> rows.add(verbatim("export.row.external-id", id)));
        rows.add(verbatim("export.row.bucket", settings.bucket().name()));
        rows.add(verbatim("export.row.region", settings.aws().region()));
        rows.add(
                settings.bucket().prefix().value().isEmpty()
                        ? new HandoffRow(words.get("export.row.prefix"), words.get("export.row.prefix.none"), false)
                        : verbatim("export.row.prefix", settings.bucket().prefix()));
        settings.thoughtSpot().host().ifPresent(host -> rows.add(verbatim("export.row.thoughtspot", host)));
        settings.thoughtSpot().org().ifPresent(org -> rows.add(verbatim("export.row.org", org)));
        settings.webhook().ifPresent(wanted -> {
            rows.add(verbatim("export.row.webhook", wanted.name()));
            rows.add(verbatim("export.row.webhook-url", wanted.url()));
        });
        return List.copyOf(rows);
    }

    /**
     * The whole sheet.
     *
     * @param company the formats whose files lie beside it
     */
    Handoff with(Set<Format> company) {
        List<Section> sections = new ArrayList<>();
        files(company).ifPresent(sections::add);
        if (blueprint.settings().webhook().isPresent()) sections.add(registration());
        return new Handoff(
                words.get("export.language"),
                words.get("export.sheet.title", blueprint.settings().bucket().name()),
                words.get("export.sheet.opening"),
                rows(),
                words.get("export.sheet.assurance"),
                sections);
    }

    private Optional<Section> files(Set<Format> company) {
        List<HandoffRow> rows = new ArrayList<>();
        for (Format format : company.stream().sorted().toList()) {
            switch (format) {
                case POLICIES -> rows.add(file("policies/", "export.file.policies"));
                case CLI -> {
                    rows.add(file(CliScripts.APPLY, "export.file.apply"));
                    rows.add(file(CliScripts.UNDO, "export.file.undo"));
                }
                case CLOUDFORMATION -> rows.add(file("cloudformation.yaml", "export.file.cloudformation"));
                case TERRAFORM -> rows.add(file("terraform/", "export.file.terraform"));
                case WEBHOOK, HANDOFF -> {}
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        words.get("export.sheet.files"), words.get("export.sheet.files.how"), rows, Optional.empty()));
    }

    private Section registration() {
        List<HandoffRow> rows = new ArrayList<>();
        for (String placeholder : webhook.placeholders())
            rows.add(new HandoffRow(words.get("export.row.placeholder", WebhookFile.NAME), placeholder, true));
        return new Section(
                words.get("export.sheet.register"),
                words.get("export.sheet.register.how", WebhookFile.NAME, "THOUGHTSPOT_TOKEN"),
                rows,
                Optional.of(curl()));
    }

    /** The token comes from the environment: what is typed stays in the shell's history. */
    private String curl() {
        String origin = blueprint
                .settings()
                .thoughtSpot()
                .host()
                .map(ThoughtSpotHost::toString)
                .orElse("https://my-company.thoughtspot.cloud");
        return "curl -fsS -X POST " + Shell.quoted(origin + "/api/rest/2.0/webhooks/create") + " \\\n"
                + "  -H \"Authorization: Bearer $THOUGHTSPOT_TOKEN\" \\\n"
                + "  -H 'Content-Type: application/json' \\\n"
                + "  --data-binary @" + WebhookFile.NAME;
    }

    private HandoffRow verbatim(String key, Object value) {
        return new HandoffRow(words.get(key), value.toString(), true);
    }

    private HandoffRow file(String name, String key) {
        return new HandoffRow(name, words.get(key), false);
    }
}
