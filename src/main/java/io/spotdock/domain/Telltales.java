package io.spotdock.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What gives a secret away where nobody said that it is one: the name it goes by, or its shape. People put keys into URLs,
 * headers and messages, although these are no place for them.
 */
public final class Telltales {
    public static final String HIDDEN = "[hidden]";

    private static final Pattern NAME = Pattern.compile(
            "token|secret|passw|credential|auth(?!or)|signature|cookie|(api|access|account|subscription).?key",
            Pattern.CASE_INSENSITIVE);

    /** In a URL, also what Azure and others call the key that stands there. */
    private static final Pattern PARAMETER =
            Pattern.compile("sig|code|key|pwd|pass|sv?c?key", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUERY = Pattern.compile("(?<=[?&;])([^=&#;\\s]+)=([^&#;\\s\"'<>]+)");
    private static final Pattern USER = Pattern.compile("//[^/@\\s?#]+@");

    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern SIGNED = Pattern.compile("AWS4-HMAC-SHA256[^\\n\"]*");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]*)?");

    private static final String SPEAKING =
            "(?i)([\\w.-]{0,40}(?:token|secret|passw|credential|signature|authorization|(?:api|access)[_-]?key)[\\w.-]{0,40})";

    /** A reference to a secret is none, and neither is the word before one. */
    private static final String NO_REFERENCE = "(?!\\[hidden]|env:|file:|entered:|AWS4-HMAC|Bearer\\s|Basic\\s)";

    /** A name and its value, as programs, shells and JSON write them. */
    private static final Pattern ASSIGNED = Pattern.compile(SPEAKING
            + "(\\\\*[\"']\\s*:\\s*\\\\*[\"']|\\\\*[\"']?\\s*=\\s*\\\\*[\"']?)" + NO_REFERENCE
            + "([^\\s\"'\\\\&,;<>{}\\[\\]()]{4,})");

    /** As people, YAML and headers write them; a sentence may go on after a colon too, but hardly with a digit in a word. */
    private static final Pattern SAID = Pattern.compile(
            SPEAKING + "(\\s*:\\s*)" + NO_REFERENCE + "((?=[^\\s]*[0-9])[^\\s\"'\\\\&,;<>{}\\[\\]()]{6,})");

    /** A secret access key: 40 characters of Base64 (IAM User Guide, "Manage access keys"), which a hash in hex is not. */
    private static final Pattern SECRET_KEY = Pattern.compile(
            "(?<![A-Za-z0-9/+=._-])(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[0-9])"
                    + "[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=._-])");

    /** Session tokens, signatures and keys of other services: nothing that a person reads is as long and without a space. */
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+/_=%-]{100,}");

    private Telltales() {}

    /** Whether a header or parameter of this name is likely to carry a secret. */
    public static boolean isName(String name) {
        return NAME.matcher(name).find();
    }

    /** A text without what looks like a secret in it. */
    public static String hide(String text) {
        String clean = USER.matcher(text).replaceAll("//");
        clean = LONG.matcher(clean).replaceAll(HIDDEN);
        clean = parameters(clean);
        clean = SIGNED.matcher(clean).replaceAll("AWS4-HMAC-SHA256 " + HIDDEN);
        clean = SCHEME.matcher(clean).replaceAll("$1 " + HIDDEN);
        clean = JWT.matcher(clean).replaceAll(HIDDEN);
        clean = ASSIGNED.matcher(clean).replaceAll("$1$2" + HIDDEN);
        clean = SAID.matcher(clean).replaceAll("$1$2" + HIDDEN);
        return SECRET_KEY.matcher(clean).replaceAll(HIDDEN);
    }

    /** An address as it may be shown: without a user, and without the values of parameters that name a secret. */
    public static String hideInAddress(String url) {
        return parameters(USER.matcher(url).replaceAll("//"));
    }

    /** Pairs as they may be shown or kept: without the values of names that tell a secret. */
    public static Map<String, String> hideIn(Map<String, String> pairs) {
        Map<String, String> clean = new TreeMap<>(pairs);
        clean.replaceAll((name, value) -> isName(name) ? HIDDEN : value);
        return clean;
    }

    /** Whether something was hidden in a text, so that it can't be put back as it was. */
    public static boolean isHiddenIn(String text) {
        return text.contains(HIDDEN);
    }

    private static String parameters(String text) {
        return QUERY.matcher(text)
                .replaceAll(pair -> Matcher.quoteReplacement(
                        isParameter(pair.group(1)) ? pair.group(1) + "=" + HIDDEN : pair.group()));
    }

    private static boolean isParameter(String name) {
        return isName(name) || PARAMETER.matcher(name).matches();
    }
}
