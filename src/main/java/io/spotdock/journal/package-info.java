/**
 * The record of what was changed, written before and after each change, so that it can be resumed and taken back. It
 * holds how to undo a change and no secret. Files are the only thing this room touches.
 */
@NullMarked
package io.spotdock.journal;

import org.jspecify.annotations.NullMarked;
