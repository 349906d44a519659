package io.spotdock.sandbox.aws.sts;

import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.access.TrustQuestion;
import io.spotdock.sandbox.aws.cloudtrail.StsRecorder;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.OidcProvider;
import io.spotdock.sandbox.aws.state.Tracked.Sight;
import io.spotdock.sandbox.wire.IdTokens;
import io.spotdock.sandbox.wire.IdTokens.Claims;
import io.spotdock.sandbox.wire.Xml;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * STS API Reference, "AssumeRoleWithWebIdentity", with Google as the only issuer. Google is built in: a trust policy
 * may name its host, and then no provider is needed; one that names a provider's ARN needs that provider, with the
 * token's audience among its client IDs.
 */
final class WebIdentity {
    private static final String GOOGLE = "accounts.google.com";

    private final IdTokens idTokens;
    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    WebIdentity(IdTokens idTokens) {
        this.idTokens = idTokens;
    }

    void run(QueryCall call, Xml xml) {
        Optional<Identity.Role> found = Sessions.role(call);
        String name = Sessions.name(call);
        Claims claims = claims(call.need("WebIdentityToken"));
        if (found.isEmpty()) throw denied();
        Account account = Sessions.account(call, found.get());
        StsRecorder recorder = new StsRecorder(call);
        try {
            recorder.assumed(open(call, xml, found.get(), account, name, claims), claims, providerName(account));
        } catch (Refusal refusal) {
            recorder.refused(account, refusal, claims, providerName(account));
            throw refusal;
        }
    }

    private StsRecorder.Assumed open(
            QueryCall call, Xml xml, Identity.Role role, Account account, String name, Claims claims) {
        Map<String, List<String>> keys = keys(claims);
        boolean now = allowed(call, role, account, claims, keys, name, Sight.NOW);
        boolean seen = allowed(call, role, account, claims, keys, name, Sight.SEEN);
        if (now != seen) missed(call, role, account);
        if (!seen) throw refusal(call, role, account, claims);
        int seconds = Sessions.duration(call, role, 43_200);
        Map<String, List<String>> kept = new LinkedHashMap<>(keys);
        kept.put("aws:FederatedProvider", List.of(providerName(account)));
        AccessKey key = Sessions.open(call, role, account, name, seconds, Sessions.policies(call, account), kept);
        StsRecorder.Assumed assumed = Sessions.assumed(account, role, name, key);
        Sessions.write(xml, key);
        Sessions.writeUser(xml, assumed);
        xml.text("SubjectFromWebIdentityToken", claims.sub())
                .text("Audience", claims.aud())
                .text("Provider", providerName(account));
        return assumed;
    }

    private static String providerName(Account account) {
        return provider(account).map(OidcProvider::arn).orElse(GOOGLE);
    }

    private Claims claims(String jwt) {
        if (jwt.split("\\.", -1).length != 3)
            throw new Refusal(
                    400,
                    "InvalidIdentityToken",
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        return idTokens.verify(jwt)
                .orElseThrow(() -> new Refusal(
                        400,
                        "InvalidIdentityToken",
                        "Couldn't retrieve verification key from your identity provider, or the"
                                + " token's signature or expiry is not valid"));
    }

    /** IAM User Guide, "Available keys for AWS OIDC federation": with {@code azp}, that is the {@code aud} key. */
    private static Map<String, List<String>> keys(Claims claims) {
        Map<String, List<String>> keys = new HashMap<>();
        keys.put(GOOGLE + ":sub", List.of(claims.sub()));
        keys.put(GOOGLE + ":aud", List.of(claims.azp().orElse(claims.aud())));
        keys.put(GOOGLE + ":oaud", List.of(claims.aud()));
        return keys;
    }

    private static Optional<OidcProvider> provider(Account account) {
        return Optional.ofNullable(account.providers().get(account.arn("oidc-provider/" + GOOGLE)));
    }

    private boolean allowed(
            QueryCall call,
            Identity.Role role,
            Account account,
            Claims claims,
            Map<String, List<String>> keys,
            String session,
            Sight sight) {
        String trust = role.grants().at(sight, call.world().now()).trust();
        if (trust.isEmpty()) return false;
        Map<String, List<String>> context = new HashMap<>(call.call().context());
        context.putAll(keys);
        context.put("sts:RoleSessionName", List.of(session));
        context.put("aws:ResourceAccount", List.of(account.id().value()));
        // A statement that names the host is met by the built-in provider; one that names an ARN by that provider
        // alone.
        for (String principal : principals(call, account, claims, sight)) {
            AccessRequest request = new AccessRequest(
                    principal,
                    "sts:AssumeRoleWithWebIdentity",
                    role.arn(),
                    Optional.of(account.id().value()),
                    context);
            if (TrustQuestion.ask(evaluator, request, trust)) return true;
        }
        return false;
    }

    private static List<String> principals(QueryCall call, Account account, Claims claims, Sight sight) {
        boolean registered = provider(account)
                .map(p -> p.details().at(sight, call.world().now()))
                .filter(details -> details.exists() && accepts(details, claims))
                .isPresent();
        return registered ? List.of(account.arn("oidc-provider/" + GOOGLE), GOOGLE) : List.of(GOOGLE);
    }

    /** With {@code azp} that is the client; without it {@code aud} is. */
    private static boolean accepts(OidcProvider.Details details, Claims claims) {
        return details.clientIds().contains(claims.azp().orElse(claims.aud()));
    }

    private static void missed(QueryCall call, Identity.Role role, Account account) {
        if (role.grants().isPending(call.world().now())) role.grants().missed();
        provider(account).ifPresent(p -> p.details().missed());
    }

    private static Refusal refusal(QueryCall call, Identity.Role role, Account account, Claims claims) {
        boolean namesProvider =
                role.grants().at(Sight.SEEN, call.world().now()).trust().contains(":oidc-provider/");
        if (!namesProvider) return denied();
        Optional<OidcProvider.Details> details = provider(account)
                .map(p -> p.details().at(Sight.SEEN, call.world().now()))
                .filter(OidcProvider.Details::exists);
        if (details.isEmpty())
            return new Refusal(
                    400,
                    "InvalidIdentityToken",
                    "No OpenIDConnect provider found in your account for https://" + GOOGLE);
        if (!accepts(details.get(), claims))
            return new Refusal(400, "InvalidIdentityToken", "Incorrect token audience");
        return denied();
    }

    private static Refusal denied() {
        return new Refusal(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }
}
