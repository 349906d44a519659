/**
 * The way in: wires every room to the next by hand, so that reading it is the tour of the house. The only room that sees
 * all others; nobody may come in.
 */
@NullMarked
package io.spotdock.app;

import org.jspecify.annotations.NullMarked;
