/**
 * A stand-in for Google's issuer: it signs ID tokens of ThoughtSpot's service account with a key of its own and
 * publishes that key, so that any OpenID client can check them. It knows neither AWS nor ThoughtSpot.
 */
@NullMarked
package io.spotdock.sandbox.google;

import org.jspecify.annotations.NullMarked;
