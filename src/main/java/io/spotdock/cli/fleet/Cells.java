package io.spotdock.cli.fleet;

import java.lang.Character.UnicodeScript;

/** Text in the columns of a terminal: some characters take two, some none, and control characters must not get there. */
final class Cells {
    private static final String ELLIPSIS = "…";

    private Cells() {}

    /** In one line, with nothing in it that a terminal would obey. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
        boolean fullWidth = character >= 0xFF01 && character <= 0xFF60 || character >= 0x1F300 && character <= 0x1FAFF;
        return fullWidth
                        || switch (UnicodeScript.of(character)) {
                            case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
                            default -> false;
                        }
                ? 2
                : 1;
    }

    /** At most so wide; what is cut ends in an ellipsis. */
    static String cut(String text, int width) {
        if (width(text) <= width) return text;
        StringBuilder kept = new StringBuilder();
        int left = width - 1;
        for (int character : text.codePoints().toArray()) {
            left -= width(character);
            if (left < 0) break;
            kept.appendCodePoint(character);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }

    /** Just so wide. */
    static String fit(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(Math.max(0, width - width(cut)));
    }
}
