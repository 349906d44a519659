package io.spotdock.cli;

import io.spotdock.domain.Secret;
import io.spotdock.domain.Unseen;
import io.spotdock.text.Texts;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Asks a person at a terminal. The end of input cancels the command. */
public final class Prompt {
    private final Terminal terminal;
    private final PrintStream err;
    private final Texts texts;

    Prompt(Terminal terminal, PrintStream err, Texts texts) {
        this.terminal = terminal;
        this.err = err;
        this.texts = texts;
    }

    public void say(String sentence) {
        err.println(Unseen.shown(sentence));
    }

    /** Asks for a value; Enter alone takes the suggestion. */
    String ask(String question, String suggestion) {
        err.print(Unseen.shown(suggestion.isEmpty() ? question + ": " : question + " [" + suggestion + "]: "));
        err.flush();
        String answer = typed(terminal.readLine());
        return answer.isBlank() ? suggestion : answer.strip();
    }

    /** Asks yes or no, again until it is one of them. */
    public boolean confirm(String question, boolean suggestion) {
        while (true) {
            String hint = texts.get(suggestion ? "cli.prompt.yes-default" : "cli.prompt.no-default");
            err.print(Unseen.shown(question + " " + hint + " "));
            err.flush();
            String answer = typed(terminal.readLine()).strip().toLowerCase(Locale.ROOT);
            if (answer.isEmpty()) return suggestion;
            if (means("cli.prompt.yes", answer)) return true;
            if (means("cli.prompt.no", answer)) return false;
            err.println(texts.get("cli.prompt.yes-or-no"));
        }
    }

    /** Whether an answer is one of those that a text lists. */
    private boolean means(String key, String answer) {
        return List.of(texts.get(key).split(", ")).contains(answer);
    }

    /** Asks for a secret, which is not shown. */
    Secret secret(String question) {
        err.print(Unseen.shown(question + ": "));
        err.flush();
        char[] characters = terminal.readSecret();
        err.println();
        if (characters == null) throw new CancellationException();
        Secret secret = new Secret(characters);
        Arrays.fill(characters, '\0');
        return secret;
    }

    private static String typed(@Nullable String line) {
        if (line == null) throw new CancellationException();
        return line;
    }
}
