package io.spotdock;

import io.spotdock.aws.AwsConnector;
import io.spotdock.aws.AwsProfiles;
import io.spotdock.aws.AwsSsoSignIn;
import io.spotdock.domain.ExternalId;
import io.spotdock.journal.Journal;
import io.spotdock.service.Journals;
import io.spotdock.service.Rooms;
import io.spotdock.service.Sleeper;
import io.spotdock.thoughtspot.ReceiverProbe;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import io.spotdock.thoughtspot.WebhookRequest;
import java.nio.file.Path;
import java.time.InstantSource;

/** The rooms that tests are served by: the real adapters, with nothing kept on this computer. */
public final class TestRooms {
    private TestRooms() {}

    /** @param home the folder that holds {@code .aws} */
    public static Rooms of(Journal journal, InstantSource clock, Sleeper sleeper, Path home) {
        return new Rooms(
                _ -> new ExternalId("ts-webhook-kept"),
                Journals.of(journal),
                variables -> new AwsConnector(variables, home, clock),
                variables -> new AwsProfiles(variables, home, clock),
                variables -> new AwsSsoSignIn(variables, home, clock, sleeper::sleep),
                variables -> new ThoughtSpotConnector(variables, clock, sleeper::sleep),
                ReceiverProbe::new,
                WebhookRequest::document,
                sleeper);
    }
}
