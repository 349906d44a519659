package io.spotdock.sandbox.aws.iam;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.sandbox.aws.access.PolicyCheck;
import io.spotdock.sandbox.aws.access.PrincipalCheck;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.wire.SigV4;
import io.spotdock.sandbox.wire.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What IAM's groups of actions share: names, limits, errors and lists. */
final class Iam {
    static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
    static final Pattern PATH = Pattern.compile("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)");
    static final Pattern ANY = Pattern.compile("[\\s\\S]*");
    static final Pattern DOCUMENT = Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");

    private Iam() {}

    static String name(QueryCall call, String parameter, int max) {
        String name = call.need(parameter);
        if (!NAME.matcher(name).matches() && !name.isEmpty())
            throw new Refusal(
                    400,
                    "ValidationError",
                    "The specified value for " + parameter.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                            + parameter.substring(1)
                            + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
        return call.need(parameter, 1, max, NAME);
    }

    static String path(QueryCall call) {
        return call.parameter("Path", 1, 512, PATH).orElse("/");
    }

    static Identity.Role role(QueryCall call) {
        String name = call.need("RoleName", 1, 64, NAME);
        return Optional.ofNullable(call.account().roles().get(name))
                .orElseThrow(() -> missing("The role with name " + name + " cannot be found."));
    }

    /** For authorising: the role's ARN, or what it would be. */
    static String roleArn(QueryCall call) {
        String name = call.need("RoleName", 1, 64, NAME);
        Identity.Role role = call.account().roles().get(name);
        return role == null ? call.account().arn("role/" + name) : role.arn();
    }

    static Identity.User user(QueryCall call) {
        String name = call.need("UserName", 1, 64, NAME);
        return Optional.ofNullable(call.account().users().get(name))
                .orElseThrow(() -> missing("The user with name " + name + " cannot be found."));
    }

    static String userArn(QueryCall call) {
        String name = call.need("UserName", 1, 64, NAME);
        Identity.User user = call.account().users().get(name);
        return user == null ? call.account().arn("user/" + name) : user.arn();
    }

    static Refusal missing(String text) {
        return new Refusal(404, "NoSuchEntity", text);
    }

    static Refusal exists(String text) {
        return new Refusal(409, "EntityAlreadyExists", text);
    }

    static Refusal inUse(String text) {
        return new Refusal(409, "DeleteConflict", text);
    }

    static Refusal tooMuch(String text) {
        return new Refusal(409, "LimitExceeded", text);
    }

    /** How IAM counts a document: without white space (IAM User Guide, "IAM and AWS STS quotas"). */
    static int size(String document) {
        return (int) document.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    /** A trust policy that IAM would take, as sent. */
    static String trust(QueryCall call, String parameter) {
        String text = call.need(parameter, 1, 131_072, DOCUMENT);
        PolicyDocument document = PolicyCheck.trustShape(text);
        if (size(text) > 2048) throw tooMuch("Cannot exceed quota for ACLSizePerRole: 2048");
        PrincipalCheck principals =
                new PrincipalCheck(call.world(), call.account().partition());
        boolean named = document.statements().stream()
                .flatMap(s -> s.principals().stream())
                .anyMatch(p -> p.byType().containsKey("AWS"));
        if (named && call.world().faults().takeOne(AwsFault.INVALID_PRINCIPAL_LAG.id()))
            throw PolicyCheck.malformed("Invalid principal in policy: " + first(document));
        principals.unknown(document).ifPresent(unknown -> {
            throw PolicyCheck.malformed("Invalid principal in policy: " + unknown);
        });
        PrincipalCheck.checkSharedProviders(document);
        return text;
    }

    private static String first(PolicyDocument document) {
        return document.statements().stream()
                .flatMap(s -> s.principals().stream())
                .flatMap(p -> p.byType().getOrDefault("AWS", List.of()).stream())
                .findFirst()
                .map(value -> "\"AWS\":\"" + value + "\"")
                .orElse("");
    }

    static String encoded(String document) {
        return SigV4.encode(document, true);
    }

    static void tags(Xml xml, Map<String, String> tags) {
        if (tags.isEmpty()) return;
        xml.in(
                "Tags",
                list -> tags.forEach((key, value) ->
                        list.in("member", m -> m.text("Key", key).text("Value", value))));
    }

    /** One page of a list (IAM API Reference, {@code Marker} and {@code MaxItems}). */
    static <T> void page(
            QueryCall call, Xml xml, String name, List<T> all, java.util.function.BiConsumer<Xml, T> member) {
        int size = call.number("MaxItems", 100, 1, 1000);
        int from = call.parameter("Marker").map(Iam::position).orElse(0);
        int to = Math.min(from + size, all.size());
        List<T> page = from > all.size() ? List.of() : all.subList(from, to);
        boolean more = to < all.size();
        xml.text("IsTruncated", more);
        xml.in(name, list -> page.forEach(item -> list.in("member", m -> member.accept(m, item))));
        if (more) xml.text("Marker", marker(to));
    }

    private static String marker(int position) {
        return java.util.Base64.getEncoder()
                .encodeToString(("{\"at\":" + position + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static int position(String marker) {
        try {
            String text =
                    new String(java.util.Base64.getDecoder().decode(marker), java.nio.charset.StandardCharsets.UTF_8);
            return Integer.parseInt(text.replaceAll("[^0-9]", ""));
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "ValidationError", "Invalid Marker.");
        }
    }

    static String prefix(QueryCall call) {
        return call.parameter("PathPrefix").orElse("/");
    }
}
