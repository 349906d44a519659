package io.spotdock.domain.resource;

import java.time.LocalDate;

/**
 * A rule of a bucket's lifecycle that is in force and deletes files (Amazon S3 User Guide, "Lifecycle configuration
 * elements"). Rules that only move files, or only remove what newer versions have replaced, are none.
 *
 * @param id AWS gives one to a rule that was written without
 * @param prefix of the keys it covers, as written; empty for every key
 * @param tagged whether it covers only files with certain tags
 * @param largerThan bytes; it covers only files that are larger
 */
public record Expiration(String id, String prefix, boolean tagged, long largerThan, Due due) {
    /** When a file is deleted. */
    public sealed interface Due {
        /** So many days after it was written. */
        record After(int days) implements Due {}

        /** On this date, and each day from then on. */
        record From(LocalDate date) implements Due {}
    }
}
