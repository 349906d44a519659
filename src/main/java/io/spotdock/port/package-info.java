/**
 * Interfaces to the outside, in our words. A method blocks until it has an answer, may be interrupted, and throws
 * {@link io.spotdock.domain.FailureException} and nothing else, but for an interrupt: then the thread's flag is set again
 * and {@link java.util.concurrent.CancellationException} thrown. What both sides of the outside share in keeping a sign-in alive is here too. No SDK, HTTP or JSON type appears here.
 */
@NullMarked
package io.spotdock.port;

import org.jspecify.annotations.NullMarked;
