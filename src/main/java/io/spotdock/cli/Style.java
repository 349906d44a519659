package io.spotdock.cli;

import io.spotdock.text.plan.Marks;

/** Colours, for those who want them; they only ever repeat what a word or mark says too. */
public record Style(boolean colors) implements Marks {
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

    private String in(String code, String text) {
        return colors ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
