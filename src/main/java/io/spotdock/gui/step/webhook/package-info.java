/**
 * "Webhook": what ThoughtSpot calls after a delivery. Finds the webhook that an Org has already, shows what would change, and
 * makes or changes it on a person's word. Secrets that are typed here go into the setup's keeping and nowhere else.
 */
@NullMarked
package io.spotdock.gui.step.webhook;

import org.jspecify.annotations.NullMarked;
