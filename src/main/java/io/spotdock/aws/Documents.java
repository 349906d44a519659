package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policy documents as AWS answers them. */
final class Documents {
    private Documents() {}

    /** IAM encodes its documents by RFC 3986, which leaves {@code +} as it is (IAM API Reference, "GetRole"). */
    static PolicyDocument decoded(String text, String resource) {
        return plain(json(text), resource);
    }

    private static String json(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether a trust policy names a principal; one that nobody can read does when the text is in it. */
    static boolean names(@Nullable String text, String principal) {
        if (text == null) return false;
        String sought = root(principal);
        try {
            return PolicyJson.parse(json(text)).statements().stream()
                    .flatMap(statement -> statement.principals().stream())
                    .flatMap(principals -> principals.byType().values().stream())
                    .flatMap(List::stream)
                    .anyMatch(named -> root(named).equals(sought));
        } catch (PolicySyntaxException _) {
            return json(text).contains(principal);
        }
    }

    /** An account's ID stands for the account as its root's ARN does (IAM User Guide, "AWS account principals"). */
    private static String root(String principal) {
        return principal.replaceFirst("^arn:[a-z-]+:iam::([0-9]{12}):root$", "$1");
    }

    /**
     * Reads a document that AWS accepted.
     *
     * @throws FailureException Conflict when it can't be read: what nobody can read must not be written over, and a
     *     person can look at it
     */
    static PolicyDocument plain(String json, String resource) {
        try {
            return PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            Fault fault = Fault.of("fault.policy.unreadable", resource, String.valueOf(e.getMessage()));
            throw new FailureException(new Failure.Conflict(resource, fault, ""), e);
        }
    }
}
