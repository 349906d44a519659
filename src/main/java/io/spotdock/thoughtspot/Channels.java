package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.network.http.Reply;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** The calls about channel preferences. */
final class Channels {
    private static final boolean DONE = true;

    private final Session session;

    Channels(Session session) {
        this.session = session;
    }

    /** As ThoughtSpot names them, so that a channel newer than Spotdock is not lost. */
    private record Found(Source source, Set<String> names) {}

    ChannelPreference get() {
        return preference(session.org(), find(session.org()));
    }

    void set(ChannelPreference wanted) {
        Set<String> names = new TreeSet<>(find(session.org()).names());
        names.removeIf(name -> known(name).isPresent());
        wanted.channels().forEach(channel -> names.add(channel.name()));
        Org org = wanted.org();
        ObjectNode preference = Json.object().put("event_type", WebhookRequest.EVENT);
        ArrayNode channels = preference.putArray("channels");
        names.forEach(channels::add);
        ObjectNode body = Json.object();
        ObjectNode ofOrg = body.putArray("org_preferences")
                .addObject()
                .put("org_identifier", String.valueOf(org.id()))
                .put("operation", "REPLACE");
        ofOrg.putArray("preferences").add(preference);
        configure(body, () -> {
            Found now = find(org);
            return now.source() == Source.ORG && now.names().equals(names);
        });
    }

    void reset(Org org) {
        ObjectNode body = Json.object();
        body.putArray("org_preferences")
                .addObject()
                .put("org_identifier", String.valueOf(org.id()))
                .put("operation", "RESET")
                .putArray("reset_events")
                .add(WebhookRequest.EVENT);
        configure(body, () -> find(org).source() != Source.ORG);
    }

    private void configure(ObjectNode body, BooleanSupplier isDone) {
        session.write(
                Call.CHANNELS_CONFIGURE,
                body,
                "",
                answer -> Replies.accepted(session, Call.CHANNELS_CONFIGURE, answer),
                () -> isDone.getAsBoolean() ? Optional.of(DONE) : Optional.empty());
    }

    private Found find(Org org) {
        ObjectNode body = Json.object();
        body.putArray("cluster_preferences").add(WebhookRequest.EVENT);
        body.putArray("org_preferences")
                .addObject()
                .put("org_identifier", String.valueOf(org.id()))
                .putArray("event_types")
                .add(WebhookRequest.EVENT);
        Reply.Answer answer = session.read(Call.CHANNELS_SEARCH, Optional.of(body));
        JsonNode json = Json.read(answer.body())
                .filter(node -> node.has("cluster_preferences") || node.has("org_preferences"))
                .orElseThrow(() -> session.failures().notUnderstood(Call.CHANNELS_SEARCH, answer));
        Set<String> ofOrg = new TreeSet<>();
        for (JsonNode each : Json.list(json.path("org_preferences")))
            if (Orgs.isOf(each.path("org"), org)) ofOrg.addAll(names(each.path("preferences")));
        if (!ofOrg.isEmpty()) return new Found(Source.ORG, ofOrg);
        Set<String> ofCluster = names(json.path("cluster_preferences"));
        return new Found(ofCluster.isEmpty() ? Source.NOWHERE : Source.CLUSTER, ofCluster);
    }

    private static Set<String> names(JsonNode preferences) {
        Set<String> names = new TreeSet<>();
        for (JsonNode each : Json.list(preferences)) {
            List<JsonNode> channels = Json.list(each.path("channels"));
            if (Json.text(each.path("event_type")).orElse("").equals(WebhookRequest.EVENT))
                channels.forEach(channel -> Json.text(channel).ifPresent(names::add));
        }
        return names;
    }

    private static ChannelPreference preference(Org org, Found found) {
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        found.names().forEach(name -> known(name).ifPresent(channels::add));
        return new ChannelPreference(org, channels, found.source());
    }

    private static Optional<Channel> known(String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
