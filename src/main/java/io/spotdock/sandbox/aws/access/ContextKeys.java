package io.spotdock.sandbox.aws.access;

import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.aws.state.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a request's global condition keys as AWS does (IAM User Guide, "AWS global condition context keys"). Loopback
 * stands for TLS, since no certificate is in play: {@code aws:SecureTransport} is true unless a fault says otherwise.
 */
final class ContextKeys {
    private ContextKeys() {}

    static Map<String, List<String>> of(World world, Request request, Caller caller, String region) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        Instant now = world.now();
        put(context, "aws:SecureTransport", !world.faults().isOn(AwsFault.PLAIN_HTTP.id()));
        put(context, "aws:SourceIp", "127.0.0.1");
        put(context, "aws:CurrentTime", now.truncatedTo(ChronoUnit.SECONDS));
        put(context, "aws:EpochTime", now.getEpochSecond());
        put(context, "aws:ViaAWSService", false);
        put(context, "aws:RequestedRegion", region);
        request.header("user-agent").ifPresent(agent -> put(context, "aws:UserAgent", agent));
        request.header("referer").ifPresent(referer -> put(context, "aws:referer", referer));
        put(context, "aws:userid", caller.userId());
        caller.account().ifPresent(account -> {
            put(context, "aws:PrincipalArn", caller.principalArn());
            put(context, "aws:PrincipalAccount", account.id());
            put(context, "aws:PrincipalIsAWSService", false);
        });
        caller.identity()
                .ifPresent(identity ->
                        identity.tags().forEach((key, value) -> put(context, "aws:PrincipalTag/" + key, value)));
        caller.key().filter(key -> key.temporary()).ifPresent(key -> {
            put(context, "aws:TokenIssueTime", key.made().truncatedTo(ChronoUnit.SECONDS));
            put(context, "aws:MultiFactorAuthPresent", key.mfa());
        });
        switch (caller.principal()) {
            case Principal.Anonymous _ -> put(context, "aws:PrincipalType", "Anonymous");
            case Principal.Root _ -> put(context, "aws:PrincipalType", "Account");
            case Principal.User user -> {
                put(context, "aws:PrincipalType", "User");
                put(context, "aws:username", user.name());
            }
            case Principal.Session session -> {
                put(context, "aws:PrincipalType", "AssumedRole");
                context.putAll(session.context());
            }
        }
        return context;
    }

    /** Tags in a request (IAM User Guide, "Controlling access to AWS resources using tags"). */
    static Map<String, List<String>> requestTags(Map<String, String> tags) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        tags.forEach((key, value) -> put(context, "aws:RequestTag/" + key, value));
        if (!tags.isEmpty()) context.put("aws:TagKeys", List.copyOf(tags.keySet()));
        return context;
    }

    private static void put(Map<String, List<String>> context, String key, Object value) {
        context.put(key, List.of(String.valueOf(value)));
    }
}
