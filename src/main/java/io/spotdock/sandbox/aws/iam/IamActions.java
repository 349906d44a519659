package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import java.util.List;
import java.util.stream.Stream;

/** All of IAM that the sandbox has. */
public final class IamActions {
    private IamActions() {}

    public static List<QueryAction> all() {
        return Stream.of(
                        RoleActions.all(),
                        InstanceProfileActions.all(),
                        TagActions.all(),
                        PolicyHolder.ROLE.actions(),
                        UserActions.all(),
                        PolicyHolder.USER.actions(),
                        AccessKeyActions.all(),
                        ManagedPolicyActions.all(),
                        PolicyVersionActions.all(),
                        OidcActions.all(),
                        OidcDetailActions.all(),
                        SimulationActions.all(),
                        AccountActions.all())
                .flatMap(List::stream)
                .toList();
    }
}
