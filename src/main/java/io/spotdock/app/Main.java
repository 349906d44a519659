package io.spotdock.app;

import io.spotdock.aws.AwsConnector;
import io.spotdock.aws.AwsProfiles;
import io.spotdock.aws.AwsSsoSignIn;
import io.spotdock.cli.Cli;
import io.spotdock.cli.CliContext;
import io.spotdock.cli.OwnFiles;
import io.spotdock.cli.Terminal;
import io.spotdock.cli.fleet.FleetFamily;
import io.spotdock.gui.WizardWindow;
import io.spotdock.journal.DataDirectory;
import io.spotdock.keychain.SystemKeychain;
import io.spotdock.log.LogBook;
import io.spotdock.log.LogLevel;
import io.spotdock.log.ProcessLog;
import io.spotdock.network.JavaNetworking;
import io.spotdock.service.KeptSignIns;
import io.spotdock.service.Rooms;
import io.spotdock.service.Sleeper;
import io.spotdock.text.Texts;
import io.spotdock.thoughtspot.ReceiverProbe;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import io.spotdock.thoughtspot.WebhookRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where Spotdock starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        JavaNetworking.prepare(System.getProperties());
        Streams streams = Streams.ofProcess();
        Optional<ConsoleTerminal> terminal = ConsoleTerminal.ifThere();
        Map<String, String> environment = System.getenv();
        DataDirectory directory = directory(environment);
        LogBook log = ProcessLog.open(directory.logs(), level(environment));
        InstantSource clock = InstantSource.system();
        Records records = records(environment, clock);
        Rooms rooms = rooms(environment, records, clock);
        WizardWindow window = new WizardWindow(rooms, environment, directory, new Texts(Locale.getDefault()), clock);
        if (opensWindow(args)) window.prepare();
        CliContext context = new CliContext(
                environment,
                streams.out(),
                streams.err(),
                terminal.map(Terminal.class::cast),
                Path.of(""),
                clock,
                new Texts(Locale.getDefault()),
                rooms,
                new OwnFiles(directory, log),
                window::show);
        new Interruptible(() -> Cli.run(context, List.of(new FleetFamily(records)), args)).runAndExit();
    }

    /** Whether these can only be about the window: all else that they may mean needs none. */
    private static boolean opensWindow(String[] args) {
        return args.length == 0 || args.length == 1 && args[0].equals("wizard");
    }

    /** What no option says better; who writes nonsense there still gets the usual log. */
    private static LogLevel level(Map<String, String> environment) {
        return LogLevel.of(environment.getOrDefault("SPOTDOCK_LOG", "")).orElse(LogLevel.INFO);
    }

    static DataDirectory directory(Map<String, String> environment) {
        return DataDirectory.of(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Records records(Map<String, String> environment, InstantSource clock) {
        return new Records(directory(environment), environment, clock);
    }

    static Rooms rooms(Map<String, String> environment, Records records, InstantSource clock) {
        Path home = home(environment);
        return new Rooms(
                records,
                records,
                variables -> new AwsConnector(variables, home, clock),
                variables -> new AwsProfiles(variables, home, clock),
                variables -> new AwsSsoSignIn(variables, home, clock, Sleeper.REAL::sleep),
                variables -> new ThoughtSpotConnector(variables, clock, Sleeper.REAL::sleep),
                variables -> new ReceiverProbe(variables, clock),
                new KeptSignIns(new SystemKeychain(System.getProperty("os.name"), environment), directory(environment)),
                new Updates(),
                WebhookRequest::document,
                Sleeper.REAL);
    }

    /** Where the AWS CLI finds {@code .aws}: Java's own answer is the account's folder, whatever {@code HOME} says. */
    private static Path home(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String home = windows ? "" : environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }
}
