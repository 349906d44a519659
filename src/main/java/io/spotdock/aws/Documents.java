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

    /** Whether a trust policy lets a provider in; one that can't be read does when it mentions it at all. */
    static boolean namesFederated(@Nullable String text, String provider) {
        if (text == null) return false;
        try {
            return PolicyJson.parse(json(text)).statements().stream()
                    .flatMap(statement -> statement.principals().stream())
                    .anyMatch(principals -> principals
                            .byType()
                            .getOrDefault("Federated", List.of())
                            .contains(provider));
        } catch (PolicySyntaxException _) {
            return json(text).contains(provider);
        }
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
