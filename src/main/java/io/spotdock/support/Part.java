package io.spotdock.support;

/**
 * A file of a bundle.
 *
 * @param name its path in the bundle
 * @param kind what it is, which a front end has words for
 */
public record Part(String name, Kind kind, String text) {
    /** What a file of a bundle is. */
    public enum Kind {
        README,
        ENVIRONMENT,
        FOLDER,
        SETTINGS,
        JOURNAL,
        LOG,
        DOCTOR;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
