/**
 * The wizard's shell: the window, the list of steps, the footer, the sandbox, and the journey between steps. Wires each
 * step's model and view, and is the only room of the window that sees them all; nothing below it looks up here.
 */
@NullMarked
package io.spotdock.gui;

import org.jspecify.annotations.NullMarked;
