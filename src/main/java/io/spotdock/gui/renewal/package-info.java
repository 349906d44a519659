/**
 * What the window shows when a sign-in runs out in the middle of something: that everything waits, and what it takes to be
 * signed in again. It stands over whichever step is at work; the forms are those of the account's step. Decides nothing
 * about sign-ins: the services do, and refuse another account.
 */
@NullMarked
package io.spotdock.gui.renewal;

import org.jspecify.annotations.NullMarked;
