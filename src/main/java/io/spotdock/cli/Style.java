package io.spotdock.cli;

import io.spotdock.domain.Unseen;
import io.spotdock.text.plan.Marks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours, for those who want them; they only ever repeat what a word or mark says too. */
public record Style(boolean colors) implements Marks {
    private static final Pattern OWN = Pattern.compile("\u001b\\[(?:0|1|2|31|32|33)m");

    @Override
    public String good(String text) {
        return in("32", text);
    }

    @Override
    public String look(String text) {
        return in("33", text);
    }

    @Override
    public String bad(String text) {
        return in("31", text);
    }

    @Override
    public String quiet(String text) {
        return in("2", text);
    }

    @Override
    public String strong(String text) {
        return in("1", text);
    }

    /** What goes to a terminal, where nothing in a text may act but the colours above. */
    String safe(String text) {
        if (!colors) return Unseen.shown(text);
        StringBuilder safe = new StringBuilder();
        Matcher own = OWN.matcher(text);
        int at = 0;
        while (own.find()) {
            safe.append(Unseen.shown(text.substring(at, own.start()))).append(own.group());
            at = own.end();
        }
        return safe.append(Unseen.shown(text.substring(at))).toString();
    }

    private String in(String code, String text) {
        return colors ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
