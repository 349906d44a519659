package io.spotdock.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way in which ThoughtSpot signs in to the webhook's URL, and the fields it takes. ThoughtSpot takes one way at most. */
public enum SignInWay {
    NONE,
    API_KEY,
    BASIC,
    BEARER,
    OAUTH2;

    public List<Field> fields() {
        return switch (this) {
            case NONE -> List.of();
            case API_KEY -> List.of(Field.API_KEY_NAME, Field.API_KEY_VALUE);
            case BASIC -> List.of(Field.BASIC_USERNAME, Field.BASIC_PASSWORD);
            case BEARER -> List.of(Field.BEARER_TOKEN);
            case OAUTH2 -> List.of(Field.OAUTH2_URL, Field.OAUTH2_CLIENT, Field.OAUTH2_SECRET);
        };
    }

    /** The ways of which a draft names anything. */
    static List<SignInWay> of(Draft draft) {
        return Arrays.stream(values())
                .filter(way -> way.fields().stream().anyMatch(draft::has))
                .toList();
    }

    /** The way a draft means; the first where it names several. */
    public static SignInWay meantBy(Draft draft) {
        return of(draft).stream().findFirst().orElse(NONE);
    }

    /** The first field of this way that a draft lacks. */
    public Optional<Field> missing(Draft draft) {
        return fields().stream().filter(field -> !draft.has(field)).findFirst();
    }

    /** The draft with nothing of the other ways. */
    public Draft alone(Draft draft) {
        Draft rest = draft;
        for (SignInWay way : values()) if (way != this) for (Field field : way.fields()) rest = rest.without(field);
        return rest;
    }
}
