package io.spotdock;

import io.spotdock.aws.AwsConnector;
import io.spotdock.aws.AwsProfiles;
import io.spotdock.aws.AwsSsoSignIn;
import io.spotdock.domain.ExternalId;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.Journal;
import io.spotdock.service.ExternalIds;
import io.spotdock.service.Journals;
import io.spotdock.service.KeptSignIns;
import io.spotdock.service.Rooms;
import io.spotdock.service.Sleeper;
import io.spotdock.settings.Settings;
import io.spotdock.thoughtspot.ReceiverProbe;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import io.spotdock.thoughtspot.WebhookRequest;
import io.spotdock.update.UpdateCheck;
import io.spotdock.update.UpdateNotes;
import io.spotdock.update.UpdateRules;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rooms that tests are served by: the real adapters, with nothing kept on this computer. */
public final class TestRooms {
    private TestRooms() {}

    /** @param home the folder that holds {@code .aws} */
    public static Rooms of(Journal journal, InstantSource clock, Sleeper sleeper, Path home) {
        return new Rooms(
                new Two(),
                Journals.of(journal),
                variables -> new AwsConnector(variables, home, clock),
                variables -> new AwsProfiles(variables, home, clock),
                variables -> new AwsSsoSignIn(variables, home, clock, sleeper::sleep),
                variables -> new ThoughtSpotConnector(variables, clock, sleeper::sleep),
                variables -> new ReceiverProbe(variables, clock),
                signIns(),
                noUpdates(),
                WebhookRequest::document,
                sleeper);
    }

    /** A keychain with nothing in it, and no file that says so. */
    public static KeptSignIns signIns() {
        return new KeptSignIns(new MemoryKeychain(), new DataDirectory(Path.of("no-such-home")));
    }

    /** A build that knows of no releases, as those that tests run are. */
    public static Function<Map<String, String>, UpdateCheck> noUpdates() {
        return variables -> new UpdateCheck(
                Optional.empty(),
                UpdateRules.of(variables, ""),
                _ -> {
                    throw new AssertionError("nobody is to be asked");
                },
                new UpdateNotes(new DataDirectory(Path.of("no-such-home"))),
                InstantSource.system());
    }

    /** The same rooms, with journals of the test's own. */
    public static Rooms writing(Rooms rooms, Journals journals) {
        return with(rooms, journals, rooms.signIns(), rooms.updates());
    }

    /** The same rooms, with a keychain of the test's own. */
    public static Rooms keeping(Rooms rooms, KeptSignIns signIns) {
        return with(rooms, rooms.journals(), signIns, rooms.updates());
    }

    /** The same rooms, for a build that knows of releases. */
    public static Rooms updating(Rooms rooms, Function<Map<String, String>, UpdateCheck> updates) {
        return with(rooms, rooms.journals(), rooms.signIns(), updates);
    }

    private static Rooms with(
            Rooms rooms, Journals journals, KeptSignIns signIns, Function<Map<String, String>, UpdateCheck> updates) {
        return new Rooms(
                rooms.externalIds(),
                journals,
                rooms.clouds(),
                rooms.profiles(),
                rooms.sso(),
                rooms.webhooks(),
                rooms.receivers(),
                signIns,
                updates,
                rooms.webhookDocument(),
                rooms.sleeper());
    }

    /** One external ID is kept, and there is another. */
    private static final class Two implements ExternalIds {
        @Override
        public ExternalId of(Settings settings) {
            return new ExternalId("ts-webhook-kept");
        }

        @Override
        public ExternalId renew(Settings settings) {
            return new ExternalId("ts-webhook-another");
        }
    }
}
