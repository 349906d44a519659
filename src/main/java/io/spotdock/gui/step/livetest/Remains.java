package io.spotdock.gui.step.livetest;

import io.spotdock.check.Leftovers;
import io.spotdock.domain.ObjectKey;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.service.Known.Tested;
import io.spotdock.service.Setup;
import io.spotdock.settings.Settings;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Test files that a test had to leave in the bucket, and trying again to remove them. */
final class Remains {
    private final Place place;
    private final Activity removing;
    private final ReadOnlyObjectWrapper<List<ObjectKey>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();

    Remains(Place place) {
        this.place = place;
        removing = new Activity(place.operations());
    }

    ReadOnlyObjectProperty<List<ObjectKey>> files() {
        return files.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty refused() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty removing() {
        return removing.running();
    }

    void set(List<ObjectKey> left) {
        refused.set(false);
        files.set(left);
    }

    void remove(Settings settings) {
        List<ObjectKey> before = files.get();
        Setup setup = place.setup();
        removing.start(
                () -> setup.removeTestFiles(settings, before),
                Ending.of(still -> removed(before, still), _ -> refused.set(true), () -> {}));
    }

    /** What the test said of a file that is gone now is no longer so. */
    private void removed(List<ObjectKey> before, List<ObjectKey> still) {
        files.set(still);
        refused.set(!still.isEmpty());
        List<ObjectKey> gone =
                before.stream().filter(file -> !still.contains(file)).toList();
        place.learn(known -> known.withTest(known.test()
                .map(test -> new Tested(test.of(), test.at(), Leftovers.settled(test.results(), gone)))));
    }
}
