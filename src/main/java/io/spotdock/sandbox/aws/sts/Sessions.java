package io.spotdock.sandbox.aws.sts;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.access.PolicyCheck;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.cloudtrail.StsRecorder;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.wire.Xml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Making credentials of a role, however it was assumed. */
final class Sessions {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]*");
    private static final Pattern DOCUMENT = Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");

    private Sessions() {}

    /** The role a request names, if there is one; whoever may not assume it is not told which. */
    static Optional<Identity.Role> role(QueryCall call) {
        String arn = call.need(
                "RoleArn", 20, 2048, Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uFFFF]+"));
        if (!arn.matches("arn:[a-z-]+:iam::[0-9]{12}:role/.+"))
            throw new Refusal(400, "ValidationError", arn + " is invalid");
        return call.world()
                .identity(arn)
                .flatMap(found -> found instanceof Identity.Role role ? Optional.of(role) : Optional.empty());
    }

    static String name(QueryCall call) {
        return call.need("RoleSessionName", 2, 64, NAME);
    }

    static Account account(QueryCall call, Identity.Role role) {
        return call.world().account(new AccountId(role.arn().split(":", -1)[4]));
    }

    /** @param longest what the way of assuming allows, beside the role's own limit */
    static int duration(QueryCall call, Identity.Role role, int longest) {
        int seconds = call.number("DurationSeconds", 3600, 900, 43_200);
        if (seconds > longest)
            throw new Refusal(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        if (seconds > role.settings().maxSessionSeconds())
            throw new Refusal(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        return seconds;
    }

    /** The policies the session is to be narrowed to. */
    static Optional<List<String>> policies(QueryCall call, Account account) {
        List<String> all = new ArrayList<>();
        call.parameter("Policy").ifPresent(text -> {
            call.need("Policy", 1, 2048, DOCUMENT);
            PolicyCheck.identity(text, account.partition());
            all.add(text);
        });
        for (int i = 1; call.parameter("PolicyArns.member." + i + ".arn").isPresent(); i++) {
            String arn = call.need("PolicyArns.member." + i + ".arn");
            all.add(account.policy(arn)
                    .orElseThrow(() -> new Refusal(400, "NoSuchEntity", "Policy " + arn + " does not exist."))
                    .current()
                    .document());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    static AccessKey open(
            QueryCall call,
            Identity.Role role,
            Account account,
            String name,
            int seconds,
            Optional<List<String>> policies,
            Map<String, List<String>> context) {
        Instant now = call.now();
        role.settings().used(now, call.call().region());
        return call.world()
                .addKey(new AccessKey(
                        call.world().ids().accessKeyId("ASIA"),
                        call.world().ids().secret(),
                        Optional.of(call.world().ids().sessionToken()),
                        now,
                        Optional.of(now.plusSeconds(seconds)),
                        true,
                        false,
                        new Principal.Session(account.id(), role.name(), role.id(), name, policies, context)));
    }

    static void write(Xml xml, AccessKey key) {
        xml.in(
                "Credentials",
                c -> c.text("AccessKeyId", key.id())
                        .text("SecretAccessKey", key.secret())
                        .text("SessionToken", key.token())
                        .text("Expiration", key.expires().map(QueryCall::time)));
    }

    static void writeUser(Xml xml, StsRecorder.Assumed assumed) {
        xml.in(
                "AssumedRoleUser",
                u -> u.text("AssumedRoleId", assumed.assumedRoleId()).text("Arn", assumed.assumedRole()));
    }

    static StsRecorder.Assumed assumed(Account account, Identity.Role role, String session, AccessKey key) {
        return new StsRecorder.Assumed(
                account,
                role.arn(),
                role.id() + ":" + session,
                "arn:" + account.partition().id() + ":sts::" + account.id() + ":assumed-role/" + role.name() + "/"
                        + session,
                key);
    }
}
