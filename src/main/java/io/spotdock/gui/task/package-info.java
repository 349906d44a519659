/**
 * The bridge between the window, which must never wait, and the services, which block. Models start work and set timers
 * here and nowhere else; they see interfaces without a toolkit, so that their tests run without one.
 */
@NullMarked
package io.spotdock.gui.task;

import org.jspecify.annotations.NullMarked;
