package io.spotdock.gui.step;

import io.spotdock.domain.Fault;
import io.spotdock.text.Texts;

/** A remedy as the window says it: there it is a step that mends it, not a command. */
public record RemedyText(Texts texts) {
    private static final String REMEDY = "remedy.";

    public String of(Fault remedy) {
        String key = "wizard.remedy." + remedy.key().substring(REMEDY.length());
        return texts.has(key) ? texts.get(key, remedy.arguments().toArray()) : texts.of(remedy);
    }
}
