/**
 * The wizard. Its rooms share one look and one set of controls, and know services only through models; nothing here
 * talks to AWS or ThoughtSpot itself. Only {@code app} comes in.
 */
@NullMarked
package io.spotdock.gui;

import org.jspecify.annotations.NullMarked;
