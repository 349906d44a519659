/**
 * What a step of the journey is to the shell: a model without a toolkit beyond {@code javafx.beans}, a view of it, and the
 * place both stand in. A step publishes changes of the draft and of what is known, and never sees a sibling; each lives in a
 * package of its own below.
 */
@NullMarked
package io.spotdock.gui.step;

import org.jspecify.annotations.NullMarked;
