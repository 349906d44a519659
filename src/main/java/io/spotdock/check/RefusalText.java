package io.spotdock.check;

import io.spotdock.domain.Arn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS said when it refused a call, taken apart. ThoughtSpot repeats it as the client at hand wrote it down: the AWS SDK
 * for Go, for Java or for Python, or the XML itself. The sentence about a denial is AWS's (IAM User Guide, "Troubleshoot
 * access denied error messages"). All of it is what an error claims; nothing in it is a reason to trust anybody.
 *
 * @param service {@code STS}, {@code S3} or {@code KMS}
 * @param operation such as {@code PutObject}
 * @param code AWS's own, such as {@code AccessDenied}
 * @param principal the ARN of who called
 * @param action such as {@code s3:PutObject}
 * @param resource an ARN as a rule
 * @param text the whole, without XML's escapes and ThoughtSpot's own advice
 */
public record RefusalText(
        Optional<String> service,
        Optional<String> operation,
        Optional<Integer> status,
        Optional<String> code,
        Optional<String> requestId,
        Optional<String> principal,
        Optional<String> action,
        Optional<String> resource,
        Optional<Denial> denial,
        String text) {

    /**
     * Which policy kept a call from being allowed.
     *
     * @param explicit whether a statement refuses; else none allows
     */
    public record Denial(boolean explicit, Policy by) {}

    /** The kinds of policy that AWS names in a denial. */
    public enum Policy {
        IDENTITY("identity-based policy"),
        RESOURCE("resource-based policy"),
        TRUST("role trust policy"),
        BOUNDARY("permissions boundary"),
        SESSION("session policy"),
        SERVICE_CONTROL("service control policy"),
        RESOURCE_CONTROL("resource control policy"),
        ENDPOINT("VPC endpoint policy"),
        /** AWS said that something refuses, and not what. */
        UNSAID("?");

        private final String said;

        Policy(String said) {
            this.said = said;
        }
    }

    private static final Pattern OPERATION =
            Pattern.compile("operation error ([\\w ]+): (\\w+)|when calling the (\\w+) operation");
    private static final Pattern SERVICE = Pattern.compile("\\(Service: ([^,;)]+)");
    private static final Pattern STATUS = Pattern.compile("Status ?Code: ([0-9]{3})");
    private static final Pattern REQUEST =
            Pattern.compile("Request ?ID: ([\\w+/=-]+)|<Request_?I[dD]>([^<]+)</Request_?I[dD]>");
    private static final Pattern PRINCIPAL =
            Pattern.compile("User: (arn:\\S+|anonymous|AIDA\\w+|AROA\\S+) is not authorized");
    private static final Pattern ACTION =
            Pattern.compile("[Nn]ot authorized to perform:? \"?([a-z0-9-]+:[A-Za-z0-9*]+)");
    private static final Pattern RESOURCE = Pattern.compile("on resource: (?:\"([^\"]+)\"|(\\S+))");
    private static final Pattern DENIAL = Pattern.compile("(explicit deny) in (?:an?|the) (?<deny>" + policies()
            + ")|because no (?<lack>" + policies() + ") allows|(?<plain>explicit deny)");

    /** Where a client writes the code, the surest first. */
    private static final List<Pattern> CODES = List.of(
            Pattern.compile("api error ([A-Z][\\w.]+)"),
            Pattern.compile("Error Code: ([A-Z][\\w.]+)"),
            Pattern.compile("An error occurred \\(([A-Z][\\w.]+)\\)"),
            Pattern.compile("<Code>\\s*([A-Z][\\w.]+)\\s*</Code>"),
            // The Go SDK leaves "api error" out where it knows the error's type.
            Pattern.compile("Request ?ID: [\\w+/=-]*,(?: HostID: [^,]*,)? ([A-Z][\\w.]+): "),
            Pattern.compile("(?:^|: )((?:KMS\\.)?[A-Z](?!ser\\b)[A-Za-z]{4,}): "));

    /** What ThoughtSpot adds of its own whenever a role can't be assumed; it says nothing about this time. */
    private static final Pattern ADVICE = Pattern.compile("\\.? *Ensure the role's trust policy allows [^.;]*");

    private static final Map<String, String> ESCAPES =
            Map.of("&quot;", "\"", "&#34;", "\"", "&apos;", "'", "&#39;", "'", "&lt;", "<", "&gt;", ">");

    private static String policies() {
        return Arrays.stream(Policy.values())
                .filter(policy -> policy != Policy.UNSAID)
                .map(policy -> policy.said)
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
    }

    /** Reads any text; what is not in it is empty. */
    public static RefusalText of(String said) {
        String text = unescaped(said);
        Optional<String> action = first(ACTION, text);
        Optional<String> operation = operation(text);
        return new RefusalText(
                service(text, action),
                operation,
                first(STATUS, text).map(Integer::valueOf),
                CODES.stream().flatMap(code -> first(code, text).stream()).findFirst(),
                first(REQUEST, text),
                first(PRINCIPAL, text),
                action,
                first(RESOURCE, text).map(RefusalText::withoutPunctuation),
                denial(text),
                text);
    }

    private static String unescaped(String said) {
        String text = said;
        for (Map.Entry<String, String> escape : ESCAPES.entrySet())
            text = text.replace(escape.getKey(), escape.getValue());
        return ADVICE.matcher(text.replace("&amp;", "&")).replaceAll("");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) return Optional.empty();
        for (int group = 1; group <= matcher.groupCount(); group++)
            if (matcher.group(group) != null) return Optional.of(matcher.group(group));
        return Optional.empty();
    }

    private static Optional<String> operation(String text) {
        Matcher matcher = OPERATION.matcher(text);
        if (!matcher.find()) return Optional.empty();
        return Optional.ofNullable(matcher.group(2)).or(() -> Optional.ofNullable(matcher.group(3)));
    }

    /** The clients call it {@code Amazon S3}, {@code AmazonS3}, {@code AWSSecurityTokenService} and more. */
    private static Optional<String> service(String text, Optional<String> action) {
        String named = (first(OPERATION, text).orElse("") + " "
                        + first(SERVICE, text).orElse("") + " "
                        + action.map(a -> a.substring(0, a.indexOf(':'))).orElse(""))
                .toUpperCase(Locale.ROOT);
        if (named.contains("KMS")) return Optional.of("KMS");
        if (named.contains("STS") || named.contains("SECURITYTOKEN") || named.contains("ASSUMEROLE"))
            return Optional.of("STS");
        return named.contains("S3") || named.contains("PUTOBJECT") ? Optional.of("S3") : Optional.empty();
    }

    private static String withoutPunctuation(String resource) {
        return resource.replaceFirst("[.,;)]+$", "");
    }

    private static Optional<Denial> denial(String text) {
        Matcher matcher = DENIAL.matcher(text);
        if (!matcher.find()) return Optional.empty();
        if (matcher.group("plain") != null) return Optional.of(new Denial(true, Policy.UNSAID));
        String deny = matcher.group("deny");
        String named = deny == null ? matcher.group("lack") : deny;
        return Arrays.stream(Policy.values())
                .filter(policy -> policy.said.equals(named))
                .findFirst()
                .map(policy -> new Denial(deny != null, policy));
    }

    boolean hasCode(String... codes) {
        return code.isPresent() && List.of(codes).contains(code.get());
    }

    boolean says(String pattern) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    /** Whether a caller was refused for want of a right. */
    boolean isDenied() {
        return hasCode("AccessDenied", "AccessDeniedException", "UnauthorizedAccess") || action.isPresent();
    }

    boolean isDeniedBy(Policy... policies) {
        return denial.isPresent() && List.of(policies).contains(denial.get().by());
    }

    /** Whether it is about assuming a role, not about the upload after it. */
    boolean isOfAssuming() {
        return operation
                .or(() -> action.map(a -> a.substring(a.indexOf(':') + 1)))
                .map(name -> name.startsWith("AssumeRole"))
                .orElseGet(() -> service.equals(Optional.of("STS"))
                        || says("(?i)assume role|OpenIDConnect provider|InvalidIdentityToken|web identity"));
    }

    /** The AWS account of who called. */
    Optional<String> account() {
        return principal.flatMap(Arn::parse).map(Arn::account).filter(id -> id.matches("[0-9]{12}"));
    }

    /** A file in S3, as AWS names it. */
    record S3File(String bucket, String key) {}

    Optional<S3File> file() {
        return resource.flatMap(Arn::parse)
                .filter(arn -> arn.service().equals("s3") && arn.resource().contains("/"))
                .map(arn -> arn.resource().split("/", 2))
                .map(parts -> new S3File(parts[0], parts[1]));
    }

    /** The region that AWS says is the right one. */
    Optional<String> region() {
        return first(Pattern.compile("expecting '([a-z0-9-]+)'|<Region>([a-z0-9-]+)</Region>"), text);
    }

    /** The KMS key that is spoken of. */
    Optional<String> key() {
        return first(Pattern.compile("(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(?:key|alias)/[\\w/-]+)"), text);
    }
}
