package io.spotdock.aws;

import io.spotdock.domain.Telltales;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of a text what would let its reader act as someone else. */
final class Redaction {
    private static final int LONGEST = 1000;

    /** STS and IAM answer a wrong signature with the request they saw, session token included. */
    private static final Pattern CANONICAL = Pattern.compile("(?is)\\s*The Canonical String for this request.*");

    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:x-amz-)?security-?token|x-amz-signature|x-amz-credential|signature|authorization|session_?token"
                    + "|aws_session_token|aws_secret_access_key|secret_?access_?key|web_?identity_?token|password"
                    + "|access_?token|refresh_?token|client_?secret|device_?code|token_?code|sso_bearer_token)"
                    + "(\"?\\s*[=:]\\s*\"?)(?:AWS4-HMAC-SHA256[^\\n]*|Bearer\\s+\\S+|[^\\s\"&,;<]+)");

    private static final Pattern ELEMENT =
            Pattern.compile("(?i)<(Token-?0?|SignatureProvided|StringToSign\\w*|CanonicalRequest\\w*)>[^<]*");

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Redaction() {}

    static String of(String text) {
        String clean = CANONICAL.matcher(text).replaceAll("");
        clean = ELEMENT.matcher(clean).replaceAll("<$1>" + Telltales.HIDDEN);
        clean = NAMED.matcher(clean).replaceAll("$1$2" + Telltales.HIDDEN);
        clean = Telltales.hide(clean).strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    /** A request's ID as AWS writes them, or nothing: a header may hold anything that whoever answers puts there. */
    static String ofRequestId(@Nullable String id) {
        return id != null && REQUEST_ID.matcher(id).matches() ? id : "";
    }

    /** The same exception with clean messages, for the log. */
    static Exception of(Throwable thrown) {
        return copy(thrown, 0);
    }

    private static Exception copy(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        String text = thrown.getClass().getName() + ": " + of(String.valueOf(thrown.getMessage()));
        Exception clean = new Exception(text, cause == null || depth > 5 ? null : copy(cause, depth + 1));
        clean.setStackTrace(thrown.getStackTrace());
        return clean;
    }
}
