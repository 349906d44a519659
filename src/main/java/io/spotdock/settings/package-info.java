/**
 * What a person wants: the draft as it is typed, the settings it becomes when nothing is wrong with it, the settings
 * file with its schema, and the journey through the wizard as data. Pure, apart from reading and writing that file.
 */
@NullMarked
package io.spotdock.settings;

import org.jspecify.annotations.NullMarked;
