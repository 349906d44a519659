package io.spotdock.plan;

import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.Resource;
import io.spotdock.domain.resource.ResourceId;
import java.util.List;
import java.util.Optional;

/** What is to be done about one resource. */
public sealed interface Change {
    /** It is as it should be, or is somebody's own affair. */
    record Keep(Resource found) implements Change {}

    /** @param details what it will be, as differences from nothing */
    record Create(Resource wanted, List<Difference> details) implements Change {
        public Create {
            details = List.copyOf(details);
        }
    }

    /** It differs, and may be changed: it is ours, or the change adds to it. */
    record Update(Resource found, Resource wanted, List<Difference> differences) implements Change {
        public Update {
            differences = List.copyOf(differences);
        }
    }

    /** It goes away; only ever what a person asked to be deleted. */
    record Delete(Resource found, List<Difference> details) implements Change {
        public Delete {
            details = List.copyOf(details);
        }
    }

    /**
     * It is used by something else, or cannot be had: a person decides.
     *
     * @param found there when it may be overwritten on a person's word
     * @param wanted what overwriting would make
     */
    record Conflict(Optional<Resource> found, Resource wanted, List<Difference> differences, Failure failure)
            implements Change {
        public Conflict {
            differences = List.copyOf(differences);
        }
    }

    default ResourceId resource() {
        return switch (this) {
            case Keep c -> c.found.id();
            case Create c -> c.wanted.id();
            case Update c -> c.wanted.id();
            case Delete c -> c.found.id();
            case Conflict c -> c.wanted.id();
        };
    }

    /** The word in plans, events and the journal. */
    default String kind() {
        return switch (this) {
            case Keep _ -> "keep";
            case Create _ -> "create";
            case Update _ -> "update";
            case Delete _ -> "delete";
            case Conflict _ -> "conflict";
        };
    }

    default boolean writes() {
        return switch (this) {
            case Create _, Update _, Delete _ -> true;
            case Keep _, Conflict _ -> false;
        };
    }
}
