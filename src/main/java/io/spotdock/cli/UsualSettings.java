package io.spotdock.cli;

import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Optional;
import java.util.Set;

/** What most integrations are like: suggested to a person, and taken where nobody is there to ask. */
record UsualSettings(Draft draft) {
    static UsualSettings of(CliContext context) {
        return new UsualSettings(Draft.EMPTY
                .with(Field.HOSTING, "aws")
                .with(
                        Field.REGION,
                        context.variable("AWS_REGION")
                                .or(() -> context.variable("AWS_DEFAULT_REGION"))
                                .orElse("us-east-1"))
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                .with(Field.WEBHOOK_NAME, "Webhook_S3"));
    }

    /**
     * What the command line left out and has a usual value; the hosting has none.
     *
     * @param settled fields that are left as they are
     */
    Draft fill(Draft given, Set<Field> settled) {
        Draft filled = given;
        for (Field field : Field.values()) {
            boolean wanted = !settled.contains(field)
                    && switch (field) {
                        case HOSTING -> false;
                        case WEBHOOK_NAME -> given.has(Field.WEBHOOK_URL);
                        case ROLE_NAME -> !given.has(Field.ROLE_ARN);
                        default -> true;
                    };
            Optional<String> usual = draft.text(field);
            if (wanted && usual.isPresent() && !filled.has(field)) filled = filled.with(field, usual.get());
        }
        return filled;
    }
}
