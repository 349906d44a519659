/**
 * The last step: what was set up, in values and files to hand on, what to do next, and the way back.
 */
@NullMarked
package io.spotdock.gui.step.done;

import org.jspecify.annotations.NullMarked;
