/**
 * The commands over a fleet: many integrations from one manifest, planned, applied, tested and diagnosed side by side. What
 * is told here fits a thousand of them: one row each, each cause once with the names of all it concerns, one question
 * before the first write. Made of {@code cli}, which knows nothing of it.
 */
@NullMarked
package io.spotdock.cli.fleet;

import org.jspecify.annotations.NullMarked;
