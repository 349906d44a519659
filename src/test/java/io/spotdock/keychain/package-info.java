@NullMarked
package io.spotdock.keychain;

import org.jspecify.annotations.NullMarked;
