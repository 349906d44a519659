/**
 * How this computer's network is got through: the proxy between, who signs in to it, which certificates are trusted, and what a
 * connection that did not come about means. One idea for every adapter that calls out, so that AWS and ThoughtSpot are reached
 * in the same way. Knows the JDK alone, sends nothing, and has no way to trust less carefully.
 */
@NullMarked
package io.spotdock.network;

import org.jspecify.annotations.NullMarked;
