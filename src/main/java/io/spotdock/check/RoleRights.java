package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.plan.Observed.RoleSight;
import io.spotdock.port.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What bears on what a role may do.
 *
 * @param identity its inline and attached policies, by the names people know them by
 * @param hidden why attached policies could not be read: then the role may do more than can be seen, or less
 * @param boundary its permissions boundary, where it has one
 */
record RoleRights(List<Named> identity, List<Failure> hidden, Optional<Boundary> boundary) {
    RoleRights {
        identity = List.copyOf(identity);
        hidden = List.copyOf(hidden);
    }

    /** A permissions boundary, as far as it could be read. */
    record Boundary(String arn, Sight<PolicyDocument> document) {
        Optional<Named> named() {
            return document instanceof Sight.Seen<PolicyDocument>(PolicyDocument read)
                    ? Optional.of(new Named(arn, read))
                    : Optional.empty();
        }
    }

    static RoleRights read(Roles roles, RoleSight sight) {
        RoleName name = sight.role().arn().name();
        List<Named> identity = new ArrayList<>();
        List<Failure> hidden = new ArrayList<>();
        sight.inline().forEach((policy, document) -> identity.add(new Named(policy, document)));
        switch (Sight.of(() -> roles.attachedPolicies(name))) {
            case Sight.Unseen<List<String>>(Failure why) -> hidden.add(why);
            case Sight.Seen<List<String>>(List<String> arns) -> {
                for (String arn : arns)
                    switch (Sight.of(() -> roles.managedPolicy(arn))) {
                        case Sight.Seen<PolicyDocument>(PolicyDocument document) ->
                            identity.add(new Named(nameOf(arn), document));
                        case Sight.Unseen<PolicyDocument>(Failure why) -> hidden.add(why);
                    }
            }
        }
        Optional<Boundary> boundary =
                sight.role().boundary().map(arn -> new Boundary(arn, Sight.of(() -> roles.managedPolicy(arn))));
        return new RoleRights(identity, hidden, boundary);
    }

    private static String nameOf(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    Optional<Named> limit() {
        return boundary.flatMap(Boundary::named);
    }

    /** Why something that seems not to be allowed may be allowed all the same, by a policy that can't be seen. */
    Optional<Failure> doubt() {
        return hidden.stream().findFirst();
    }
}
