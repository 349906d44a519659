package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Partition;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.sandbox.aws.state.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the principals of a resource policy are there (IAM User Guide, "AWS JSON policy elements: Principal"): the
 * account must exist in the same partition, and so must a user or role that is named.
 */
public final class PrincipalCheck {
    private static final String GOOGLE = "accounts.google.com";

    private final World world;
    private final Partition partition;

    public PrincipalCheck(World world, Partition partition) {
        this.world = world;
        this.partition = partition;
    }

    /** The first principal that is not there, as {@code "AWS":"arn:…"}. */
    public Optional<String> unknown(PolicyDocument document) {
        for (Statement statement : document.statements()) {
            if (statement.principals().isEmpty()) continue;
            for (var type : statement.principals().get().byType().entrySet())
                for (String value : type.getValue())
                    if (!known(type.getKey(), value)) return Optional.of("\"" + type.getKey() + "\":\"" + value + "\"");
        }
        return Optional.empty();
    }

    private boolean known(String type, String value) {
        return switch (type) {
            case "AWS" -> value.equals("*") || aws(value);
            case "Federated" -> federated(value);
            case "Service" -> value.matches("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");
            default -> true;
        };
    }

    private boolean aws(String value) {
        if (value.matches("[0-9]{12}")) return account(value);
        if (value.matches("A(RO|ID)A[A-Z0-9]{12,124}")) return true;
        Optional<Arn> arn = Arn.parse(value);
        if (arn.isEmpty()
                || !arn.get().partition().equals(partition.id())
                || !account(arn.get().account())) return false;
        String resource = arn.get().resource();
        if (resource.equals("root")) return arn.get().service().equals("iam");
        if (arn.get().service().equals("sts"))
            return resource.matches("(assumed-role/[^/]+/[^/]+|federated-user/[^/]+)") && !resource.contains("*");
        return world.identity(value).isPresent();
    }

    private boolean account(String id) {
        return world.account(id).filter(a -> a.partition() == partition).isPresent();
    }

    private static boolean federated(String value) {
        Optional<Arn> arn = Arn.parse(value);
        if (arn.isPresent()) return arn.get().resource().matches("(oidc|saml)-provider/.+");
        return value.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    }

    /**
     * For a provider that many share, a statement must test a claim that only the owner's tokens carry (IAM User Guide,
     * "Identity-provider controls for shared OIDC providers").
     */
    public static void checkSharedProviders(PolicyDocument trust) {
        for (Statement statement : trust.statements()) {
            if (statement.effect() != Effect.ALLOW || statement.principals().isEmpty()) continue;
            boolean google = statement.principals().get().byType().getOrDefault("Federated", List.of()).stream()
                    .anyMatch(value -> value.equals(GOOGLE) || value.endsWith(":oidc-provider/" + GOOGLE));
            if (google && !tests(statement))
                throw PolicyCheck.malformed("The trust policy for the shared OpenID Connect provider " + GOOGLE
                        + " is missing a required condition: it must evaluate " + GOOGLE + ":sub or " + GOOGLE
                        + ":aud");
        }
    }

    private static boolean tests(Statement statement) {
        for (Map.Entry<String, Map<String, List<String>>> operator :
                statement.conditions().entrySet()) {
            String name = operator.getKey().toLowerCase(Locale.ROOT);
            if (!name.contains("stringequals") && !name.contains("stringlike") || name.contains("not")) continue;
            for (Map.Entry<String, List<String>> key : operator.getValue().entrySet())
                if (key.getKey().toLowerCase(Locale.ROOT).matches("accounts\\.google\\.com:(sub|aud|oaud|email)")
                        && key.getValue().stream().noneMatch(v -> v.matches("\\**"))) return true;
        }
        return false;
    }
}
