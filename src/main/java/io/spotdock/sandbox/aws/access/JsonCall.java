package io.spotdock.sandbox.aws.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One call of an API of AWS's JSON protocol: who calls, what is asked, and the means to act.
 *
 * @param body an object
 */
public record JsonCall(World world, Authorizer authorizer, Call call, String service, String action, JsonNode body) {
    public Caller caller() {
        return call.caller();
    }

    /** The caller's own account. */
    public Account account() {
        return caller().account()
                .orElseThrow(
                        () -> new Refusal(400, "MissingAuthenticationTokenException", "Missing Authentication Token"));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(body.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    public String need(String name) {
        return text(name)
                .orElseThrow(() -> new Refusal(
                        400,
                        "ValidationException",
                        "1 validation error detected: Value null at '"
                                + name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1)
                                + "' failed to satisfy constraint: Member must not be null"));
    }

    public List<String> texts(String name) {
        return Stream.ofNullable(body.get(name))
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    /** Whether the caller may, under a policy that the resource has of its own. */
    public Authorizer.Answer ask(
            String asAction,
            String resource,
            AccountId owner,
            Map<String, List<String>> context,
            Optional<String> policy) {
        return authorizer.ask(call, service + ":" + asAction, resource, owner, context, _ -> policy, List.of());
    }

    /** @throws Refusal where the caller may not do this to the resource */
    public void authorize(
            String resource, AccountId owner, Map<String, List<String>> context, Optional<String> policy) {
        Authorizer.Answer answer = ask(action, resource, owner, context, policy);
        if (!answer.allowed())
            throw new Refusal(
                    400,
                    "AccessDeniedException",
                    "User: " + caller().arn() + " is not authorized to perform: " + service + ":" + action
                            + " on resource: " + resource + " " + answer.because());
    }
}
