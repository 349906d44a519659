/** What several of the sandbox's services need on the wire: signatures, and little else. */
@NullMarked
package io.spotdock.sandbox.wire;

import org.jspecify.annotations.NullMarked;
