/** What a sandbox is told (options, faults) and what it tells (the calls that reached it). Everything of it may come in. */
@NullMarked
package io.spotdock.sandbox.control;

import org.jspecify.annotations.NullMarked;
