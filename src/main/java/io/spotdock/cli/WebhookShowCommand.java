package io.spotdock.cli;

import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Difference;
import io.spotdock.plan.WebhookComparison;
import io.spotdock.port.WebhookService;
import io.spotdock.service.OrgWebhook;
import io.spotdock.service.OrgWebhook.Standing;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The Org's webhook as ThoughtSpot has it. */
@Command(
        name = "show",
        description = "Shows the Org's webhook as ThoughtSpot has it, without secrets. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock webhook show -s spotdock.yaml",
            "  spotdock webhook show -s spotdock.yaml --json | tail -n 1 | jq .webhook.enabled"
        })
final class WebhookShowCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    WebhookShowCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        Texts texts = frame().context().texts();
        WebhookService service = connection.thoughtSpot(frame(), settings);
        try (Journal journal = frame().context().rooms().journals().read(settings)) {
            Standing standing = new OrgWebhook(
                            settings,
                            service,
                            journal,
                            Connection.waiter(frame()),
                            frame().context().clock())
                    .look();
            output.member("org", standing.org());
            standing.channels().ifPresent(channels -> output.member("channels", names(channels)));
            if (standing.webhook().isEmpty()) {
                output.say(texts.get("cli.webhook.none", standing.org()));
                return ExitCode.OK;
            }
            Webhook webhook = standing.webhook().get();
            output.member("webhook", form(webhook, standing.ours()));
            output.print(text(webhook, standing, texts));
            return ExitCode.OK;
        }
    }

    private static String text(Webhook webhook, Standing standing, Texts texts) {
        StringBuilder text = new StringBuilder(texts.get(
                        standing.ours() ? "cli.webhook.ours" : "cli.webhook.theirs", webhook.name(), standing.org()))
                .append('\n');
        line(
                text,
                texts.field("field.enabled"),
                texts.get(webhook.isDisabled() ? "cli.webhook.no" : "cli.webhook.yes"));
        for (Difference fact : WebhookComparison.facts(webhook))
            line(text, texts.field(fact.field()), String.join(", ", fact.found()));
        standing.channels()
                .ifPresent(channels -> line(text, texts.field("field.channels"), String.join(", ", names(channels))));
        return text.toString();
    }

    private static void line(StringBuilder text, String field, String value) {
        text.append("  ").append(field).append(": ").append(value).append('\n');
    }

    private static List<String> names(ChannelPreference channels) {
        return channels.channels().stream().map(Enum::name).sorted().toList();
    }

    private static Map<String, Object> form(Webhook webhook, boolean ours) {
        Map<String, Object> form = new LinkedHashMap<>();
        webhook.serverId().ifPresent(id -> form.put("id", id));
        form.put("name", webhook.name());
        form.put("ours", ours);
        form.put("enabled", !webhook.isDisabled());
        for (Difference fact : WebhookComparison.facts(webhook)) {
            boolean list = fact.field().equals("field.headers") || fact.field().equals("field.url-params");
            form.put(
                    fact.field().replaceFirst("^field\\.", ""),
                    list ? fact.found() : fact.found().getFirst());
        }
        return form;
    }
}
