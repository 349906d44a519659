package io.spotdock.sandbox.aws.access;

import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.aws.state.World;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param arn as {@code GetCallerIdentity} says it; {@code *} for nobody
 * @param userId as {@code aws:userid} holds it
 * @param identity the user, or the role behind a session
 */
public record Caller(
        Principal principal,
        String arn,
        String userId,
        Optional<Account> account,
        Optional<AccessKey> key,
        Optional<Identity> identity) {
    public static final Caller ANONYMOUS = new Caller(
            new Principal.Anonymous(), "*", "anonymous", Optional.empty(), Optional.empty(), Optional.empty());

    /** Empty where the key's user or role has been deleted since. */
    static Optional<Caller> of(World world, AccessKey key) {
        return switch (key.owner()) {
            case Principal.Anonymous _ -> Optional.empty();
            case Principal.Root root -> {
                Account account = world.account(root.account());
                yield Optional.of(new Caller(
                        root,
                        account.arn("root"),
                        root.account().value(),
                        Optional.of(account),
                        Optional.of(key),
                        Optional.empty()));
            }
            case Principal.User user -> {
                Account account = world.account(user.account());
                yield Optional.ofNullable(account.users().get(user.name()))
                        .map(found -> new Caller(
                                user,
                                found.arn(),
                                found.id(),
                                Optional.of(account),
                                Optional.of(key),
                                Optional.of(found)));
            }
            case Principal.Session session -> {
                Account account = world.account(session.account());
                yield Optional.ofNullable(account.roles().get(session.role()))
                        .filter(role -> role.id().equals(session.roleId()))
                        .map(role -> new Caller(
                                session,
                                "arn:" + account.partition().id() + ":sts::" + account.id() + ":assumed-role/"
                                        + role.name() + "/" + session.name(),
                                role.id() + ":" + session.name(),
                                Optional.of(account),
                                Optional.of(key),
                                Optional.of(role)));
            }
        };
    }

    /** The ARN that {@code aws:PrincipalArn} holds: the role's for a session of it. */
    public String principalArn() {
        return identity.map(Identity::arn).orElse(arn);
    }

    public boolean isAnonymous() {
        return principal instanceof Principal.Anonymous;
    }
}
