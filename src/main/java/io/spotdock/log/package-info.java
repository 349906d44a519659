/**
 * What is written down about a run for whoever looks into trouble later: which file, how much, and nothing secret. Knows the
 * logging library so that no other room has to; others log through SLF4J, and only the front door sets it up.
 */
@NullMarked
package io.spotdock.log;

import org.jspecify.annotations.NullMarked;
