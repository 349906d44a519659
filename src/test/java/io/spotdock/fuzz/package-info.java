/**
 * What all fuzzing shares: how inputs are made bad, how many there are, what each may cost, and the count at the end. What
 * is fuzzed, and what must hold of it, stands with the tests of its room.
 */
@NullMarked
package io.spotdock.fuzz;

import org.jspecify.annotations.NullMarked;
