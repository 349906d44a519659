/**
 * One request and its one reply, over the network as {@code network} finds it: within a time and a size, redirected to nobody else.
 * For whoever speaks HTTP to a server of others; knows nothing of what is said.
 */
@NullMarked
package io.spotdock.network.http;

import org.jspecify.annotations.NullMarked;
