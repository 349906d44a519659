package io.spotdock.gui.control;

/**
 * One line of a {@link DiffBox}. {@code signWord} is how a screen reader says the sign ("Removed"), {@code aside} what it
 * adds after the value ("differs in case"), as two such values sound alike.
 */
public record DiffLine(Sign sign, String signWord, String field, String value, boolean mono, String aside) {
    /** What becomes of the value. */
    public enum Sign {
        REMOVED("−"),
        ADDED("+"),
        SAME("");

        final String shown;

        Sign(String shown) {
            this.shown = shown;
        }
    }

    public static DiffLine removed(String signWord, String field, String value) {
        return new DiffLine(Sign.REMOVED, signWord, field, value, true, "");
    }

    public static DiffLine added(String signWord, String field, String value) {
        return new DiffLine(Sign.ADDED, signWord, field, value, true, "");
    }

    /** The same line whose value is a sentence, not what a machine reads. */
    public DiffLine inWords() {
        return new DiffLine(sign, signWord, field, value, false, aside);
    }

    /** The same line, with something to say after the value. */
    public DiffLine saying(String more) {
        return new DiffLine(sign, signWord, field, value, mono, more);
    }
}
