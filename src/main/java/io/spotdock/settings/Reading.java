package io.spotdock.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A settings file, read.
 *
 * @param draft what could be read; may be changed by what stands above the file before it is checked
 * @param problems of the file itself: its syntax, its keys, its types
 * @param places of the keys in it
 * @param legible whether it could be read at all; when not, there is no use in saying which fields are missing
 */
public record Reading(Draft draft, List<Problem> problems, Map<String, Position> places, boolean legible) {
    public Reading {
        problems = List.copyOf(problems);
        places = Map.copyOf(places);
    }

    public Reading withDraft(Draft changed) {
        return new Reading(changed, problems, places, legible);
    }

    /** All that is wrong, with file and fields together, in the order of the file. */
    public Checked check() {
        if (!legible) return new Checked.Bad(problems);
        Checked checked = draft.check();
        List<Problem> all = new ArrayList<>(problems);
        for (Problem problem : checked.problems()) if (!isSaid(problem)) all.add(problem.at(place(problem.path())));
        all.sort(Problem.BY_PLACE);
        return all.isEmpty() ? checked : new Checked.Bad(all);
    }

    /** A field whose value could not be read is not also missing. */
    private boolean isSaid(Problem problem) {
        return problems.stream()
                .anyMatch(said -> !said.path().isEmpty()
                        && (problem.path().equals(said.path()) || problem.path().startsWith(said.path() + ".")));
    }

    /** The place of the key, or of the section it is missing from. */
    private Optional<Position> place(String path) {
        for (String at = path; !at.isEmpty(); at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "") {
            Position place = places.get(at);
            if (place != null) return Optional.of(place);
        }
        return Optional.empty();
    }
}
