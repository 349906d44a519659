/**
 * The adapter to where Spotdock's own releases are told, in the form of GitHub's REST API. Sends one question that identifies
 * nobody, and takes the answer for what a stranger says. Only {@code app} comes in.
 */
@NullMarked
package io.spotdock.releases;

import org.jspecify.annotations.NullMarked;
