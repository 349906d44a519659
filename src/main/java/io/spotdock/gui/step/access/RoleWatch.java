package io.spotdock.gui.step.access;

import io.spotdock.domain.Failure;
import io.spotdock.domain.RoleName;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Asks IAM whether there is a role of the name that is entered, once it has stood for a moment. */
final class RoleWatch {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Place place;
    private final Runnable changed;
    private final Activity activity;
    private Operation pause = Operation.NONE;
    private Optional<RoleName> question = Optional.empty();
    private Answer answer = new Answer.None();

    /** What IAM says of a name. */
    sealed interface Answer {
        /** It was not asked, or has not answered. */
        record None() implements Answer {}

        record Free() implements Answer {}

        record There() implements Answer {}

        /** It can't be told. */
        record Unknown(Failure failure) implements Answer {}
    }

    RoleWatch(Place place, Runnable changed) {
        this.place = place;
        this.changed = changed;
        activity = new Activity(place.operations());
    }

    Answer answerTo(Optional<RoleName> name) {
        return question.equals(name) ? answer : new Answer.None();
    }

    ReadOnlyBooleanProperty slow() {
        return activity.slow();
    }

    /** Asks, unless that very name is being asked about or was. */
    void ask(Optional<RoleName> name) {
        if (name.equals(question)) return;
        forget();
        question = name;
        name.ifPresent(asked -> pause = place.operations().after(PAUSE, () -> look(asked)));
        changed.run();
    }

    void forget() {
        pause.cancel();
        activity.cancel();
        question = Optional.empty();
        answer = new Answer.None();
    }

    private void look(RoleName asked) {
        activity.start(
                () -> place.setup().cloud().roles().find(asked).isPresent(),
                Ending.of(
                        there -> answered(there ? new Answer.There() : new Answer.Free()),
                        failure -> answered(new Answer.Unknown(failure)),
                        this::forget));
    }

    private void answered(Answer given) {
        answer = given;
        changed.run();
    }
}
