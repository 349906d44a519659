/**
 * Changes as the window shows them: what a plan holds, what becomes of it while it is carried out or taken back, and the
 * way out of a failure. For the steps that change something outside; decides nothing, and knows no step.
 */
@NullMarked
package io.spotdock.gui.change;

import org.jspecify.annotations.NullMarked;
