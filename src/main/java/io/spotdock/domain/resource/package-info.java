/**
 * What stands, or is to stand, in AWS and ThoughtSpot, in our words: the things a plan compares and a port reads and
 * writes. No outside system's own type, and no secret: where one is needed, a reference stands in its place.
 */
@NullMarked
package io.spotdock.domain.resource;

import org.jspecify.annotations.NullMarked;
