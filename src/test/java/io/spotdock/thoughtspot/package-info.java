/** The adapter against scripted servers, good and hostile, and against the sandbox. */
@NullMarked
package io.spotdock.thoughtspot;

import org.jspecify.annotations.NullMarked;
