package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.Keychain.Item;
import io.spotdock.port.WebhookService.SessionUser;
import io.spotdock.service.KeptSignIns;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The sign-in to ThoughtSpot, kept in the system's keychain on request. */
@Command(
        name = "sign-in",
        description = {
            "Signs in to ThoughtSpot, and keeps that token or password in this computer's keychain, from where --keychain takes"
                    + " it. Nothing else is kept there, and without this nothing at all.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock sign-in -s spotdock.yaml",
            "  spotdock plan -s spotdock.yaml --keychain",
            "  spotdock sign-in -s spotdock.yaml --forget"
        })
final class SignInCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--forget", description = "Instead: take out of the keychain what is kept for this cluster.")
    private boolean forget;

    SignInCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        KeptSignIns signIns = frame().context().rooms().signIns();
        return forget ? forget(signIns, settings, output) : keep(signIns, settings, output);
    }

    private ExitCode keep(KeptSignIns signIns, Settings settings, Output output) {
        // Before anybody types a token for nothing.
        signIns.hindrance().ifPresent(why -> {
            throw new FailureException(new Failure.Invalid("keychain", why, ""));
        });
        Connection.Entrance entrance = connection.entrance(frame(), settings);
        SessionUser user = entrance.service().user();
        Item item = signIns.keep(entrance.host(), entrance.signIn());
        output.member("kept", true);
        output.say(texts().get("cli.sign-in.kept", user.name(), item.host().name(), texts().of(signIns.keychain())));
        return ExitCode.OK;
    }

    private ExitCode forget(KeptSignIns signIns, Settings settings, Output output) {
        ThoughtSpotHost host = Connection.host(settings);
        Optional<String> user = connection.user();
        int forgotten = 0;
        for (Optional<Item> next = signIns.of(host, user); next.isPresent(); next = signIns.of(host, user)) {
            signIns.forget(next.get());
            forgotten++;
        }
        output.member("kept", false);
        output.say(texts().get(
                        forgotten > 0 ? "cli.sign-in.forgotten" : "cli.sign-in.nothing",
                        host.name(),
                        texts().of(signIns.keychain())));
        return ExitCode.OK;
    }

    private Texts texts() {
        return frame().context().texts();
    }
}
