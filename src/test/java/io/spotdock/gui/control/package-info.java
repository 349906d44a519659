/** Tests of the controls, and the gallery of all of them. */
@NullMarked
package io.spotdock.gui.control;

import org.jspecify.annotations.NullMarked;
