/**
 * ThoughtSpot's REST API v2 behind {@link io.spotdock.port.WebhookService}: the only room that speaks its HTTP and JSON.
 * Answers are read tolerantly, requests hold exactly the documented fields, every error becomes a
 * {@link io.spotdock.domain.Failure} in one place, and no secret leaves this room but in the request it is meant for.
 */
@NullMarked
package io.spotdock.thoughtspot;

import org.jspecify.annotations.NullMarked;
