/**
 * CloudTrail's event history: what STS was asked, written as CloudTrail writes it into the accounts that AWS writes it
 * into, and {@code LookupEvents}, which finds it. There are no trails, no data events, and no other service's events.
 */
@NullMarked
package io.spotdock.sandbox.aws.cloudtrail;

import org.jspecify.annotations.NullMarked;
