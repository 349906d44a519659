package io.spotdock.domain.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A pattern in which {@code *} stands for any run of characters and {@code ?} for exactly one (IAM User Guide, "IAM
 * JSON policy elements: Resource"). Pieces of it may be literal, so that a variable's value brings no wildcards in.
 */
final class Glob {
    private static final int MANY = -1;
    private static final int ONE = -2;
    private static final int ARN_PARTS = 6;

    private final int[] tokens;

    private Glob(int[] tokens) {
        this.tokens = tokens;
    }

    static Glob pattern(String text) {
        return new Glob(text.codePoints()
                .map(c -> switch (c) {
                    case '*' -> MANY;
                    case '?' -> ONE;
                    default -> c;
                })
                .toArray());
    }

    static Glob literal(String text) {
        return new Glob(text.codePoints().toArray());
    }

    Glob then(Glob next) {
        return new Glob(IntStream.concat(Arrays.stream(tokens), Arrays.stream(next.tokens))
                .toArray());
    }

    boolean matches(String text) {
        int[] given = text.codePoints().toArray();
        int at = 0;
        int token = 0;
        int star = -1;
        int resume = 0;
        while (at < given.length) {
            if (token < tokens.length && tokens[token] == MANY) {
                star = token++;
                resume = at;
            } else if (token < tokens.length && (tokens[token] == ONE || tokens[token] == given[at])) {
                token++;
                at++;
            } else if (star >= 0) {
                // The last star takes one character more; earlier ones need no second look.
                token = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == MANY) token++;
        return token == tokens.length;
    }

    /**
     * Whether {@code arn} matches part by part, so that a wildcard does not reach over a colon into the next part; the
     * parts an incomplete pattern lacks are wildcards (AWS General Reference, "Amazon Resource Names").
     */
    boolean matchesArn(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS) return false;
        List<Glob> patterns = parts();
        for (int i = 0; i < patterns.size(); i++) if (!patterns.get(i).matches(parts[i])) return false;
        return true;
    }

    private List<Glob> parts() {
        List<Glob> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < tokens.length && parts.size() < ARN_PARTS - 1; i++) {
            if (tokens[i] != ':') continue;
            parts.add(new Glob(Arrays.copyOfRange(tokens, start, i)));
            start = i + 1;
        }
        parts.add(new Glob(Arrays.copyOfRange(tokens, start, tokens.length)));
        return parts;
    }

    boolean isArn() {
        return text().startsWith("arn:");
    }

    boolean isEverything() {
        return tokens.length == 1 && tokens[0] == MANY;
    }

    boolean hasWildcard() {
        return Arrays.stream(tokens).anyMatch(t -> t == MANY || t == ONE);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int token : tokens)
            switch (token) {
                case MANY -> text.append('*');
                case ONE -> text.append('?');
                default -> text.appendCodePoint(token);
            }
        return text.toString();
    }
}
