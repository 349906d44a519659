/**
 * The step that tests the whole chain: its checks as they run, what each proves, and where a fault is mended. The checks
 * themselves, and running them, are the services'.
 */
@NullMarked
package io.spotdock.gui.step.livetest;

import org.jspecify.annotations.NullMarked;
