/**
 * The catalogue of checks: what each proves, how strongly, its evidence, and the remedy when it fails. A check reads, or
 * writes a test file and removes it; running them in order is the service's affair.
 */
@NullMarked
package io.spotdock.check;

import org.jspecify.annotations.NullMarked;
