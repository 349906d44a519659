/**
 * Interfaces to the outside, in our words. A method blocks until it has an answer, may be interrupted, and throws
 * {@link io.spotdock.domain.FailureException} and nothing else. No SDK, HTTP or JSON type appears here.
 */
@NullMarked
package io.spotdock.port;

import org.jspecify.annotations.NullMarked;
