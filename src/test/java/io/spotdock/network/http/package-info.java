/** One request and its reply, against servers that hang up. */
@NullMarked
package io.spotdock.network.http;

import org.jspecify.annotations.NullMarked;
