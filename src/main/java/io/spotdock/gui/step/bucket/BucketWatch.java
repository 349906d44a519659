package io.spotdock.gui.step.bucket;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.port.Buckets.Lookup;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Asks S3 about the name that is entered, once it has stood for a moment, and keeps the answer to that one. */
final class BucketWatch {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Place place;
    private final Runnable changed;
    private final Activity activity;
    private Operation pause = Operation.NONE;
    private Optional<Question> question = Optional.empty();
    private Answer answer = new Answer.None();

    /** What is asked. */
    record Question(BucketName name, AccountId account) {}

    BucketWatch(Place place, Runnable changed) {
        this.place = place;
        this.changed = changed;
        activity = new Activity(place.operations());
    }

    /** What is known of a name. */
    Answer answerTo(Optional<BucketName> name) {
        return question.map(Question::name).equals(name) ? answer : new Answer.None();
    }

    /** Whether the answer is long in coming. */
    ReadOnlyBooleanProperty slow() {
        return activity.slow();
    }

    /** Asks, unless that very question is being asked or was answered. */
    void ask(Optional<Question> wanted) {
        if (wanted.equals(question) && !(answer instanceof Answer.Unknown)) return;
        forget();
        question = wanted;
        wanted.ifPresent(asked -> {
            answer = new Answer.Awaited();
            pause = place.operations().after(PAUSE, () -> look(asked));
        });
        changed.run();
    }

    /** Asks once more, at once. */
    void again() {
        pause.cancel();
        question.ifPresent(asked -> {
            answer = new Answer.Awaited();
            look(asked);
        });
        changed.run();
    }

    void forget() {
        pause.cancel();
        activity.cancel();
        question = Optional.empty();
        answer = new Answer.None();
    }

    private void look(Question asked) {
        activity.start(
                () -> place.setup().cloud().buckets().look(asked.name(), asked.account()),
                Ending.of(this::found, this::failed, this::forget));
    }

    private void found(Lookup lookup) {
        answered(
                switch (lookup) {
                    case Lookup.Absent _ -> new Answer.Free();
                    case Lookup.Foreign _ -> new Answer.Taken();
                    case Lookup.Ours(var bucket) -> new Answer.Ours(bucket);
                });
    }

    private void failed(Failure failure) {
        answered(new Answer.Unknown(failure));
    }

    private void answered(Answer given) {
        answer = given;
        changed.run();
    }
}
