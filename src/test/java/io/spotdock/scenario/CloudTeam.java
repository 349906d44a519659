package io.spotdock.scenario;

import io.spotdock.domain.ExternalId;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Scope;
import io.spotdock.service.Event;
import io.spotdock.service.Journals;
import io.spotdock.service.Setup;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The people who may change IAM: they make what they were sent. Their doings are no part of the scenario's trace. */
final class CloudTeam {
    private CloudTeam() {}

    static void make(Stage stage, Draft sent) {
        Draft theirs = sent.without(Field.ROLE_ARN).withRoleMadeElsewhere(false);
        Surroundings surroundings = Surroundings.of(
                        stage.rooms(), stage.sandbox.access().environment(), Path.of(""), stage.clock, Event.Sink.NONE)
                .keeping(_ -> new ExternalId("unused"), Journals.of(Journal.inMemory()));
        try (Setup setup = new Setup(surroundings)) {
            setup.signIn(Optional.empty(), stage.sandbox.access().region());
            Settings settings = theirs.check().good().orElseThrow();
            setup.apply(settings, setup.plan(settings, Scope.AWS, Set.of()), Scope.AWS, Set.of(), Event.Sink.NONE);
        }
    }
}
