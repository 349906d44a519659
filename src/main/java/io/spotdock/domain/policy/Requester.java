package io.spotdock.domain.policy;

import io.spotdock.domain.Arn;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who makes a request, read from {@link AccessRequest#principal()} (IAM User Guide, "IAM identifiers"). */
sealed interface Requester {
    Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(/[\\x21-\\x7e]*)?");

    /** Nobody has signed. */
    record Anonymous() implements Requester {}

    /** A service, or an identity provider by its host or ARN: no identity policies bear on it. */
    record Outside(String name) implements Requester {}

    /** Somebody of an account. */
    sealed interface Member extends Requester {
        Arn arn();
    }

    /** The account's root user. */
    record Root(Arn arn) implements Member {}

    /** An IAM user. */
    record User(Arn arn) implements Member {}

    /** A role, in whichever session. */
    record Role(Arn arn) implements Member {
        String name() {
            return lastOf(arn);
        }
    }

    /** A session of a role; its ARN holds the role's name without the path. */
    record Session(Arn arn, String role) implements Member {}

    /** A session of GetFederationToken. */
    record FederatedUser(Arn arn) implements Member {}

    static Optional<Requester> of(String principal) {
        if (principal.equals("*")) return Optional.of(new Anonymous());
        Optional<Arn> arn = Arn.parse(principal);
        if (arn.isPresent()) return ofArn(arn.get(), principal);
        return HOST.matcher(principal).matches() ? Optional.of(new Outside(principal)) : Optional.empty();
    }

    private static Optional<Requester> ofArn(Arn arn, String principal) {
        String[] parts = arn.resource().split("/", -1);
        boolean whole = ACCOUNT.matcher(arn.account()).matches()
                && !principal.contains("*")
                && !parts[parts.length - 1].isEmpty();
        if (!whole) return Optional.empty();
        return Optional.ofNullable(
                switch (arn.service() + ":" + parts[0]) {
                    case "iam:root" -> parts.length == 1 ? new Root(arn) : null;
                    case "iam:user" -> parts.length > 1 ? new User(arn) : null;
                    case "iam:role" -> parts.length > 1 ? new Role(arn) : null;
                    case "iam:oidc-provider", "iam:saml-provider" -> parts.length > 1 ? new Outside(principal) : null;
                    case "sts:assumed-role" ->
                        parts.length == 3 && !parts[1].isEmpty() ? new Session(arn, parts[1]) : null;
                    case "sts:federated-user" -> parts.length == 2 ? new FederatedUser(arn) : null;
                    default -> null;
                });
    }

    static String lastOf(Arn arn) {
        return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    }
}
