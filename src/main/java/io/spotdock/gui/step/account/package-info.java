/**
 * The second step: whose AWS account it is, by the ways to sign in that this computer offers, and what that person may do
 * there. It only looks.
 */
@NullMarked
package io.spotdock.gui.step.account;

import org.jspecify.annotations.NullMarked;
