package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Scope;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.service.Integration;
import io.spotdock.service.Rooms;
import io.spotdock.service.SecretFinder;
import io.spotdock.service.Sessions;
import io.spotdock.service.SignedIn;
import io.spotdock.service.Undoer;
import io.spotdock.service.Waiter;
import io.spotdock.settings.Settings;
import io.spotdock.settings.Settings.HostingChoice;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Mixin;

/** Signs a command in to AWS and ThoughtSpot, as its options and the environment say. */
final class Connection {
    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    /** Whether ThoughtSpot must be there. */
    enum ThoughtSpot {
        /** Connects when it can, and says so when it can't. */
        IF_GIVEN,
        /** Asks for a sign-in, and fails without one, where the settings name a webhook. */
        NEEDED
    }

    Settings settings(Frame frame) {
        return settingsOption.load(frame.context());
    }

    Integration open(Frame frame, Settings settings, Journal journal, ThoughtSpot need) {
        Optional<WebhookService> thoughtSpot = thoughtSpot(frame, settings, need);
        Sessions sessions = sessions(frame, settings);
        return new Integration(
                new SsoPrompt(frame).around(aws(settings), how -> sessions.open(how, settings, thoughtSpot)),
                journal,
                frame.context().rooms().receivers().apply(frame.context().environment()),
                waiter(frame),
                frame.context().clock());
    }

    /** ThoughtSpot alone, for commands that have nothing to do with AWS. */
    WebhookService thoughtSpot(Frame frame, Settings settings) {
        return thoughtSpot(frame, settings, ThoughtSpot.NEEDED).orElseThrow();
    }

    SignedIn signIn(Frame frame, Settings settings, ThoughtSpot need) {
        Optional<WebhookService> thoughtSpot = thoughtSpot(frame, settings, need);
        Sessions sessions = sessions(frame, settings);
        return new SsoPrompt(frame).around(aws(settings), how -> sessions.signIn(how, settings, thoughtSpot));
    }

    private static CloudConnector.SignIn aws(Settings settings) {
        return CloudConnector.SignIn.of(settings.aws().profile());
    }

    /** Finds every secret the webhook needs, so that a missing one is said before anything is changed. */
    void findSecrets(Frame frame, Settings settings) {
        SecretFinder finder = secrets(frame);
        settings.webhook().stream()
                .flatMap(webhook -> webhook.secrets().stream())
                .forEach(reference -> finder.apply(reference).close());
    }

    private SecretFinder secrets(Frame frame) {
        CliContext context = frame.context();
        return new SecretFinder(context.environment(), settingsOption.folder(context), frame.output()::note);
    }

    static Undoer undoer(Frame frame) {
        return new Undoer(waiter(frame), frame.context().clock());
    }

    /** Whether a command on this side of the integration has anything to do with ThoughtSpot. */
    static ThoughtSpot need(Settings settings, Scope scope) {
        return scope != Scope.AWS && settings.webhook().isPresent() ? ThoughtSpot.NEEDED : ThoughtSpot.IF_GIVEN;
    }

    private static Sessions sessions(Frame frame, Settings settings) {
        Rooms rooms = frame.context().rooms();
        return new Sessions(
                rooms.clouds().apply(frame.context().environment()),
                () -> rooms.externalIds().of(settings));
    }

    static Waiter waiter(Frame frame) {
        return new Waiter(frame.context().clock(), frame.context().rooms().sleeper(), RandomGenerator.getDefault());
    }

    private Optional<WebhookService> thoughtSpot(Frame frame, Settings settings, ThoughtSpot need) {
        boolean needed = need == ThoughtSpot.NEEDED || settings.thoughtSpot().hosting() == HostingChoice.DETECT;
        Optional<ThoughtSpotHost> host = settings.thoughtSpot().host();
        if (host.isEmpty()) {
            if (needed)
                throw new FailureException(new Failure.Invalid("thoughtspot.host", Fault.of("fault.host.webhook"), ""));
            return Optional.empty();
        }
        Optional<SignIn> given = needed ? Optional.of(signIn.needed(frame)) : signIn.given(frame);
        if (given.isEmpty() && settings.webhook().isPresent())
            frame.output().note(Fault.of("note.thoughtspot-not-connected"));
        CliContext context = frame.context();
        SecretFinder secrets =
                new SecretFinder(context.environment(), settingsOption.folder(context), frame.output()::note);
        given.ifPresent(how -> frame.owning(how.secret()));
        return given.map(how -> frame.owning(context.rooms()
                .webhooks()
                .apply(context.environment())
                .connect(host.get(), how, settings.thoughtSpot().org(), secrets)));
    }
}
