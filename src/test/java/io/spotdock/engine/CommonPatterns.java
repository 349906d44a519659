package io.spotdock.engine;

import java.util.regex.Pattern;

/**
 * Regular expressions of what Java (CloudFormation), RE2 (Terraform) and Python (cfn-lint) understand alike, for whole
 * values.
 */
public final class CommonPatterns {
    /** Groups with a question mark, references to groups, possessive and lazy repeats, classes by letter. */
    private static final Pattern NOT_COMMON = Pattern.compile("\\(\\?|\\\\[^x.]|[*+?}][+?]|[$^]");

    private CommonPatterns() {}

    public static boolean matches(String pattern, String text) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) throw new Misread("not the whole value: " + pattern);
        String outsideClasses = pattern.substring(1, pattern.length() - 1).replaceAll("\\[[^]]*]", "x");
        if (pattern.contains("&&") || NOT_COMMON.matcher(outsideClasses).find())
            throw new Misread("not understood by all: " + pattern);
        // Java's $ would let a line feed stand behind it, RE2's would not.
        return Pattern.compile(pattern.substring(1, pattern.length() - 1))
                .matcher(text)
                .matches();
    }
}
