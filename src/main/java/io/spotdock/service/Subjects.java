package io.spotdock.service;

import io.spotdock.check.Leftovers;
import io.spotdock.check.LiveboardTrial;
import io.spotdock.check.Subject;
import io.spotdock.check.Trial;
import io.spotdock.domain.ObjectKey;
import io.spotdock.plan.Observed;
import io.spotdock.port.Content;
import io.spotdock.port.Receivers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what checks look at out of a session. */
record Subjects(Receivers receivers, InstantSource clock) {
    private static final Subject.TestFile NO_FILE =
            new Subject.TestFile(new ObjectKey("unused"), Content.of(new byte[0]));

    /** For checks that write nothing. */
    Subject forLooking(Session session, Supplier<Observed> observed) {
        return of(session, observed, NO_FILE, Optional.empty(), Optional.empty(), Leftovers.Watch.NONE);
    }

    /** For a live test. */
    Subject forTesting(
            Session session,
            Supplier<Observed> observed,
            Subject.TestFile file,
            Trial trial,
            Optional<LiveboardTrial> liveboard,
            Leftovers.Watch files) {
        return of(session, observed, file, Optional.of(trial), liveboard, files);
    }

    private Subject of(
            Session session,
            Supplier<Observed> observed,
            Subject.TestFile file,
            Optional<Trial> trial,
            Optional<LiveboardTrial> liveboard,
            Leftovers.Watch files) {
        return new Subject(
                session.wanted(),
                session.cloud(),
                session.thoughtSpot(),
                receivers,
                observed,
                file,
                clock,
                trial,
                liveboard,
                new Leftovers(files));
    }
}
