package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.OidcProvider;
import io.spotdock.sandbox.aws.state.OidcProvider.Details;
import io.spotdock.sandbox.aws.state.Tracked;
import io.spotdock.sandbox.wire.Xml;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** OpenID Connect providers. */
final class OidcActions {
    /** What stands where none was sent: AWS fetches one itself (IAM API Reference, "CreateOpenIDConnectProvider"). */
    private static final String OWN_THUMBPRINT = "08745487e891c19e3078c1f2a07e452950ef36f6";

    private OidcActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.writes("CreateOpenIDConnectProvider", OidcActions::create),
                QueryAction.reads("GetOpenIDConnectProvider", OidcActions::get),
                QueryAction.reads("ListOpenIDConnectProviders", OidcActions::list),
                QueryAction.writes("DeleteOpenIDConnectProvider", OidcActions::delete));
    }

    static OidcProvider found(QueryCall call) {
        String arn = call.need("OpenIDConnectProviderArn");
        if (!arn.matches("arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/.+"))
            throw new Refusal(400, "InvalidInput", "Invalid ARN: " + arn);
        return Optional.ofNullable(call.account().providers().get(arn))
                .orElseThrow(() -> Iam.missing("OpenIDConnect Provider not found for arn " + arn));
    }

    private static void create(QueryCall call, Xml xml) {
        String url = call.need("Url", 1, 255, Iam.ANY);
        String bare = bare(url);
        Map<String, String> tags = call.tags();
        String arn = call.account().arn("oidc-provider/" + bare);
        call.authorize(arn, QueryCall.tagContext(tags));
        List<String> clients = call.list("ClientIDList");
        clients.forEach(OidcActions::checkClient);
        if (clients.size() > 100) throw Iam.tooMuch("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
        List<String> thumbprints = thumbprints(call);
        if (call.account().providers().containsKey(arn))
            throw Iam.exists("Provider with url " + url + " already exists.");
        if (call.account().providers().size() >= 100)
            throw Iam.tooMuch("Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100");
        call.account()
                .providers()
                .put(
                        arn,
                        new OidcProvider(
                                arn,
                                bare,
                                call.now(),
                                new Tracked<>(
                                        Details.ABSENT,
                                        new Details(
                                                true,
                                                clients.stream().distinct().toList(),
                                                thumbprints.isEmpty() ? List.of(OWN_THUMBPRINT) : thumbprints),
                                        call.world().propagation()),
                                Identity.tags(tags)));
        xml.text("OpenIDConnectProviderArn", arn);
        Iam.tags(xml, tags);
    }

    private static String bare(String url) {
        Refusal invalid = new Refusal(400, "ValidationError", "Invalid Open ID Connect Provider URL");
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException _) {
            throw invalid;
        }
        if (!"https".equals(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getPort() >= 0) throw invalid;
        String path = uri.getRawPath().replaceAll("/$", "");
        return uri.getHost().toLowerCase(Locale.ROOT) + path;
    }

    static void checkClient(String id) {
        if (id.isEmpty() || id.length() > 255)
            throw QueryCall.invalid(
                    "Value '" + id
                            + "' at 'clientID' failed to satisfy constraint: Member must have length less than or equal to 255");
    }

    static List<String> thumbprints(QueryCall call) {
        List<String> all = call.list("ThumbprintList");
        if (all.size() > 5)
            throw new Refusal(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries.");
        for (String thumbprint : all)
            if (!thumbprint.matches("[0-9a-fA-F]{40}"))
                throw QueryCall.invalid("Value '" + thumbprint
                        + "' at 'thumbprintList' failed to satisfy constraint: Member must have length greater than or"
                        + " equal to 40");
        return all;
    }

    private static void get(QueryCall call, Xml xml) {
        call.authorize(call.need("OpenIDConnectProviderArn"));
        OidcProvider provider = found(call);
        Details details = provider.details().get();
        xml.text("Url", provider.url());
        xml.in("ClientIDList", list -> details.clientIds().forEach(id -> list.text("member", id)));
        xml.in("ThumbprintList", list -> details.thumbprints().forEach(t -> list.text("member", t)));
        xml.text("CreateDate", QueryCall.time(provider.made()));
        Iam.tags(xml, provider.tags());
    }

    private static void list(QueryCall call, Xml xml) {
        call.authorize(call.account().arn("oidc-provider/"));
        xml.in(
                "OpenIDConnectProviderList",
                list -> call.account().providers().keySet().forEach(arn -> list.in("member", m -> m.text("Arn", arn))));
    }

    /** IAM takes it for done when there is none (IAM API Reference, "DeleteOpenIDConnectProvider"). */
    private static void delete(QueryCall call, Xml xml) {
        String arn = call.need("OpenIDConnectProviderArn");
        call.authorize(arn);
        call.account().providers().remove(arn);
    }
}
