/**
 * What a person sends to whoever helps them: collected from this computer, without anything secret, as texts that can be read
 * before they are sent. Reads files and asks nobody; what of it goes where, and what the doctor says, the front end decides.
 */
@NullMarked
package io.spotdock.support;

import org.jspecify.annotations.NullMarked;
