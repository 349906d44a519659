package io.spotdock.sandbox.aws.sts;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.cloudtrail.StsRecorder;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.wire.Xml;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** STS API Reference, "AssumeRole". */
final class AssumeRole {
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:\\/-]*");
    private static final int CHAINED_LIMIT = 3600;

    private AssumeRole() {}

    static StsRecorder.Assumed run(QueryCall call, Xml xml) {
        Optional<Identity.Role> found = Sessions.role(call);
        String name = Sessions.name(call);
        Optional<String> externalId = call.parameter("ExternalId", 2, 1224, EXTERNAL_ID);
        Map<String, String> tags = call.tags();
        if (call.caller().principal() instanceof Principal.Root)
            throw new Refusal(403, "AccessDenied", "Roles may not be assumed by root accounts.");
        String arn = call.need("RoleArn");
        if (found.isEmpty()) throw denied(call, "AssumeRole", arn, "");
        Identity.Role role = found.get();
        Map<String, List<String>> context = new HashMap<>(QueryCall.tagContext(tags));
        context.put("sts:RoleSessionName", List.of(name));
        externalId.ifPresent(id -> context.put("sts:ExternalId", List.of(id)));
        call.parameter("SourceIdentity").ifPresent(id -> context.put("sts:SourceIdentity", List.of(id)));
        Account account = Sessions.account(call, role);
        authorize(call, "AssumeRole", role, account, context);
        if (!tags.isEmpty()) authorize(call, "TagSession", role, account, context);
        boolean chained = call.caller().principal() instanceof Principal.Session;
        int seconds = Sessions.duration(call, role, chained ? CHAINED_LIMIT : 43_200);
        Map<String, List<String>> kept = new LinkedHashMap<>();
        tags.forEach((key, value) -> kept.put("aws:PrincipalTag/" + key, List.of(value)));
        call.parameter("SourceIdentity").ifPresent(id -> kept.put("aws:SourceIdentity", List.of(id)));
        AccessKey key = Sessions.open(call, role, account, name, seconds, Sessions.policies(call, account), kept);
        StsRecorder.Assumed assumed = Sessions.assumed(account, role, name, key);
        Sessions.write(xml, key);
        Sessions.writeUser(xml, assumed);
        xml.text("SourceIdentity", call.parameter("SourceIdentity"));
        if (call.parameter("Policy").isPresent()) xml.text("PackedPolicySize", 6);
        return assumed;
    }

    private static void authorize(
            QueryCall call, String action, Identity.Role role, Account account, Map<String, List<String>> context) {
        Authorizer.Answer answer = call.authorizer()
                .ask(
                        call.call(),
                        "sts:" + action,
                        role.arn(),
                        account.id(),
                        context,
                        sight -> Optional.of(role.grants()
                                        .at(sight, call.world().now())
                                        .trust())
                                .filter(trust -> !trust.isEmpty()),
                        List.of(role.grants()));
        if (!answer.allowed()) throw denied(call, action, role.arn(), because(call, account.id(), answer));
    }

    /** Between accounts AWS does not say what was missing. */
    private static String because(QueryCall call, AccountId owner, Authorizer.Answer answer) {
        boolean explain = call.account().id().equals(owner) && !answer.because().contains("no resource-based");
        return explain ? " " + answer.because() : "";
    }

    private static Refusal denied(QueryCall call, String action, String arn, String because) {
        return new Refusal(
                403,
                "AccessDenied",
                "User: " + call.caller().arn() + " is not authorized to perform: sts:" + action + " on resource: " + arn
                        + because);
    }
}
