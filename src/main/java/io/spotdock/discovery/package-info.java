/**
 * What settings a role, a bucket and a webhook come to that stand already: the way back from what is to what somebody
 * wants. Pure: what was read is given, and what can't be told for certain is left open rather than guessed. Never a
 * judgement of whether it is set up well, which the checks are for. Services and front ends may come in.
 */
@NullMarked
package io.spotdock.discovery;

import org.jspecify.annotations.NullMarked;
