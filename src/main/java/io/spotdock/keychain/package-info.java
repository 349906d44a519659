/**
 * The system's keychains behind {@link io.spotdock.port.Keychain}: the Secret Service of Linux, spoken to over its bus, and
 * those of macOS and Windows through a library. The only room that knows the libraries; they are loaded at the first call,
 * so that who keeps nothing never meets them. Every error becomes a {@link io.spotdock.domain.Failure} here, and what a
 * library says is told only where it can't hold a secret.
 */
@NullMarked
package io.spotdock.keychain;

import org.jspecify.annotations.NullMarked;
