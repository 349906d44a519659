package io.spotdock.service;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleName;
import io.spotdock.port.Roles;
import java.util.Optional;

/** How a trust policy names whoever is signed in (IAM User Guide, "AWS JSON policy elements: Principal"). */
sealed interface OperatorPrincipal {
    /** @param arn of the user, or of the role behind a session, its path included */
    record Named(String arn) implements OperatorPrincipal {}

    /** It can't be let in, or not be named. */
    record Unfit(Fault why) implements OperatorPrincipal {}

    static OperatorPrincipal of(Caller caller, Roles roles) {
        Arn arn = Arn.parse(caller.arn()).orElseThrow();
        String kind = arn.service() + ":" + arn.resource().replaceFirst("/.*", "");
        return switch (kind) {
            case "iam:user" -> new Named(caller.arn());
            case "sts:assumed-role" -> ofRole(arn, roles);
            // "You cannot call AssumeRole by using AWS account root user credentials" (STS API Reference,
            // "AssumeRole").
            case "iam:root" -> new Unfit(Fault.of("check.performed.by-root"));
            default -> new Unfit(Fault.of("check.performed.by-other", caller.arn()));
        };
    }

    /** A session's ARN leaves out the path of its role, by which it would be named wrongly. */
    private static OperatorPrincipal ofRole(Arn session, Roles roles) {
        Optional<RoleName> name =
                RoleName.parse(session.resource().split("/", -1)[1]).good();
        if (name.isEmpty()) return new Unfit(Fault.of("check.performed.by-other", session));
        try {
            return roles.find(name.get())
                    .<OperatorPrincipal>map(
                            found -> new Named(found.role().arn().toString()))
                    .orElseGet(() -> new Unfit(Fault.of("check.performed.by-other", session)));
        } catch (FailureException e) {
            return switch (e.failure()) {
                case Failure.Denied denied ->
                    new Unfit(Fault.of("check.performed.role-unseen", denied.action(), name.get()));
                case Failure.Conflict conflict -> new Unfit(conflict.evidence());
                case Failure.Missing _,
                        Failure.AlreadyThere _,
                        Failure.Invalid _,
                        Failure.Throttled _,
                        Failure.Unreachable _,
                        Failure.Expired _,
                        Failure.NotVisibleYet _,
                        Failure.Unexpected _ -> throw e;
            };
        }
    }
}
