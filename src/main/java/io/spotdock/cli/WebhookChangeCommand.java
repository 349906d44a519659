package io.spotdock.cli;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Plan;
import io.spotdock.port.WebhookService;
import io.spotdock.service.Applied;
import io.spotdock.service.OrgWebhook;
import io.spotdock.service.OrgWebhook.Standing;
import io.spotdock.service.OrgWebhook.Wish;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One change of the webhook: planned, shown, asked for, carried out and written down. */
abstract class WebhookChangeCommand extends Verb {
    private final Wish wish;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = {"-y", "--yes"},
            description = "Do it without asking. A webhook that Spotdock did not make still needs --overwrite.")
    private boolean yes;

    @Option(
            names = "--overwrite",
            paramLabel = "RESOURCE",
            split = ",",
            converter = Decisions.Kind.class,
            description = "webhook: do it although Spotdock did not make the webhook that the plan names.")
    private List<ResourceKind> overwrite = List.of();

    WebhookChangeCommand(Frame frame, Wish wish) {
        super(frame);
        this.wish = wish;
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        Texts texts = frame().context().texts();
        WebhookService service = connection.thoughtSpot(frame(), settings);
        try (Journal journal = frame().context().rooms().journals().write(settings)) {
            OrgWebhook webhook = new OrgWebhook(
                    settings,
                    service,
                    journal,
                    Connection.waiter(frame()),
                    frame().context().clock());
            boolean anyway = overwrite.contains(ResourceKind.WEBHOOK);
            Plan plan = webhook.plan(wish, anyway);
            output.plan(plan);
            if (!plan.conflicts().isEmpty()) {
                output.say(texts.get("cli.webhook.not-ours"));
                return ExitCode.UNDECIDED;
            }
            Standing standing = webhook.look();
            String name = standing.webhook().map(one -> one.id().name()).orElse("");
            if (plan.isEmpty()) {
                if (name.isEmpty()) output.say(texts.get("cli.webhook.none", standing.org()));
                return ExitCode.OK;
            }
            if (!yes && !Consenting.given(frame(), texts.get(question(name), name, standing.org())))
                return ExitCode.UNDECIDED;
            Applied applied = webhook.apply(plan, wish, anyway, output);
            return Ending.of(applied).tell(output, texts, told(standing.ours()));
        }
    }

    private String question(String name) {
        return switch (wish) {
            case ENABLE -> "cli.webhook.ask-enable";
            case DISABLE -> "cli.webhook.ask-disable";
            case DELETE -> name.isEmpty() ? "cli.webhook.ask-channels" : "cli.webhook.ask-delete";
        };
    }

    private String told(boolean ours) {
        return switch (wish) {
            case ENABLE, DISABLE -> "cli.webhook.switched";
            case DELETE -> ours ? "cli.webhook.deleted" : "cli.webhook.deleted-theirs";
        };
    }
}
