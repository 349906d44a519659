package io.spotdock.gui.step.hosting;

import io.spotdock.service.Connected;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where ThoughtSpot may run. */
public enum ThoughtSpotCloud {
    AWS("aws"),
    GCP("gcp");

    private final String word;

    ThoughtSpotCloud(String word) {
        this.word = word;
    }

    /** What only this one has, so that the settings refuse it with the other. */
    List<Field> own() {
        return switch (this) {
            case AWS -> List.of(Field.THOUGHTSPOT_ACCOUNT, Field.EXTERNAL_ID);
            case GCP -> List.of(Field.SERVICE_ACCOUNT, Field.GOOGLE_PROVIDER);
        };
    }

    ThoughtSpotCloud other() {
        return this == AWS ? GCP : AWS;
    }

    /** Empty while nothing is chosen, and while ThoughtSpot is still to be asked. */
    static Optional<ThoughtSpotCloud> of(Draft draft) {
        return draft.text(Field.HOSTING)
                .flatMap(text -> Arrays.stream(values())
                        .filter(cloud -> cloud.word.equals(text.strip()))
                        .findFirst());
    }

    /** The one that ThoughtSpot names. */
    static Optional<ThoughtSpotCloud> of(Connected connected) {
        if (connected.onAws().isPresent()) return Optional.of(AWS);
        return connected.onGcp().map(_ -> GCP);
    }

    /** The draft with this one chosen, and without what belongs to the other. */
    Draft chosenIn(Draft draft) {
        Draft chosen = draft.with(Field.HOSTING, word);
        for (Field foreign : other().own()) chosen = chosen.without(foreign);
        return chosen;
    }
}
