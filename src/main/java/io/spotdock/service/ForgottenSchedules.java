package io.spotdock.service;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Outcome;
import io.spotdock.port.WebhookService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Schedules that tests with a Liveboard made and could not delete: the program was killed, or ThoughtSpot refused. */
record ForgottenSchedules(Journal journal, InstantSource clock, Session session) {
    private record Forgotten(Entry entry, Undoing.ScheduleMade made) {}

    /** A note for each. */
    List<Fault> notes() {
        return all().stream()
                .map(each -> Fault.of("note.schedule-left", each.made().name()))
                .toList();
    }

    /**
     * Deletes them, as far as that can be done now; the journal must be open for writing.
     *
     * @return how many are no longer there
     */
    int takeAway(Event.Sink sink) {
        Optional<WebhookService> service = session.thoughtSpot();
        if (service.isEmpty()) return 0;
        int gone = 0;
        for (Forgotten each : all()) {
            try {
                boolean found = new ScheduleRemoval(service.get().schedules()).remove(each.made());
                JournalLines.settled(journal, clock, session.caller().arn(), each.entry());
                if (found)
                    sink.accept(new Event.Finished(each.entry().resource().toString(), new Outcome.Changed()));
                gone++;
            } catch (FailureException _) {
                // It stays in the journal, from which it is noted again.
            }
        }
        return gone;
    }

    private List<Forgotten> all() {
        return new Ledger(journal.entries())
                .standing().stream()
                        .filter(entry -> entry.undoing()
                                .filter(Undoing.ScheduleMade.class::isInstance)
                                .isPresent())
                        .map(entry -> new Forgotten(
                                entry, (Undoing.ScheduleMade) entry.undoing().orElseThrow()))
                        .toList();
    }
}
