package io.spotdock.cli;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Secrets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A person's word, given beforehand, on what a plan could not decide or see. */
public final class Decisions {
    @Option(
            names = "--overwrite",
            paramLabel = "RESOURCE",
            split = ",",
            converter = Kind.class,
            description =
                    "Change this although something else uses it: trust-policy, webhook. Named by the plan's conflicts.")
    private List<ResourceKind> overwrite = List.of();

    @Option(
            names = "--renew-secrets",
            description =
                    "Send every secret of the webhook that the settings refer to, also where nothing else differs:"
                            + " ThoughtSpot shows none, so that they can't be compared.")
    private boolean renewSecrets;

    public Aim aim(Scope scope) {
        return new Aim(scope, overwrite(), renewSecrets ? Secrets.ALL : Secrets.TYPED);
    }

    private Set<ResourceKind> overwrite() {
        EnumSet<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
        kinds.addAll(overwrite);
        return kinds;
    }

    /** Reads a resource by the name it has in plans. */
    static final class Kind implements ITypeConverter<ResourceKind> {
        @Override
        public ResourceKind convert(String value) {
            return ResourceKind.ofId(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is not a resource of a plan; it names them, such as trust-policy"));
        }
    }
}
