/**
 * The first step: where ThoughtSpot runs, picked by a person or told by ThoughtSpot itself once it is connected. What it
 * reads goes into the draft; the sign-in stays with the setup.
 */
@NullMarked
package io.spotdock.gui.step.hosting;

import org.jspecify.annotations.NullMarked;
