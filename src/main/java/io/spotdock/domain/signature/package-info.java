/**
 * The signature that ThoughtSpot puts on each call of a webhook's URL: how it is made, how it is told from others, and an
 * example for those who write what receives it. Computes only; it reads no file, and shows no secret but the example's own.
 */
@NullMarked
package io.spotdock.domain.signature;

import org.jspecify.annotations.NullMarked;
