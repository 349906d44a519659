package io.spotdock.domain.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to be judged.
 *
 * @param principal the ARN of the caller: a user, a role session ({@code arn:P:sts::A:assumed-role/R/S}), a role, an
 *     account's root, or for web identity the provider's ARN or host; {@code *} stands for an anonymous caller
 * @param action such as {@code s3:PutObject}
 * @param resource the ARN acted upon
 * @param resourceAccount the account that owns the resource, where its ARN does not say
 * @param context condition keys as AWS would fill them in; keys are compared without regard to case. A key that is
 *     absent is absent from the request.
 */
public record AccessRequest(
        String principal,
        String action,
        String resource,
        Optional<String> resourceAccount,
        Map<String, List<String>> context) {}
