package io.spotdock.gui.step.webhook;

import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import java.util.Optional;

/** What a plan says of ThoughtSpot's side. */
final class Found {
    private Found() {}

    /** What becomes of the Org's channels; empty where the person may not see them. */
    static Optional<Change> channel(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.resource().kind() == ResourceKind.CHANNEL)
                .findFirst();
    }

    static Optional<Change> webhook(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.resource().kind() == ResourceKind.WEBHOOK)
                .findFirst();
    }

    /** The webhook that stands. */
    static Optional<Webhook> standing(Plan plan) {
        return webhook(plan)
                .flatMap(change -> switch (change) {
                    case Change.Keep keep -> Optional.of(keep.found());
                    case Change.Update update -> Optional.of(update.found());
                    case Change.Delete delete -> Optional.of(delete.found());
                    case Change.Conflict conflict -> conflict.found();
                    case Change.Create _ -> Optional.empty();
                })
                .filter(Webhook.class::isInstance)
                .map(Webhook.class::cast);
    }

    /** The webhook that stands once a plan is carried out. */
    static Optional<Webhook> made(Plan plan) {
        return webhook(plan)
                .flatMap(change -> switch (change) {
                    case Change.Create create -> Optional.of(create.wanted());
                    case Change.Update update -> Optional.of(update.wanted());
                    case Change.Keep keep -> Optional.of(keep.found());
                    case Change.Delete _, Change.Conflict _ -> Optional.empty();
                })
                .filter(Webhook.class::isInstance)
                .map(Webhook.class::cast);
    }

    /** Whether e-mail is sent as well; true as long as nobody knows better, as it then is ThoughtSpot's default. */
    static boolean emailStays(Plan plan) {
        return channel(plan)
                .map(change -> switch (change) {
                    case Change.Keep keep -> keep.found();
                    case Change.Create create -> create.wanted();
                    case Change.Update update -> update.wanted();
                    case Change.Delete delete -> delete.found();
                    case Change.Conflict conflict -> conflict.wanted();
                })
                .filter(ChannelPreference.class::isInstance)
                .map(found -> ((ChannelPreference) found).channels().contains(ChannelPreference.Channel.EMAIL))
                .orElse(true);
    }
}
