package io.spotdock.export;

/**
 * A line of the hand-off sheet.
 *
 * @param verbatim whether the value is to be copied as it stands; a sentence otherwise
 */
public record HandoffRow(String label, String value, boolean verbatim) {}
