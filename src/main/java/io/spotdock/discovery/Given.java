package io.spotdock.discovery;

import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person says, which stands above whatever is found.
 *
 * @param fields those that were spoken of; one that the draft lacks was said to be empty
 */
public record Given(Draft draft, Set<Field> fields) {
    public Given {
        EnumSet<Field> copy = EnumSet.noneOf(Field.class);
        copy.addAll(fields);
        fields = Collections.unmodifiableSet(copy);
    }

    /** Whether nothing is left to be found for a field; a role's name says the same as its ARN. */
    public boolean settles(Field field) {
        return switch (field) {
            case ROLE_NAME, ROLE_ARN -> fields.contains(Field.ROLE_NAME) || fields.contains(Field.ROLE_ARN);
            default -> fields.contains(field);
        };
    }

    public Given with(Field field, String answer) {
        EnumSet<Field> more = EnumSet.of(field);
        more.addAll(fields);
        return new Given(draft.with(field, answer), more);
    }
}
