package io.spotdock.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that mean something to a shell, a template, a spreadsheet or a markup language, or look like another value. */
public final class HostileText {
    private static final String TEXT = "aZ09 '\"`\\$%{}[]()<>&|;:#!*?~^@/=-_.,+éß漢👩\u200d💻\u00a0";
    private static final List<String> TRICKS = List.of(
            "${aws:username}",
            "${var.x}",
            "$${",
            "%{if true}",
            "%%{",
            "$(id)",
            "`id`",
            "'; id; '",
            "\\'",
            "\\n",
            "</td><script>",
            "]]>",
            "&lt;",
            "<!--",
            "```",
            "![x](y)",
            "!Ref X",
            "!Sub ${A}",
            "*a",
            "&a ",
            "- a",
            ": ",
            " #",
            "{{resolve:ssm:x}}",
            "=cmd|'/c'!A1",
            "EOF",
            "true",
            "null",
            "0x1",
            "2012-10-17",
            "../..");

    private HostileText() {}

    /** Of any characters. */
    public static String any(Random random, int most) {
        StringBuilder text = new StringBuilder();
        while (text.length() < most && random.nextInt(12) > 0)
            text.append(random.nextInt(3) == 0 ? TRICKS.get(random.nextInt(TRICKS.size())) : one(random, TEXT));
        return text.toString();
    }

    /** Of these characters alone. */
    public static String of(Random random, String characters, int most) {
        StringBuilder text = new StringBuilder();
        while (text.length() < most && random.nextInt(12) > 0) text.append(one(random, characters));
        return text.toString();
    }

    private static String one(Random random, String characters) {
        int[] points = characters.codePoints().toArray();
        return Character.toString(points[random.nextInt(points.length)]);
    }
}
