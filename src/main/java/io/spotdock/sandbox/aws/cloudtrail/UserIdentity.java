package io.spotdock.sandbox.aws.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.aws.access.Caller;
import io.spotdock.sandbox.aws.protocol.JsonReply;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.wire.IdTokens.Claims;
import java.util.Optional;

/**
 * Who made a request, as an event tells it (CloudTrail User Guide, "CloudTrail userIdentity element").
 *
 * @param name by which the history's {@code Username} finds it
 */
record UserIdentity(ObjectNode json, Optional<String> name, Optional<String> accessKeyId) {

    /** As the caller's own account sees it. */
    static UserIdentity own(Caller caller) {
        ObjectNode json = JsonReply.object();
        Optional<String> name = switch (caller.principal()) {
            case Principal.Anonymous _ -> Optional.empty();
            case Principal.Root _ -> Optional.of("root");
            case Principal.User user -> Optional.of(user.name());
            case Principal.Session session -> Optional.of(session.name());
        };
        json.put("type", type(caller.principal()))
                .put("principalId", caller.userId())
                .put("arn", caller.arn());
        caller.account().ifPresent(account -> json.put("accountId", account.id().value()));
        Optional<String> key = caller.key().map(AccessKey::id);
        key.ifPresent(id -> json.put("accessKeyId", id));
        switch (caller.principal()) {
            case Principal.User user -> json.put("userName", user.name());
            case Principal.Session _ -> caller.identity().ifPresent(role -> issuer(json, role, caller));
            case Principal.Root _, Principal.Anonymous _ -> {}
        }
        return new UserIdentity(json, name, key);
    }

    private static void issuer(ObjectNode json, Identity role, Caller caller) {
        json.putObject("sessionContext")
                .putObject("sessionIssuer")
                .put("type", "Role")
                .put("principalId", role.id())
                .put("arn", role.arn())
                .put(
                        "accountId",
                        caller.account().map(Account::id).map(Object::toString).orElse(""))
                .put("userName", role.name());
    }

    private static String type(Principal principal) {
        return switch (principal) {
            case Principal.Anonymous _ -> "Unknown";
            case Principal.Root _ -> "Root";
            case Principal.User _ -> "IAMUser";
            case Principal.Session _ -> "AssumedRole";
        };
    }

    /** As another account sees it: AWS does not tell names across accounts. */
    static UserIdentity foreign(Caller caller) {
        ObjectNode json = JsonReply.object().put("type", "AWSAccount").put("principalId", caller.userId());
        caller.account().ifPresent(account -> json.put("accountId", account.id().value()));
        return new UserIdentity(json, Optional.empty(), Optional.empty());
    }

    /** @param provider the ARN of a registered provider, else its host */
    static UserIdentity web(Claims claims, String provider) {
        ObjectNode json = JsonReply.object()
                .put("type", "WebIdentityUser")
                .put("principalId", provider + ":" + claims.azp().orElse(claims.aud()) + ":" + claims.sub())
                .put("userName", claims.sub())
                .put("identityProvider", provider);
        return new UserIdentity(json, Optional.of(claims.sub()), Optional.empty());
    }
}
