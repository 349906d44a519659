/**
 * A stand-in for a ThoughtSpot cluster: its REST v2 end points as published, Orgs, users and tokens, the webhook of
 * each Org, and deliveries that really assume the customer's role and really write the file. It reaches AWS and Google
 * over HTTP like the real one, with nothing but its own keys, and never calls a host outside this computer.
 */
@NullMarked
package io.spotdock.sandbox.thoughtspot;

import org.jspecify.annotations.NullMarked;
