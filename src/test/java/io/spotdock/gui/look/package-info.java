/** Tests of fonts, themes and contrast. */
@NullMarked
package io.spotdock.gui.look;

import org.jspecify.annotations.NullMarked;
