package io.spotdock.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.RoleArn;
import io.spotdock.port.EventLog.Attempt;
import io.spotdock.port.EventLog.Refusal;
import io.spotdock.port.EventLog.Who;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of STS (CloudTrail User Guide, "CloudTrail record contents"). Much of one was chosen by whoever made the call,
 * and records differ by service and by year: what has no use is left out rather than refused, and credentials are not looked
 * at.
 */
final class TrailEvents {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 1000;

    private final RoleArn role;
    private final Pattern mentioned;

    /** @param role whose events are wanted */
    TrailEvents(RoleArn role) {
        this.role = role;
        // A role's name may be the beginning of another's.
        this.mentioned = Pattern.compile(Pattern.quote(role.toString()) + "(?![\\w+=,@/-]|\\.\\S)");
    }

    /** @param id by which an event that is found twice is told */
    record Read(String id, Attempt attempt) {}

    /** Empty for what is no attempt to assume the role. */
    Optional<Read> read(@Nullable String json) {
        if (json == null) return Optional.empty();
        JsonNode event;
        try {
            event = MAPPER.readTree(json);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
        String id = text(event, "eventID");
        boolean ofSts = text(event, "eventSource").equals("sts.amazonaws.com")
                && text(event, "eventName").startsWith("AssumeRole");
        if (id.isEmpty() || !ofSts || !isOfRole(event)) return Optional.empty();
        return time(text(event, "eventTime")).map(at -> new Read(id, attempt(event, at)));
    }

    /** A refused attempt may have neither parameters nor resources; then the error names the role. */
    private boolean isOfRole(JsonNode event) {
        String arn = role.toString();
        if (text(event.path("requestParameters"), "roleArn").equals(arn)) return true;
        for (JsonNode resource : event.path("resources"))
            if (text(resource, "ARN").equals(arn)) return true;
        return mentioned.matcher(text(event, "errorMessage")).find();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Attempt attempt(JsonNode event, Instant at) {
        String code = clean(text(event, "errorCode"));
        String message = clean(Redaction.of(text(event, "errorMessage")), LONGEST_MESSAGE);
        return new Attempt(
                at,
                who(event.path("userIdentity")),
                clean(text(event, "sourceIPAddress")),
                !text(event.path("requestParameters"), "externalId").isEmpty(),
                code.isEmpty() ? Optional.empty() : Optional.of(new Refusal(code, message)));
    }

    /** CloudTrail User Guide, "CloudTrail userIdentity element". */
    private static Who who(JsonNode identity) {
        String subject = clean(text(identity, "userName"));
        if (text(identity, "type").equals("WebIdentityUser") && !subject.isEmpty())
            return new Who.WithToken(clean(text(identity, "identityProvider")), subject);
        Optional<AccountId> account =
                AccountId.parse(text(identity, "accountId")).good();
        String arn = clean(text(identity, "arn"));
        if (account.isPresent())
            return new Who.InAccount(account.get(), arn.isEmpty() ? Optional.empty() : Optional.of(arn));
        for (String name : new String[] {"invokedBy", "arn", "principalId", "type"})
            if (!text(identity, name).isBlank()) return new Who.Other(clean(text(identity, name)));
        return new Who.Other("?");
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() ? value.textValue() : "";
    }

    private static String clean(String text) {
        return clean(text, LONGEST_NAME);
    }

    /** Control characters would act on a terminal, and others change how a line reads. */
    private static String clean(String text, int longest) {
        String plain = text.replaceAll("\\p{C}", " ").strip();
        return plain.length() > longest ? plain.substring(0, longest) + "…" : plain;
    }
}
