/**
 * The journey's verbs over many integrations at once: a bounded number side by side on virtual threads, none stopping
 * another, what shares an account sharing its sign-in and its patience. Made of {@code service}, which knows nothing of it.
 */
@NullMarked
package io.spotdock.service.fleet;

import org.jspecify.annotations.NullMarked;
