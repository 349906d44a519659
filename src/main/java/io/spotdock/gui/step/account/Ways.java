package io.spotdock.gui.step.account;

import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.gui.step.Standing;
import io.spotdock.port.Profiles;
import io.spotdock.port.Profiles.Kind;
import io.spotdock.port.Profiles.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways to sign in to AWS on this computer.
 *
 * @param sure those that files and the environment tell of
 * @param machine a role of this machine, which only AWS can tell whether there is one
 */
record Ways(List<Way> sure, Optional<Way> machine) {
    static final RegionName USUAL_REGION = new RegionName("us-east-1");

    Ways {
        sure = List.copyOf(sure);
    }

    /** Reads files. */
    static Ways on(Profiles profiles, boolean inSandbox) {
        if (inSandbox) return sandbox(profiles.byDefault());
        List<Way> ways = new ArrayList<>();
        for (Profile profile : profiles.named())
            // A region alone signs in to nothing.
            if (profile.kind() != Kind.NONE) ways.add(Way.ofProfile(profile));
        Profile usual = profiles.byDefault();
        boolean ofEnvironment = switch (usual.kind()) {
            case ENVIRONMENT, WEB_IDENTITY -> usual.variable().isPresent();
            case ACCESS_KEY, SSO, ASSUMED_ROLE, MFA, PROCESS, CONSOLE, CONTAINER, INSTANCE, NONE -> false;
        };
        if (ofEnvironment)
            ways.add(Way.byDefault(
                    Fault.of("wizard.account.environment"),
                    Fault.of("wizard.account.environment.line", usual.variable().orElse("")),
                    usual));
        boolean mayBeMachine = usual.kind() == Kind.CONTAINER || usual.kind() == Kind.INSTANCE;
        return new Ways(ways, Optional.of(machine(usual)).filter(_ -> mayBeMachine));
    }

    private static Way machine(Profile usual) {
        return Way.byDefault(Fault.of("wizard.account.this-machine"), Fault.of("wizard.account.machine"), usual);
    }

    private static Ways sandbox(Profile usual) {
        return new Ways(
                List.of(Way.byDefault(Standing.plain("sandbox"), Fault.of("wizard.account.sandbox"), usual)),
                Optional.empty());
    }
}
