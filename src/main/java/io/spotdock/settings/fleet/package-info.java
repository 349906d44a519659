/**
 * Many integrations from one file: the manifest, YAML with defaults and a list or CSV, read into settings each of which
 * is complete, with all that is wrong in it or between two of them said at once. Pure, apart from reading that file.
 */
@NullMarked
package io.spotdock.settings.fleet;

import org.jspecify.annotations.NullMarked;
