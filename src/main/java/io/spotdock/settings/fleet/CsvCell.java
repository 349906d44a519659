package io.spotdock.settings.fleet;

import io.spotdock.settings.Position;

/** A cell of a CSV file, without its quotes. */
record CsvCell(String text, Position at) {
    boolean isBlank() {
        return text.isBlank();
    }
}
