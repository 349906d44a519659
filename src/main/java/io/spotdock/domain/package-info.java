/**
 * Values that cannot be wrong. Each refuses bad input where it is made and names the published rule it enforces, so no
 * other room checks an account ID or a bucket name again. Nothing here reads, writes, waits or knows a library; every
 * room may come in.
 */
@NullMarked
package io.spotdock.domain;

import org.jspecify.annotations.NullMarked;
