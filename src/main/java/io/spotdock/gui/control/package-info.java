/**
 * The visual vocabulary that the panes are composed of: fields, rows, cards, banners, the rail and the footer. Plain
 * JavaFX nodes that know no service, setting or translation; every text they show or speak is handed in. The wizard's
 * shell and its steps come in.
 */
@NullMarked
package io.spotdock.gui.control;

import org.jspecify.annotations.NullMarked;
