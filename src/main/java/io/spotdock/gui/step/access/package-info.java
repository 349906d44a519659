/**
 * The step that says how ThoughtSpot gets in: the role, what ThoughtSpot is recognised by, and both policies as they come
 * about; or the role that somebody else makes. Writes nothing to AWS, only files where a person wants them.
 */
@NullMarked
package io.spotdock.gui.step.access;

import org.jspecify.annotations.NullMarked;
