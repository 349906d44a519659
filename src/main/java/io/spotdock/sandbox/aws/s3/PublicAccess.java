package io.spotdock.sandbox.aws.s3;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.sandbox.aws.state.Bucket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Block Public Access, and what it calls public (Amazon S3 User Guide, "Blocking public access to your Amazon S3
 * storage": the meaning of "public").
 */
record PublicAccess(boolean blockAcls, boolean ignoreAcls, boolean blockPolicy, boolean restrict) {
    static final PublicAccess ALL = new PublicAccess(true, true, true, true);
    private static final PublicAccess NONE = new PublicAccess(false, false, false, false);

    private static final Set<String> NARROWING = Set.of(
            "aws:sourceip",
            "aws:sourcearn",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:sourceowner",
            "aws:sourceaccount",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:userid",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn",
            "s3:x-amz-server-side-encryption-aws-kms-key-id");

    static PublicAccess of(Bucket bucket) {
        return bucket.setting("publicAccessBlock").map(PublicAccess::parse).orElse(NONE);
    }

    private static PublicAccess parse(String xml) {
        XmlBody body = XmlBody.parse(xml.getBytes(StandardCharsets.UTF_8), "PublicAccessBlockConfiguration");
        return new PublicAccess(
                on(body, "BlockPublicAcls"),
                on(body, "IgnorePublicAcls"),
                on(body, "BlockPublicPolicy"),
                on(body, "RestrictPublicBuckets"));
    }

    private static boolean on(XmlBody body, String name) {
        return body.text(name).map(t -> t.toLowerCase(Locale.ROOT)).equals(Optional.of("true"));
    }

    static boolean isPublic(Bucket bucket) {
        try {
            return bucket.policy().isPresent()
                    && isPublic(PolicyJson.parse(bucket.policy().get()));
        } catch (PolicySyntaxException e) {
            throw new IllegalStateException("a stored policy can't be read", e);
        }
    }

    static boolean isPublic(PolicyDocument document) {
        return document.statements().stream().anyMatch(PublicAccess::isPublic);
    }

    private static boolean isPublic(Statement statement) {
        if (statement.effect() != Effect.ALLOW || statement.principals().isEmpty()) return false;
        Map<String, List<String>> named = statement.principals().get().byType();
        boolean everyone = statement.principals().get().negated()
                || named.containsKey("*")
                || named.getOrDefault("AWS", List.of()).contains("*");
        return everyone && !narrowed(statement);
    }

    private static boolean narrowed(Statement statement) {
        for (var operator : statement.conditions().entrySet()) {
            String name = operator.getKey().toLowerCase(Locale.ROOT);
            if (name.contains("not") || name.endsWith("ifexists")) continue;
            for (var key : operator.getValue().entrySet())
                if (NARROWING.contains(key.getKey().toLowerCase(Locale.ROOT))
                        && key.getValue().stream()
                                .noneMatch(v ->
                                        v.contains("*") || v.contains("?") || v.contains("${") || v.endsWith("/0")))
                    return true;
        }
        return false;
    }
}
