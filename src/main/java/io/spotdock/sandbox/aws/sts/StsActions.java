package io.spotdock.sandbox.aws.sts;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.cloudtrail.StsRecorder;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.wire.IdTokens;
import io.spotdock.sandbox.wire.Xml;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All of STS that the sandbox has. */
public final class StsActions {
    private final WebIdentity webIdentity;

    public StsActions(IdTokens idTokens) {
        webIdentity = new WebIdentity(idTokens);
    }

    public List<QueryAction> all() {
        return List.of(
                QueryAction.reads("GetCallerIdentity", recorded(StsActions::callerIdentity)),
                QueryAction.reads("AssumeRole", StsActions::assumeRole),
                QueryAction.reads("AssumeRoleWithWebIdentity", webIdentity::run),
                QueryAction.reads("GetSessionToken", recorded(StsActions::sessionToken)),
                QueryAction.reads("GetAccessKeyInfo", recorded(StsActions::accessKeyInfo)));
    }

    private static QueryAction.Handler recorded(QueryAction.Handler handler) {
        return (call, xml) -> {
            StsRecorder recorder = new StsRecorder(call);
            try {
                handler.run(call, xml);
                recorder.called(Optional.empty());
            } catch (Refusal refusal) {
                recorder.called(Optional.of(refusal));
                throw refusal;
            }
        };
    }

    private static void assumeRole(QueryCall call, Xml xml) {
        StsRecorder recorder = new StsRecorder(call);
        try {
            recorder.assumed(AssumeRole.run(call, xml));
        } catch (Refusal refusal) {
            recorder.called(Optional.of(refusal));
            throw refusal;
        }
    }

    /** Needs no permission (STS API Reference, "GetCallerIdentity"). */
    private static void callerIdentity(QueryCall call, Xml xml) {
        xml.text("Arn", call.caller().arn())
                .text("UserId", call.caller().userId())
                .text("Account", call.account().id());
    }

    private static void sessionToken(QueryCall call, Xml xml) {
        boolean lasting = call.caller().key().filter(key -> !key.temporary()).isPresent();
        if (!lasting) throw new Refusal(403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
        int seconds = call.number("DurationSeconds", 43_200, 900, 129_600);
        boolean mfa = call.parameter("SerialNumber").isPresent()
                || call.parameter("TokenCode").isPresent();
        if (mfa && !call.need("TokenCode").matches("[0-9]{6}"))
            throw new Refusal(
                    403, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.");
        Instant now = call.now();
        AccessKey key = call.world()
                .addKey(new AccessKey(
                        call.world().ids().accessKeyId("ASIA"),
                        call.world().ids().secret(),
                        Optional.of(call.world().ids().sessionToken()),
                        now,
                        Optional.of(now.plusSeconds(seconds)),
                        true,
                        mfa,
                        call.caller().principal()));
        Sessions.write(xml, key);
    }

    private static void accessKeyInfo(QueryCall call, Xml xml) {
        String id = call.need("AccessKeyId");
        call.authorize("*");
        AccessKey key = Optional.ofNullable(call.world().keys().get(id))
                .orElseThrow(() -> QueryCall.invalid("Value '" + id
                        + "' at 'accessKeyId' failed to satisfy constraint: Member must be an access key"));
        Optional<AccountId> account = switch (key.owner()) {
            case Principal.Root root -> Optional.of(root.account());
            case Principal.User user -> Optional.of(user.account());
            case Principal.Session session -> Optional.of(session.account());
            case Principal.Anonymous _ -> Optional.empty();
        };
        xml.text("Account", account);
    }
}
