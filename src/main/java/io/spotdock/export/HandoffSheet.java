package io.spotdock.export;

import io.spotdock.domain.Telltales;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.export.Handoff.Block;
import io.spotdock.export.Handoff.Section;
import io.spotdock.settings.Settings;
import java.util.ArrayList;
import java.util.List;
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
        blueprint.key().ifPresent(key -> rows.add(verbatim("export.row.key", key)));
        settings.thoughtSpot().host().ifPresent(host -> rows.add(verbatim("export.row.thoughtspot", host)));
        settings.thoughtSpot().org().ifPresent(org -> rows.add(verbatim("export.row.org", org)));
        settings.webhook().ifPresent(wanted -> {
            rows.add(verbatim("export.row.webhook", wanted.name()));
            rows.add(verbatim(
                    "export.row.webhook-url",
                    Telltales.hideInAddress(wanted.url().toString())));
        });
        return List.copyOf(rows);
    }

    /**
     * The whole sheet.
     *
     * @param company the formats whose files lie beside it
     */
    Handoff with(Set<Format> company) {
        List<Section> sections = new ArrayList<>(new HandoffWays(blueprint, words).sections(company));
        if (blueprint.settings().webhook().isPresent()) sections.add(registration());
        return new Handoff(
                words.get("export.language"),
                words.get("export.sheet.title", blueprint.settings().bucket().name()),
                words.get("export.sheet.opening"),
                rows(),
                words.get("export.sheet.assurance"),
                sections);
    }

    private Section registration() {
        List<HandoffRow> rows = new ArrayList<>();
        for (String placeholder : webhook.placeholders())
            rows.add(new HandoffRow(words.get("export.row.placeholder", WebhookFile.NAME), placeholder, true));
        return new Section(
                words.get("export.sheet.register"),
                words.get("export.sheet.register.how", WebhookFile.NAME, "THOUGHTSPOT_TOKEN"),
                rows,
                List.of(new Block("json", webhook.request().orElseThrow().strip()), curl()));
    }

    /**
     * The token comes from the environment, for what is typed stays in the shell's history; and it reaches curl by a pipe,
     * for everyone on a computer sees the arguments of a program. The shell itself does what printf says.
     */
    private Block curl() {
        String origin = blueprint
                .settings()
                .thoughtSpot()
                .host()
                .map(ThoughtSpotHost::toString)
                .orElse("https://my-company.thoughtspot.cloud");
        return Block.shell(
                "printf 'Authorization: Bearer %s\\n' \"$THOUGHTSPOT_TOKEN\" |",
                "  curl -fsS " + Shell.quoted(origin + "/api/rest/2.0/webhooks/create") + " \\",
                "    -H @- -H 'Content-Type: application/json' --data-binary @" + WebhookFile.NAME);
    }

    private HandoffRow verbatim(String key, Object value) {
        return new HandoffRow(words.get(key), value.toString(), true);
    }
}
