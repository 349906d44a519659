package io.spotdock.cli;

import io.spotdock.service.OrgWebhook.Wish;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The Org's webhook as it stands; its subcommands do the work. */
@Command(
        name = "webhook",
        description = "Shows the Org's webhook, switches its deliveries on or off, or deletes it. apply makes it.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock webhook show -s spotdock.yaml",
            "  spotdock webhook disable -s spotdock.yaml",
            "  spotdock webhook delete -s spotdock.yaml"
        })
final class WebhookCommand {
    static CommandLine withVerbs(Frame frame) {
        CommandLine webhook = new CommandLine(new WebhookCommand());
        webhook.addSubcommand(new WebhookShowCommand(frame));
        webhook.addSubcommand(new Enable(frame));
        webhook.addSubcommand(new Disable(frame));
        webhook.addSubcommand(new Delete(frame));
        return webhook;
    }

    @Command(
            name = "enable",
            description = "Has ThoughtSpot deliver to the webhook again.",
            footerHeading = "%nExamples:%n",
            footer = {"  spotdock webhook enable -s spotdock.yaml"})
    static final class Enable extends WebhookChangeCommand {
        Enable(Frame frame) {
            super(frame, Wish.ENABLE);
        }
    }

    @Command(
            name = "disable",
            description = "Keeps the webhook, and has ThoughtSpot deliver nothing to it.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  spotdock webhook disable -s spotdock.yaml",
                "  spotdock webhook disable -s spotdock.yaml --yes --no-input"
            })
    static final class Disable extends WebhookChangeCommand {
        Disable(Frame frame) {
            super(frame, Wish.DISABLE);
        }
    }

    @Command(
            name = "delete",
            description = {
                "Deletes the webhook, and puts the Org's channels back where Spotdock had changed them.",
                "Files in the bucket stay. Says first what can't be brought back."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  spotdock webhook delete -s spotdock.yaml",
                "  spotdock webhook delete -s spotdock.yaml --overwrite webhook"
            })
    static final class Delete extends WebhookChangeCommand {
        Delete(Frame frame) {
            super(frame, Wish.DELETE);
        }
    }
}
