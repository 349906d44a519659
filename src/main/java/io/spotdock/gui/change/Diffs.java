package io.spotdock.gui.change;

import io.spotdock.gui.control.DiffBox;
import io.spotdock.gui.control.DiffLine;
import io.spotdock.plan.Difference;
import java.util.ArrayList;
import java.util.List;

/** Differences as a box of lines: what goes, what comes, and what that means. */
public final class Diffs {
    private static final String CASE_ONLY = "note.case-only";
    private static final String SECRET = "note.secret-replaced";

    private final ChangeTexts words;

    public Diffs(ChangeTexts words) {
        this.words = words;
    }

    public DiffBox of(List<Difference> differences) {
        List<DiffLine> lines = new ArrayList<>();
        for (Difference difference : differences) add(lines, difference);
        return new DiffBox(
                lines,
                words.notes(differences.stream()
                        .filter(difference ->
                                difference.note().filter(SECRET::equals).isEmpty())
                        .toList()));
    }

    private void add(List<DiffLine> lines, Difference difference) {
        String field = words.field(difference.field());
        String aside = difference.note().filter(CASE_ONLY::equals).isPresent()
                ? words.texts().get("wizard.change.differs-in-case")
                : "";
        for (String value : difference.found())
            if (!difference.wanted().contains(value))
                lines.add(DiffLine.removed(removed(), field, value).saying(aside));
        for (String value : difference.wanted())
            if (!difference.found().contains(value))
                lines.add(DiffLine.added(added(), field, value).saying(aside));
        // All that can be said of a secret.
        if (difference.note().filter(SECRET::equals).isPresent()
                && difference.found().equals(difference.wanted()))
            lines.add(DiffLine.added(added(), field, words.texts().get(SECRET)).inWords());
    }

    private String removed() {
        return words.texts().get("wizard.change.removed");
    }

    private String added() {
        return words.texts().get("wizard.change.added");
    }
}
