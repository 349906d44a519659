package io.spotdock.check;

import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a role's policies allow beyond what a delivery needs.
 *
 * @param within how the ARN of everything under the prefix begins
 */
record Excess(String within, Optional<KmsKeyArn> key) {
    /** The two, and what an upload in parts takes when it is broken off. */
    private static final Set<String> OF_S3 =
            Set.of("s3:putobject", "s3:putobjectacl", "s3:abortmultipartupload", "s3:listmultipartuploadparts");

    /** What AWS's own guides give to whoever encrypts with a key; on one key it opens nothing else. */
    private static final Set<String> OF_KMS = Set.of(
            "kms:generatedatakey",
            "kms:generatedatakey*",
            "kms:decrypt",
            "kms:encrypt",
            "kms:reencrypt*",
            "kms:describekey");

    private static final int SHOWN = 3;

    /** One statement that allows more, such as {@code #1 (AmazonS3FullAccess): s3:* → *}. */
    List<String> of(List<Named> identity) {
        List<String> found = new ArrayList<>();
        for (Named policy : identity) {
            List<Statement> statements = policy.document().statements();
            for (int i = 0; i < statements.size(); i++) {
                Statement statement = statements.get(i);
                if (statement.effect() == Effect.ALLOW && isMore(statement))
                    found.add(Judged.cite(statement.sid(), i) + " (" + policy.name() + "): " + told(statement));
            }
        }
        return found;
    }

    private boolean isMore(Statement statement) {
        boolean negated = statement.actions().negated()
                || statement.resources().filter(Statement.Matched::negated).isPresent();
        if (negated || statement.resources().isEmpty()) return true;
        boolean actions = statement.actions().patterns().stream()
                .map(action -> action.toLowerCase(Locale.ROOT))
                .allMatch(action -> OF_S3.contains(action) || OF_KMS.contains(action));
        return !actions || !statement.resources().get().patterns().stream().allMatch(this::isOurs);
    }

    private boolean isOurs(String resource) {
        return resource.startsWith(within)
                || key.filter(arn -> arn.value().equals(resource)).isPresent();
    }

    private static String told(Statement statement) {
        String actions = list(statement.actions());
        String resources = statement.resources().map(Excess::list).orElse("");
        return actions + " → " + resources;
    }

    private static String list(Statement.Matched matched) {
        List<String> patterns = matched.patterns();
        String shown = patterns.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return (matched.negated() ? "Not… " : "") + shown + (patterns.size() > SHOWN ? ", …" : "");
    }
}
