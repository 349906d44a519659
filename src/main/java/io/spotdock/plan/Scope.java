package io.spotdock.plan;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.ResourceKind.Group;

/** Which side of an integration is meant. */
public enum Scope {
    ALL,
    AWS,
    WEBHOOK,
    /** The webhook, without the channel that its Org sends Liveboard schedules by. */
    WEBHOOK_ALONE;

    public boolean holds(Change change) {
        return holds(change.resource().kind());
    }

    public boolean holds(ResourceKind kind) {
        boolean thoughtSpot = kind.group() == Group.THOUGHTSPOT;
        return switch (this) {
            case ALL -> true;
            case AWS -> !thoughtSpot;
            case WEBHOOK -> thoughtSpot;
            case WEBHOOK_ALONE -> kind == ResourceKind.WEBHOOK;
        };
    }
}
