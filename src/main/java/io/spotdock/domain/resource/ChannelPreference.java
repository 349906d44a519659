package io.spotdock.domain.resource;

import io.spotdock.domain.Org;
import java.util.EnumSet;
import java.util.Set;

/**
 * By which channels ThoughtSpot sends an Org's Liveboard schedules.
 *
 * @param channels those in force for the Org
 * @param source where they are set: an Org's preference wins over the cluster's
 */
public record ChannelPreference(Org org, Set<Channel> channels, Source source) implements Resource {
    public ChannelPreference {
        channels = Set.copyOf(channels);
    }

    /** A channel of {@code LIVEBOARD_SCHEDULE}. */
    public enum Channel {
        EMAIL,
        WEBHOOK
    }

    /** The level at which a preference is set. */
    public enum Source {
        ORG,
        CLUSTER,
        NOWHERE
    }

    /** The same with the webhook added. E-mail stays where it was set, and where nothing was, for then it is ThoughtSpot's own default. */
    public ChannelPreference withWebhook() {
        EnumSet<Channel> more = EnumSet.of(Channel.WEBHOOK);
        more.addAll(channels);
        if (source == Source.NOWHERE) more.add(Channel.EMAIL);
        return new ChannelPreference(org, more, Source.ORG);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.CHANNEL, org.name());
    }
}
