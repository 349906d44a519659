/**
 * How a plan reads: as lines for people and as JSON for programs, the same on the command line and in a file that the
 * window saves. Where it is written to is the front end's affair.
 */
@NullMarked
package io.spotdock.text.plan;

import org.jspecify.annotations.NullMarked;
