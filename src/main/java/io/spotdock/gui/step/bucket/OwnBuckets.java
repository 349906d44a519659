package io.spotdock.gui.step.bucket;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The account's buckets, read once and by name. */
final class OwnBuckets {
    private final Place place;
    private final Activity activity;
    private final ReadOnlyObjectWrapper<Optional<List<BucketName>>> names =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    OwnBuckets(Place place) {
        this.place = place;
        activity = new Activity(place.operations());
    }

    /** Reads them unless that was done, or is being done. */
    void need() {
        boolean known = names.get().isPresent() || failure().get().isPresent();
        if (!known && !activity.running().get()) read();
    }

    void read() {
        activity.start(
                () -> place.setup().cloud().buckets().list().stream()
                        .sorted(Comparator.comparing(BucketName::value))
                        .toList(),
                list -> names.set(Optional.of(list)));
    }

    /** Somebody else is signed in. */
    void forget() {
        activity.cancel();
        activity.clearFailure();
        names.set(Optional.empty());
    }

    /** Empty until they were read. */
    ReadOnlyObjectProperty<Optional<List<BucketName>>> names() {
        return names.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return activity.failure();
    }

    ReadOnlyBooleanProperty slow() {
        return activity.slow();
    }
}
