package io.spotdock.gui.step.access;

import io.spotdock.settings.Field;

/**
 * A place in a document that an entry fills.
 *
 * @param stands a legal value that stands in the document in its place, and occurs nowhere else in it
 * @param shows what is entered, legal or not
 */
record Hole(String stands, Field field, String shows) {}
