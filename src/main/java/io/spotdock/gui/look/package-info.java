/**
 * How everything looks: the bundled typefaces, AtlantaFX's Primer Light or Dark, and Spotdock's stylesheet on top. No
 * control, text or setting lives here. The wizard's rooms come in.
 */
@NullMarked
package io.spotdock.gui.look;

import org.jspecify.annotations.NullMarked;
