package io.spotdock.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS's sentence of refusal names: {@code User: ARN is not authorized to perform: ACTION on resource: RESOURCE
 * because …} (IAM User Guide, "Troubleshoot access denied error messages"). Each part is looked for by itself, since
 * services leave some out and word the rest their own way.
 */
record DeniedText(Optional<String> principal, Optional<String> action, Optional<String> resource) {
    private static final Pattern PRINCIPAL =
            Pattern.compile("\\b(arn:[\\w-]+:(?:iam|sts)::[0-9]*:[^\\s\"]+) is not auth");
    private static final Pattern ACTION =
            Pattern.compile("(?:authorized to perform|perform):?\\s*\"?([a-z0-9-]+:[A-Za-z*]+)");
    private static final Pattern RESOURCE = Pattern.compile(
            "on (?:the )?resources?:?\\s*\"?((?:role|user|policy|policy path|instance profile) [^\\s\",]+|[^\\s\",]+)");

    static DeniedText of(String text) {
        return new DeniedText(first(PRINCIPAL, text), first(ACTION, text), first(RESOURCE, text));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).replaceAll("[.;]$", "")) : Optional.empty();
    }
}
