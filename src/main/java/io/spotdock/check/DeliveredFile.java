package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.port.Objects;

/** What is known of a delivery's file. ThoughtSpot does not name it in its history, so it is looked for in the bucket. */
public sealed interface DeliveredFile {
    /** @param byName whether its name fits as well as its time */
    record Found(Objects.Listed file, boolean byName) implements DeliveredFile {}

    /** All files of those days were looked at. */
    record NotFound() implements DeliveredFile {}

    /** It belonged to a test, which removes its file. */
    record Removed() implements DeliveredFile {}

    /** The person may not list the bucket, or it gave no answer. */
    record Unseen(Failure failure) implements DeliveredFile {}

    /** There are more files than were looked at. */
    record TooMany(int lookedAt) implements DeliveredFile {}

    /** Nothing was written, or not yet. */
    record None() implements DeliveredFile {}

    /** One line for people; nothing for {@link None} but that there is none. */
    default Fault sentence() {
        return switch (this) {
            case Found(Objects.Listed file, boolean byName) ->
                Fault.of(byName ? "delivery.file.found" : "delivery.file.probably", file.key(), file.size());
            case NotFound _ -> Fault.of("delivery.file.not-found");
            case Removed _ -> Fault.of("delivery.file.removed");
            case Unseen(Failure.Denied denied) -> Fault.of("delivery.file.denied", denied.action());
            case Unseen _ -> Fault.of("delivery.file.unseen");
            case TooMany(int lookedAt) -> Fault.of("delivery.file.too-many", lookedAt);
            case None _ -> Fault.of("delivery.file.none");
        };
    }
}
