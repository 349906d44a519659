package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.state.OidcProvider;
import io.spotdock.sandbox.aws.state.OidcProvider.Details;
import io.spotdock.sandbox.wire.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Client IDs, thumbprints and tags of OpenID Connect providers. */
final class OidcDetailActions {
    private OidcDetailActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("AddClientIDToOpenIDConnectProvider", OidcDetailActions::addClient),
                QueryAction.writes("RemoveClientIDFromOpenIDConnectProvider", OidcDetailActions::removeClient),
                QueryAction.writes("UpdateOpenIDConnectProviderThumbprint", OidcDetailActions::updateThumbprint),
                QueryAction.writes("TagOpenIDConnectProvider", OidcDetailActions::tag),
                QueryAction.writes("UntagOpenIDConnectProvider", OidcDetailActions::untag),
                QueryAction.reads("ListOpenIDConnectProviderTags", OidcDetailActions::listTags));
    }

    private static OidcProvider authorized(QueryCall call) {
        call.authorize(call.need("OpenIDConnectProviderArn"));
        return OidcActions.found(call);
    }

    private static void addClient(QueryCall call, Xml xml) {
        OidcProvider provider = authorized(call);
        String client = call.need("ClientID");
        OidcActions.checkClient(client);
        List<String> clients = new ArrayList<>(provider.details().get().clientIds());
        if (!clients.contains(client)) clients.add(client);
        if (clients.size() > 100) throw Iam.tooMuch("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
        change(call, provider, clients, provider.details().get().thumbprints());
    }

    private static void removeClient(QueryCall call, Xml xml) {
        OidcProvider provider = authorized(call);
        String client = call.need("ClientID");
        List<String> clients = new ArrayList<>(provider.details().get().clientIds());
        clients.remove(client);
        change(call, provider, clients, provider.details().get().thumbprints());
    }

    private static void updateThumbprint(QueryCall call, Xml xml) {
        OidcProvider provider = authorized(call);
        change(call, provider, provider.details().get().clientIds(), OidcActions.thumbprints(call));
    }

    private static void change(QueryCall call, OidcProvider provider, List<String> clients, List<String> thumbprints) {
        provider.details()
                .set(
                        new Details(true, List.copyOf(clients), thumbprints),
                        call.world().propagation());
    }

    private static void tag(QueryCall call, Xml xml) {
        Map<String, String> tags = call.tags();
        call.authorize(call.need("OpenIDConnectProviderArn"), QueryCall.tagContext(tags));
        TagActions.add(OidcActions.found(call).tags(), tags);
    }

    private static void untag(QueryCall call, Xml xml) {
        List<String> keys = call.list("TagKeys");
        call.authorize(call.need("OpenIDConnectProviderArn"), Map.of("aws:TagKeys", keys));
        OidcActions.found(call).tags().keySet().removeIf(key -> keys.stream().anyMatch(key::equalsIgnoreCase));
    }

    private static void listTags(QueryCall call, Xml xml) {
        TagActions.page(call, xml, authorized(call).tags());
    }
}
