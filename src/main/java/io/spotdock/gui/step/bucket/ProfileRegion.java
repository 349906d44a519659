package io.spotdock.gui.step.bucket;

import io.spotdock.domain.RegionName;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.port.Profiles;
import io.spotdock.settings.Field;
import java.util.Optional;

/** The region that the profile signs in to when nothing else is said. */
final class ProfileRegion {
    private final Place place;
    private final Activity reading;
    private Optional<RegionName> region = Optional.empty();

    ProfileRegion(Place place) {
        this.place = place;
        reading = new Activity(place.operations());
    }

    /** Reads it anew. */
    void read(Runnable changed) {
        Optional<String> chosen = place.draft().get().text(Field.PROFILE);
        reading.start(() -> of(place.setup().profiles(), chosen), found -> {
            region = found;
            changed.run();
        });
    }

    private static Optional<RegionName> of(Profiles profiles, Optional<String> chosen) {
        return chosen.flatMap(name -> profiles.named().stream()
                        .filter(profile -> profile.name().equals(name))
                        .findFirst())
                .orElseGet(profiles::byDefault)
                .region();
    }

    boolean is(Optional<RegionName> other) {
        return region.isPresent() && region.equals(other);
    }
}
