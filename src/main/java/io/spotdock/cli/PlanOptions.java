package io.spotdock.cli;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Scope;
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
        webhook
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

    Scope scope() {
        if (only == null) return Scope.ALL;
        return only == Side.aws ? Scope.AWS : Scope.WEBHOOK;
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
