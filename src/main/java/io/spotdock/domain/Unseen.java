package io.spotdock.domain;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Characters that act on what shows them, or that nobody sees: a control character moves a terminal's cursor, a
 * direction's override lets a name read as another (Unicode Technical Report 36, "Bidirectional Text Spoofing"). No value
 * of the settings has any, and in what others wrote they are shown by their number.
 */
public final class Unseen {
    private static final String MARKS_OF_NUMBERS = "\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2";

    /** Controls, formats, line separators and halves of pairs; joiners are needed to write Persian and Hindi, and emoji. */
    private static final String NEVER =
            "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]|[\\p{Cf}&&[^\\u200c\\u200d" + MARKS_OF_NUMBERS + "]]";

    private static final Pattern ANY = Pattern.compile(NEVER);
    private static final Pattern BUT_LAYOUT = Pattern.compile("(?![\\n\\t])(?:" + NEVER + ")");

    private Unseen() {}

    /** Whether there is any, line ends and tabs among them. */
    public static boolean in(String text) {
        return ANY.matcher(text).find();
    }

    /** The text with each of them as its number, such as {@code \u202e}; line ends and tabs stay. */
    public static String shown(String text) {
        return BUT_LAYOUT.matcher(text.replace("\r\n", "\n")).replaceAll(Unseen::number);
    }

    /** In UTF-16, which is how JSON writes it too. */
    private static String number(MatchResult found) {
        StringBuilder number = new StringBuilder();
        for (char unit : found.group().toCharArray()) number.append("\\\\u%04x".formatted((int) unit));
        return number.toString();
    }
}
