/**
 * What is, what should be, and the difference: observed state, desired state, changes, and the pure comparison of them.
 * Nothing here calls anything.
 */
@NullMarked
package io.spotdock.plan;

import org.jspecify.annotations.NullMarked;
