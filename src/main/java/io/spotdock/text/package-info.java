/**
 * What Spotdock says: keys to sentences, for both front ends, in the language of the bundle. Nothing here decides
 * anything; a key without a text, or a text that no key asks for, fails the build.
 */
@NullMarked
package io.spotdock.text;

import org.jspecify.annotations.NullMarked;
