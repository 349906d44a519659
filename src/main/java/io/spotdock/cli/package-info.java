/**
 * The command line: each command reads its options, asks the service layer, and prints what comes back. Human text goes
 * to standard error, results to standard output; one table turns failures into exit codes. No command prints a secret,
 * starts a toolkit or talks to an outside system itself.
 */
@NullMarked
package io.spotdock.cli;

import org.jspecify.annotations.NullMarked;
