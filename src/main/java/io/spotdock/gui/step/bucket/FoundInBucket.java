package io.spotdock.gui.step.bucket;

import io.spotdock.check.Finding;
import io.spotdock.check.Finding.Weight;
import io.spotdock.domain.Fault;
import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.State;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What in an existing bucket a delivery depends on; what is fine shares a row, but for the policy. */
final class FoundInBucket extends VBox {
    private final BucketModel model;
    private final Texts texts;
    private final Runnable changePrefix;
    private final Section section;

    FoundInBucket(BucketModel model, Texts texts, Runnable changePrefix) {
        this.model = model;
        this.texts = texts;
        this.changePrefix = changePrefix;
        section = new Section(texts.get("wizard.bucket.findings"));
        model.findings().subscribe(this::show);
        model.surveying().subscribe(this::show);
        model.surveyFailure().subscribe(this::show);
        show();
    }

    private void show() {
        List<Node> rows = new ArrayList<>();
        List<Finding> found = model.findings().get().orElse(List.of());
        if (!found.isEmpty()) rows.addAll(rows(found));
        else if (model.surveyFailure().get().isPresent()) rows.add(failed());
        else if (model.surveying().get()) rows.add(reading());
        section.setContent(
                found.isEmpty() && model.surveyFailure().get().isPresent()
                        ? rows.getFirst()
                        : new CardList(rows.toArray(Node[]::new)));
        section.setNote(found.isEmpty() ? "" : note(found));
        getChildren().setAll(rows.isEmpty() ? List.of() : List.of(section));
    }

    private Node failed() {
        Banner banner = new Banner(Banner.Kind.WARNING, texts.get("wizard.bucket.findings.failed"), "");
        Button again = Buttons.compact(texts.get("wizard.try-again"));
        again.setOnAction(_ -> model.surveyAgain());
        banner.setButtons(again);
        return banner;
    }

    private Node reading() {
        StatusRow row = new StatusRow(texts.get("wizard.bucket.findings.reading"));
        row.setState(State.RUNNING, "");
        return row;
    }

    private List<StatusRow> rows(List<Finding> found) {
        List<StatusRow> rows = new ArrayList<>();
        List<Finding> fine = new ArrayList<>();
        for (Finding finding : found) {
            if (sharesARow(finding)) fine.add(finding);
            else rows.add(row(finding));
        }
        if (!fine.isEmpty()) rows.add(together(fine));
        return rows;
    }

    private static boolean sharesARow(Finding finding) {
        return finding.weight() == Weight.FINE && !finding.id().equals("bucket.policy");
    }

    private StatusRow row(Finding finding) {
        StatusRow row = new StatusRow(capital(texts.of(finding.title())));
        mark(row, finding.weight());
        String remedy = finding.remedy().map(fault -> " " + texts.of(fault)).orElse("");
        row.setEvidence(sentence(finding.sentence()) + remedy);
        boolean byPrefix = finding.id().equals("bucket.lifecycle")
                && finding.remedy()
                        .filter(fault -> fault.key().equals("finding.lifecycle.remedy"))
                        .isPresent();
        if (byPrefix) row.setEnd(Buttons.link(new Action(texts.get("wizard.bucket.change-prefix"), changePrefix)));
        return row;
    }

    private StatusRow together(List<Finding> fine) {
        String titles = fine.stream().map(finding -> texts.of(finding.title())).collect(Collectors.joining(", "));
        StatusRow row = new StatusRow(capital(titles));
        mark(row, Weight.FINE);
        row.setEvidence(
                fine.stream().map(finding -> texts.of(finding.sentence())).collect(Collectors.joining(" ")));
        return row;
    }

    private void mark(StatusRow row, Weight weight) {
        switch (weight) {
            case BAD -> row.setState(State.FAILED, texts.get("wizard.spoken.error"));
            case LOOK -> row.setState(State.WARNED, texts.get("wizard.spoken.look"));
            case KNOW -> row.setState(State.NOTED, texts.get("wizard.spoken.know"));
            case FINE -> row.setState(State.PASSED, texts.get("wizard.spoken.fine"));
        }
    }

    /** With its values in mono, unless the value is itself a sentence. */
    private String sentence(Fault fault) {
        if (fault.key().equals("finding.policy.because") || fault.key().equals("finding.unseen"))
            return texts.of(fault);
        return texts.get(
                fault.key(),
                fault.arguments().stream().map(value -> "`" + value + "`").toArray());
    }

    private String note(List<Finding> found) {
        long fine = found.stream().filter(FoundInBucket::sharesARow).findAny().isPresent() ? 1 : 0;
        fine += found.stream()
                .filter(finding -> finding.weight() == Weight.FINE && !sharesARow(finding))
                .count();
        String rest = texts.get(
                "wizard.bucket.findings.count",
                BucketModel.count(found, Weight.LOOK),
                BucketModel.count(found, Weight.KNOW),
                fine);
        long bad = BucketModel.count(found, Weight.BAD);
        return bad == 0 ? rest : texts.get("wizard.bucket.findings.bad", bad, rest);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
