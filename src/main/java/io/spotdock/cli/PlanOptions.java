package io.spotdock.cli;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Secrets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of the plan, and which of its conflicts are decided. */
final class PlanOptions {
    /** A side of the integration, by the names of the command line. */
    enum Side {
        aws,
        webhook;

        static Scope scope(@Nullable Side only) {
            if (only == null) return Scope.ALL;
            return only == aws ? Scope.AWS : Scope.WEBHOOK;
        }
    }

    @Option(
            names = "--only",
            paramLabel = "SIDE",
            description = "Only this side: ${COMPLETION-CANDIDATES}. The other is left as it is.")
    private @Nullable Side only;

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

    /** A person's word on what is planned. */
    Aim aim() {
        return new Aim(scope(), overwrite(), renewSecrets ? Secrets.ALL : Secrets.TYPED);
    }

    Scope scope() {
        return Side.scope(only);
    }

    Set<ResourceKind> overwrite() {
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
