package io.spotdock.domain.policy;

import io.spotdock.domain.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request to be judged.
 *
 * @param principal the ARN of the caller: a user, a role session ({@code arn:P:sts::A:assumed-role/R/S}), a role, an
 *     account's root, or for web identity the provider's ARN or host; {@code *} stands for an anonymous caller
 * @param action such as {@code s3:PutObject}
 * @param resource the ARN acted upon; {@code *} for an action that has none
 * @param resourceAccount the account that owns the resource, where its ARN does not say
 * @param context condition keys as AWS would fill them in; keys are compared without regard to case. A key that AWS
 *     documents and that is absent here is absent from the request; any other key that is absent can't be judged.
 * @param untold documented keys of which it is not known what the request has, so that they can't be judged either
 */
public record AccessRequest(
        String principal,
        String action,
        String resource,
        Optional<String> resourceAccount,
        Map<String, List<String>> context,
        Set<String> untold) {
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9-]+");

    /** A request of which everything is known. */
    public AccessRequest(
            String principal,
            String action,
            String resource,
            Optional<String> resourceAccount,
            Map<String, List<String>> context) {
        this(principal, action, resource, resourceAccount, context, Set.of());
    }

    /** What keeps it from being judged, in a few words; empty when nothing does. */
    public Optional<String> flaw() {
        if (Requester.of(principal).isEmpty())
            return Optional.of(
                    "principal: not the ARN of a user, role, role session, account root or identity provider,"
                            + " nor a host, nor *");
        if (!ACTION.matcher(action).matches()) return Optional.of("action: not of the form service:Action");
        if (!resource.equals("*") && Arn.parse(resource).isEmpty()) return Optional.of("resource: not an ARN, nor *");
        if (resourceAccount.isPresent()
                && !Requester.ACCOUNT.matcher(resourceAccount.get()).matches())
            return Optional.of("resourceAccount: not 12 digits");
        return Optional.empty();
    }

    /** The account that owns the resource: its ARN's, else the one given. */
    Optional<String> owner() {
        return Arn.parse(resource)
                .map(Arn::account)
                .filter(account -> Requester.ACCOUNT.matcher(account).matches())
                .or(() -> resourceAccount);
    }
}
