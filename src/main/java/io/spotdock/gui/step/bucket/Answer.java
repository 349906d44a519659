package io.spotdock.gui.step.bucket;

import io.spotdock.domain.Failure;
import io.spotdock.port.Buckets.Located;

/** What S3 says of a name. */
sealed interface Answer {
    /** It was not asked. */
    record None() implements Answer {}

    record Awaited() implements Answer {}

    record Free() implements Answer {}

    /** Another account's. */
    record Taken() implements Answer {}

    record Ours(Located bucket) implements Answer {}

    /** It can't be told. */
    record Unknown(Failure failure) implements Answer {}
}
