/**
 * The step that names the bucket: a new one whose name is checked as it is typed, or one there is, with what in it would
 * break a delivery. Writes nothing to AWS.
 */
@NullMarked
package io.spotdock.gui.step.bucket;

import org.jspecify.annotations.NullMarked;
