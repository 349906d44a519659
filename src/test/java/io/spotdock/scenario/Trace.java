package io.spotdock.scenario;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.plan.Plan;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.service.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of a journey, in words that can be compared: how often AWS had to be waited for is chance, that it had to be is
 * not.
 *
 * @param plans each plan that was reviewed and then applied, a line a change
 * @param events of applying, in order
 * @param outcomes how each thing the person did ended
 * @param end the sandbox at the end
 */
record Trace(List<List<String>> plans, List<String> events, List<String> outcomes, Snapshot end) {
    static List<String> words(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.kind() + " " + change.resource())
                .toList();
    }

    /** The events of changes, and every wait; how each check of a test ended is among the outcomes. */
    static List<String> words(List<Event> events) {
        Set<String> checks = Catalogue.all().stream().map(Check::id).collect(Collectors.toSet());
        List<String> words = new ArrayList<>();
        for (Event event : events) {
            String said = switch (event) {
                case Event.Started started -> checks.contains(started.subject()) ? "" : "started " + started.subject();
                case Event.Waiting waiting -> "waiting " + waiting.subject();
                case Event.Finished finished -> finished.outcome().id() + " " + finished.subject();
                case Event.Checked _, Event.Delivered _ -> "";
            };
            boolean again = !words.isEmpty() && words.getLast().equals(said);
            if (!said.isEmpty() && !again) words.add(said);
        }
        return words;
    }

    static List<String> words(String what, List<CheckResult> results) {
        List<String> words = new ArrayList<>();
        for (CheckResult.Status status : CheckResult.Status.values()) {
            List<String> ids = results.stream()
                    .filter(result -> result.status() == status)
                    .map(CheckResult::id)
                    .toList();
            if (status == CheckResult.Status.PASSED)
                words.add(what + ": " + (ids.isEmpty() ? "none" : "some") + " passed");
            else if (!ids.isEmpty()) words.add(what + ": " + status.id() + " " + String.join(", ", ids));
        }
        return words;
    }
}
