/** Tests of the wizard. What touches the toolkit is marked {@link io.spotdock.gui.FxTest}. */
@NullMarked
package io.spotdock.gui;

import org.jspecify.annotations.NullMarked;
