package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import io.spotdock.sandbox.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end points under {@code /system/preferences/communication-channels}. */
final class PreferenceRoutes {
    private static final String BASE = "/system/preferences/communication-channels";
    private static final Set<String> CHANNELS = Set.of("EMAIL", "WEBHOOK");

    private final Directory directory;
    private final Preferences preferences;

    PreferenceRoutes(Directory directory, Preferences preferences) {
        this.directory = directory;
        this.preferences = preferences;
    }

    List<Route> routes() {
        return List.of(
                Route.reading("POST", BASE + "/search", Route.PREFERENCES, this::search),
                Route.writing("POST", BASE + "/configure", Route.PREFERENCES, this::configure));
    }

    /** Where the request names neither level, both are answered, with every Org of the user. */
    private Exchange.Answer search(Route.Request request) {
        Body body = request.body();
        boolean cluster = body.has("cluster_preferences");
        boolean orgs = body.has("org_preferences");
        body.textsOf("cluster_preferences", WebhookRules.EVENTS);
        List<Org> wanted = new ArrayList<>();
        for (Body org : body.objects("org_preferences")) {
            wanted.add(directory.orgFor(request.session(), Optional.of(org.needText("org_identifier"))));
            org.textsOf("event_types", WebhookRules.EVENTS);
        }
        body.done();
        boolean all = !cluster && !orgs;
        if (all) wanted.addAll(directory.orgsOf(request.session().user()));
        ObjectNode answer = Replies.object();
        ArrayNode ofCluster = answer.putArray("cluster_preferences");
        if (cluster || all) preferences.ofCluster().ifPresent(channels -> add(ofCluster, channels));
        ArrayNode ofOrgs = answer.putArray("org_preferences");
        for (Org org : wanted) {
            ObjectNode one = ofOrgs.addObject();
            one.putObject("org").put("id", String.valueOf(org.id())).put("name", org.name());
            ArrayNode list = one.putArray("preferences");
            preferences.of(org).ifPresent(channels -> add(list, channels));
        }
        return Replies.ok(answer);
    }

    private Exchange.Answer configure(Route.Request request) {
        Body body = request.body();
        if (!body.has("cluster_preferences") && !body.has("org_preferences"))
            throw ApiError.invalid("cluster_preferences or org_preferences is required");
        List<Preferences.Change> changes = new ArrayList<>();
        for (List<String> channels : channels(body, "cluster_preferences"))
            changes.add(new Preferences.Change(Optional.empty(), Optional.of(channels)));
        for (Body org : body.objects("org_preferences")) changes.addAll(ofOrg(request.session(), org));
        body.done();
        preferences.apply(changes);
        return Replies.noContent();
    }

    private List<Preferences.Change> ofOrg(Session session, Body body) {
        Optional<Org> org = Optional.of(directory.orgFor(session, Optional.of(body.needText("org_identifier"))));
        boolean reset = body.oneOf("operation", Set.of("REPLACE", "RESET"))
                .orElse("REPLACE")
                .equals("RESET");
        List<List<String>> replaced = channels(body, "preferences");
        List<String> events = body.textsOf("reset_events", WebhookRules.EVENTS);
        if (reset && events.isEmpty()) throw ApiError.invalid(body.at("reset_events") + " is required for RESET");
        if (reset && !replaced.isEmpty())
            throw ApiError.invalid(body.at("preferences") + " must not be given for RESET");
        if (!reset && replaced.isEmpty()) throw ApiError.invalid(body.at("preferences") + " is required for REPLACE");
        if (!reset && !events.isEmpty())
            throw ApiError.invalid(body.at("reset_events") + " must not be given for REPLACE");
        if (reset) return List.of(new Preferences.Change(org, Optional.empty()));
        return replaced.stream()
                .map(channels -> new Preferences.Change(org, Optional.of(channels)))
                .toList();
    }

    private static List<List<String>> channels(Body body, String name) {
        List<List<String>> all = new ArrayList<>();
        for (Body one : body.objects(name)) {
            one.needOneOf("event_type", WebhookRules.EVENTS);
            if (!one.has("channels")) throw ApiError.invalid(one.at("channels") + " is required");
            all.add(one.textsOf("channels", CHANNELS).stream().distinct().toList());
        }
        return all;
    }

    private static void add(ArrayNode list, List<String> channels) {
        ObjectNode one = list.addObject().put("event_type", "LIVEBOARD_SCHEDULE");
        channels.forEach(one.putArray("channels")::add);
    }
}
