package io.spotdock.sandbox.aws.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.JsonReply;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.Trail;
import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.wire.IdTokens.Claims;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a call of STS into the histories that AWS writes it into (IAM User Guide, "Logging IAM and AWS STS API calls with
 * AWS CloudTrail"). A role assumed from another account stands in both, under one {@code sharedEventID}; a refused attempt
 * stands in the caller's alone, without its parameters. One with a web identity has no caller's account: it stands in the
 * role's, refused or not.
 */
public final class StsRecorder {
    private static final DateTimeFormatter EXPIRATION =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private static final List<String> PARAMETERS = List.of("roleArn", "roleSessionName", "externalId", "policy");

    private final QueryCall call;
    private final String requestId = UUID.randomUUID().toString();

    public StsRecorder(QueryCall call) {
        this.call = call;
    }

    /**
     * A role that was assumed.
     *
     * @param assumedRole the session's ARN
     */
    public record Assumed(Account owner, String roleArn, String assumedRoleId, String assumedRole, AccessKey key) {}

    /** A call that names no role, in the caller's account. */
    public void called(Optional<Refusal> refusal) {
        call.caller().account().ifPresent(account -> {
            ObjectNode event = event(UserIdentity.own(call.caller()), account.id());
            refusal.ifPresent(why -> error(event, why.code(), why.text()));
            event.putNull("requestParameters").putNull("responseElements");
            add(event, UserIdentity.own(call.caller()), account.id(), List.of());
        });
    }

    public void assumed(Assumed assumed) {
        AccountId caller = call.account().id();
        if (caller.equals(assumed.owner().id())) {
            add(UserIdentity.own(call.caller()), assumed, caller, Optional.empty());
            return;
        }
        Optional<String> shared = Optional.of(UUID.randomUUID().toString());
        add(UserIdentity.own(call.caller()), assumed, caller, shared);
        add(UserIdentity.foreign(call.caller()), assumed, assumed.owner().id(), shared);
    }

    /** @param provider the ARN of a registered provider, else its host */
    public void assumed(Assumed assumed, Claims claims, String provider) {
        UserIdentity who = UserIdentity.web(claims, provider);
        ObjectNode event = event(who, assumed.owner().id());
        parameters(event);
        ObjectNode response = response(event, assumed);
        response.put("subjectFromWebIdentityToken", claims.sub())
                .put("provider", provider)
                .put("audience", claims.aud());
        add(event, who, assumed.owner().id(), named(event, assumed));
    }

    /** AWS does not say what was wrong with a web identity that a role does not trust. */
    public void refused(Account owner, Refusal why, Claims claims, String provider) {
        UserIdentity who = UserIdentity.web(claims, provider);
        ObjectNode event = event(who, owner.id());
        error(event, why.code(), why.code().equals("AccessDenied") ? "An unknown error occurred" : why.text());
        parameters(event);
        event.putNull("responseElements");
        add(event, who, owner.id(), List.of());
    }

    private void add(UserIdentity who, Assumed assumed, AccountId recipient, Optional<String> shared) {
        ObjectNode event = event(who, recipient);
        parameters(event);
        response(event, assumed);
        shared.ifPresent(id -> event.put("sharedEventID", id));
        add(event, who, recipient, named(event, assumed));
    }

    private ObjectNode event(UserIdentity who, AccountId recipient) {
        ObjectNode event = JsonReply.object().put("eventVersion", "1.11");
        event.set("userIdentity", who.json());
        event.put("eventTime", QueryCall.time(call.now()))
                .put("eventSource", "sts.amazonaws.com")
                .put("eventName", call.action())
                .put("awsRegion", call.call().region())
                .put("sourceIPAddress", String.join("", call.call().context().getOrDefault("aws:SourceIp", List.of())))
                .put("userAgent", call.call().request().header("user-agent").orElse(""))
                .put("requestID", requestId)
                .put("eventID", UUID.randomUUID().toString())
                .put("readOnly", true)
                .put("eventType", "AwsApiCall")
                .put("managementEvent", true)
                .put("recipientAccountId", recipient.value())
                .put("eventCategory", "Management");
        return event;
    }

    private static void error(ObjectNode event, String code, String text) {
        event.put("errorCode", code).put("errorMessage", text);
    }

    /** The token of a web identity is never among them. */
    private void parameters(ObjectNode event) {
        ObjectNode parameters = event.putObject("requestParameters");
        for (String name : PARAMETERS)
            call.parameter(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                    .ifPresent(value -> parameters.put(name, value));
        call.parameter("DurationSeconds")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .ifPresent(seconds -> parameters.put("durationSeconds", Integer.parseInt(seconds)));
    }

    /** With the session's token, as AWS writes it, which opens nothing without the secret key. */
    private static ObjectNode response(ObjectNode event, Assumed assumed) {
        ObjectNode response = event.putObject("responseElements");
        ObjectNode credentials = response.putObject("credentials")
                .put("accessKeyId", assumed.key().id());
        assumed.key().token().ifPresent(token -> credentials.put("sessionToken", token));
        assumed.key().expires().ifPresent(end -> credentials.put("expiration", EXPIRATION.format(end)));
        response.putObject("assumedRoleUser")
                .put("assumedRoleId", assumed.assumedRoleId())
                .put("arn", assumed.assumedRole());
        return response;
    }

    private static List<Trail.Resource> named(ObjectNode event, Assumed assumed) {
        event.putArray("resources")
                .addObject()
                .put("accountId", assumed.owner().id().value())
                .put("type", "AWS::IAM::Role")
                .put("ARN", assumed.roleArn());
        return List.of(
                new Trail.Resource("AWS::IAM::AccessKey", assumed.key().id()),
                new Trail.Resource("AWS::STS::AssumedRole", assumed.assumedRoleId()),
                new Trail.Resource("AWS::STS::AssumedRole", assumed.assumedRole()),
                new Trail.Resource("AWS::IAM::Role", assumed.roleArn()));
    }

    private void add(ObjectNode event, UserIdentity who, AccountId recipient, List<Trail.Resource> resources) {
        Instant now = call.now();
        Duration delay = call.world()
                .faults()
                .value(AwsFault.EVENT_DELAY.id())
                .map(FaultValue::duration)
                .orElse(Duration.ZERO);
        call.world()
                .trail()
                .add(new Trail.Entry(
                        event.path("eventID").asText(),
                        recipient,
                        call.call().region(),
                        now,
                        now.plus(delay),
                        call.action(),
                        "sts.amazonaws.com",
                        true,
                        who.name(),
                        who.accessKeyId(),
                        resources,
                        JsonReply.text(event)));
    }
}
