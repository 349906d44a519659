package io.spotdock.domain;

import org.jspecify.annotations.Nullable;

/** Where a secret is to be found, so that settings can name one without holding it: {@code env:NAME}, {@code file:PATH}, or an entry of this session. */
public sealed interface SecretReference {
    record Environment(String name) implements SecretReference {
        @Override
        public String toString() {
            return "env:" + name;
        }
    }

    record File(String path) implements SecretReference {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** Typed into this session; lives in memory only and is never written to a settings file. */
    record Entered(String name) implements SecretReference {
        @Override
        public String toString() {
            return "entered:" + name;
        }
    }

    static Parsed<SecretReference> parse(String text) {
        return Parsed.of(text.strip(), SecretReference::rule, SecretReference::read);
    }

    /** The same for what never leaves this session, where a secret may have been typed. */
    static Parsed<SecretReference> parseInSession(String text) {
        String start = "entered:";
        return text.startsWith(start) && text.length() > start.length()
                ? new Parsed.Good<>(new Entered(text.substring(start.length())))
                : parse(text);
    }

    private static @Nullable Fault rule(String text) {
        boolean legal = text.matches("env:[A-Za-z_][A-Za-z0-9_]*") || text.matches("file:.+");
        // The text may be the secret itself, typed in the wrong place: the fault must not repeat it.
        return legal ? null : Fault.of("fault.secret-reference");
    }

    private static SecretReference read(String text) {
        return text.startsWith("env:") ? new Environment(text.substring(4)) : new File(text.substring(5));
    }
}
