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

    @Mixin
    private KeychainOption keychain = new KeychainOption();

    /** A sign-in to ThoughtSpot, and the connection it makes; both are ended with the command. */
    record Entrance(ThoughtSpotHost host, SignIn signIn, WebhookService service) {}

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

    /** The same, with the sign-in. */
    Entrance entrance(Frame frame, Settings settings) {
        ThoughtSpotHost host = host(settings);
        return enter(frame, settings, host, keychain.needed(frame, host, signIn));
    }

    /** Who is named on the command line. */
    Optional<String> user() {
        return signIn.user();
    }

    /** @throws FailureException Invalid when the settings name no cluster */
    static ThoughtSpotHost host(Settings settings) {
        return settings.thoughtSpot()
                .host()
                .orElseThrow(() -> new FailureException(
                        new Failure.Invalid("thoughtspot.host", Fault.of("fault.host.webhook"), "")));
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
                frame.renewals().over(rooms.clouds().apply(frame.context().environment())),
                () -> rooms.externalIds().of(settings));
    }

    static Waiter waiter(Frame frame) {
        return new Waiter(frame.context().clock(), frame.context().rooms().sleeper(), RandomGenerator.getDefault());
    }

    private Optional<WebhookService> thoughtSpot(Frame frame, Settings settings, ThoughtSpot need) {
        boolean needed = need == ThoughtSpot.NEEDED || settings.thoughtSpot().hosting() == HostingChoice.DETECT;
        if (needed) return Optional.of(entrance(frame, settings).service());
        Optional<ThoughtSpotHost> host = settings.thoughtSpot().host();
        if (host.isEmpty()) return Optional.empty();
        Optional<SignIn> given = keychain.given(frame, host.get(), signIn);
        if (given.isEmpty() && settings.webhook().isPresent())
            frame.output().note(Fault.of("note.thoughtspot-not-connected"));
        return given.map(how -> enter(frame, settings, host.get(), how).service());
    }

    private Entrance enter(Frame frame, Settings settings, ThoughtSpotHost host, SignIn how) {
        CliContext context = frame.context();
        frame.owning(how.secret());
        WebhookService service = frame.owning(frame.renewals()
                .over(context.rooms().webhooks().apply(context.environment()))
                .connect(host, how, settings.thoughtSpot().org(), secrets(frame)));
        return new Entrance(host, how, service);
    }
}
