package io.spotdock.cli;

import io.spotdock.check.Delivery;
import io.spotdock.check.RecentDeliveries;
import io.spotdock.journal.Journal;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.service.DeliveryLog;
import io.spotdock.service.DeliveryLog.Followed;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was delivered lately, and whether its files are there. */
@Command(
        name = "deliveries",
        description = {
            "Lists what ThoughtSpot delivered in the last days: when, which schedule, whether its file is in the bucket, and",
            "why not. Ends with 1 when a scheduled delivery failed, or the newest validation. Changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock deliveries -s spotdock.yaml",
            "  spotdock deliveries -s spotdock.yaml --since 12h",
            "  spotdock deliveries -s spotdock.yaml --follow --for 2h",
            "  spotdock deliveries -s spotdock.yaml --json | tail -n 1 | jq '.deliveries[] | select(.status == \"failed\")'"
        })
final class DeliveriesCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "3d",
            description = "How far back, such as 45m, 12h or 3d; ThoughtSpot keeps 3 days (default: ${DEFAULT-VALUE}).")
    private String since = "3d";

    @Option(
            names = "--follow",
            description = {
                "Goes on until no delivery is open any more, and tells each as it comes; where none is open, until the next",
                "has come and ended."
            })
    private boolean follow;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "1h",
            description =
                    "With --follow: how long at most; ThoughtSpot may try again for hours (default: ${DEFAULT-VALUE}).")
    private String atMost = "1h";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DeliveriesCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Duration back = time("--since", since, DeliveryHistory.KEPT);
        Duration longest = time("--for", atMost, Duration.ofDays(3));
        Settings settings = connection.settings(frame());
        try (Journal journal = frame().context().rooms().journals().read(settings)) {
            var integration = connection.open(frame(), settings, journal, Connection.ThoughtSpot.NEEDED);
            integration.session().notes().forEach(output::note);
            DeliveryLog log = integration.deliveries();
            if (!follow) return ended(log.last(back, output), 0, output);
            Followed followed = log.follow(back, longest, output);
            return ended(followed.all(), followed.open(), output);
        }
    }

    private ExitCode ended(List<Delivery> all, long open, Output output) {
        DeliveryForms forms = new DeliveryForms(texts(), new Style(false));
        output.member("deliveries", all.stream().map(forms::json).toList());
        long failed = RecentDeliveries.failed(all).size();
        long scheduled =
                all.stream().filter(delivery -> !delivery.isValidation()).count();
        if (scheduled == 0) output.say(texts().get("cli.deliveries.none"));
        else output.say(texts().get("cli.deliveries.tally", scheduled, failed));
        if (open > 0) output.say(texts().get("cli.deliveries.open", open, atMost));
        if (failed > 0) return ExitCode.CHECK_FAILED;
        return open > 0 ? ExitCode.UNREACHABLE : ExitCode.OK;
    }

    private Texts texts() {
        return frame().context().texts();
    }

    private Duration time(String option, String text, Duration most) {
        if (text.matches("[1-9][0-9]{0,4}[smhd]")) {
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            Duration time = switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(number);
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
            if (time.compareTo(most) <= 0) return time;
        }
        throw new ParameterException(spec.commandLine(), texts().get("cli.deliveries.time", option));
    }
}
