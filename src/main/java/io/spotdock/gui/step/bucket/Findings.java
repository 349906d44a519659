package io.spotdock.gui.step.bucket;

import io.spotdock.check.BucketFacts;
import io.spotdock.check.BucketSurvey;
import io.spotdock.check.Finding;
import io.spotdock.check.Sight;
import io.spotdock.check.Upload;
import io.spotdock.domain.Failure;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.port.Buckets.Encryption;
import io.spotdock.port.Buckets.Located;
import io.spotdock.service.Survey;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What was found in a bucket of ours; read once, and judged anew for each prefix. */
final class Findings {
    private final Place place;
    private final Runnable changed;
    private final Activity activity;
    private Optional<Located> of = Optional.empty();
    private Optional<BucketFacts> facts = Optional.empty();

    Findings(Place place, Runnable changed) {
        this.place = place;
        this.changed = changed;
        activity = new Activity(place.operations());
    }

    /** Reads unless that very bucket was read, or is being read. */
    void need(Located bucket) {
        if (of.equals(Optional.of(bucket))) return;
        read(bucket);
    }

    void again() {
        of.ifPresent(this::read);
    }

    private void read(Located bucket) {
        forget();
        of = Optional.of(bucket);
        activity.start(
                () -> new Survey(place.setup().cloud().buckets()).facts(bucket),
                Ending.of(this::found, _ -> changed.run(), () -> {}));
    }

    private void found(BucketFacts read) {
        facts = Optional.of(read);
        changed.run();
    }

    void forget() {
        activity.cancel();
        activity.clearFailure();
        of = Optional.empty();
        facts = Optional.empty();
    }

    /** Whether it was read. */
    boolean known() {
        return facts.isPresent();
    }

    List<Finding> judge(Upload upload) {
        return facts.map(read -> BucketSurvey.judge(read, upload)).orElse(List.of());
    }

    /** The key it encrypts with, where that could be seen. */
    Optional<KmsKeyArn> key() {
        return facts.map(BucketFacts::encryption)
                .flatMap(sight -> sight instanceof Sight.Seen<Encryption>(Encryption.OwnKey(KmsKeyArn key))
                        ? Optional.of(key)
                        : Optional.empty());
    }

    ReadOnlyBooleanProperty slow() {
        return activity.slow();
    }

    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return activity.failure();
    }
}
