package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.gui.change.Line.Subject;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.Countdown;
import io.spotdock.gui.control.Outcome;
import io.spotdock.gui.control.ProgressLine;
import io.spotdock.gui.control.State;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.text.FailureText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A {@link Progress} as a bar over a list, whose rows change in place. */
public final class ProgressList extends VBox {
    private final ChangeTexts words;
    private final ProgressLine bar = new ProgressLine();
    private final CardList list = new CardList();
    private final List<Row> rows = new ArrayList<>();
    private List<Subject> subjects = List.of();

    public ProgressList(ChangeTexts words) {
        this.words = words;
        setSpacing(16);
        getChildren().add(list);
    }

    /** While it runs, the bar stands over the list. */
    public void setRunning(boolean running) {
        getChildren().remove(bar);
        if (running) getChildren().addFirst(bar);
    }

    public void show(Progress progress, Instant now) {
        List<Subject> shown = progress.lines().stream().map(Line::subject).toList();
        if (!shown.equals(subjects)) {
            subjects = shown;
            rows.clear();
            shown.forEach(subject -> rows.add(new Row(subject)));
            list.getChildren().setAll(rows.stream().map(row -> row.node).toList());
        }
        for (int i = 0; i < rows.size(); i++)
            rows.get(i).show(progress.lines().get(i).state(), now);
        bar.setSentence(words.texts()
                .get("wizard.change.step", progress.step(), progress.lines().size()));
        bar.setNote(words.took(Duration.between(progress.began(), now)));
        bar.setProgress(progress.share());
        bar.setOutcome(progress.failed().isPresent() ? Outcome.FAILED : Outcome.RUNNING);
    }

    /** Where the keyboard goes when something failed. */
    public Optional<Node> failedRow() {
        return rows.stream()
                .filter(row -> row.last instanceof Line.State.Failed)
                .map(row -> (Node) row.node)
                .findFirst();
    }

    /** One line, which is drawn anew only where something of it changed: a spinner must not start over. */
    private final class Row {
        private final Subject subject;
        private final StatusRow node;
        private final Countdown countdown = new Countdown();
        private Line.State last = new Line.State.NotReached();
        private boolean counting;

        Row(Subject subject) {
            this.subject = subject;
            node = new StatusRow(words.title(subject));
            node.setEvidence(words.explanation(subject));
        }

        void show(Line.State state, Instant now) {
            if (!state.equals(last)) become(state);
            last = state;
            if (state instanceof Line.State.Running running) tick(running, now);
        }

        private void become(Line.State state) {
            counting = false;
            node.setBody();
            node.setStrong(state instanceof Line.State.Running);
            node.setEvidence(words.explanation(subject));
            node.setLabel("");
            switch (state) {
                case Line.State.ToDo _ -> node.setState(State.TODO, word("to-do"));
                case Line.State.Running _ -> {
                    if (node.getState() != State.RUNNING) node.setState(State.RUNNING, word("running"));
                }
                case Line.State.Done(Duration took, Optional<Fault> remains) -> {
                    node.setState(remains.isEmpty() ? State.PASSED : State.NOTED, word("done"));
                    remains.ifPresent(rest -> node.setEvidence(words.texts().of(rest)));
                    node.setLabel(words.took(took));
                }
                case Line.State.Failed(Failure failure) -> {
                    FailureText told = words.of(failure);
                    node.setState(State.FAILED, word("failed"));
                    node.setEvidence(told.sentence());
                    node.setFailure(told.cause().orElse(""), failure.said(), told.remedy());
                }
                case Line.State.Unsure _ -> {
                    node.setState(State.WARNED, word("unsure"));
                    node.setEvidence(words.texts().get("wizard.change.unsure.about"));
                    node.setLabel(word("unsure"));
                }
                case Line.State.Left(Fault why) -> {
                    node.setState(State.WARNED, word("left"));
                    node.setEvidence(words.texts().of(why));
                    node.setLabel(word("left"));
                }
                case Line.State.NotReached _ -> {
                    String word = word(subject.writes() ? "not-made" : "not-reached");
                    node.setState(State.NOT_REACHED, word);
                    node.setEvidence(subject.writes() ? words.explanation(subject) : "");
                    node.setLabel(word);
                }
            }
        }

        private void tick(Line.State.Running running, Instant now) {
            node.setLabel(words.left(Duration.between(running.since(), now)));
            if (running.pause().isEmpty()) return;
            Line.Wait pause = running.pause().get();
            if (!counting) {
                counting = true;
                node.setBody(countdown);
            }
            String why = subject instanceof Subject.Knowing
                    ? words.explanation(subject)
                    : words.texts().of(pause.why());
            node.setEvidence(words.texts()
                    .get("wizard.change.waiting", why, pause.attempt(), words.left(Line.untilGivingUp(running, now))));
            countdown.show(
                    pause.share(now), words.texts().get("wizard.change.next-try", words.left(pause.remaining(now))));
        }

        private String word(String state) {
            return words.texts().get("wizard.change.state." + state);
        }
    }
}
