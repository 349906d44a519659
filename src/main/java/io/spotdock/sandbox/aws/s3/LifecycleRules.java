package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What S3 refuses in a lifecycle (Amazon S3 API Reference, "PutBucketLifecycleConfiguration"; User Guide, "Lifecycle"). */
final class LifecycleRules {
    private static final int MOST = 1000;
    private static final int LONGEST_ID = 255;

    private static final List<String> ACTIONS = List.of(
            "Expiration",
            "Transition",
            "NoncurrentVersionExpiration",
            "NoncurrentVersionTransition",
            "AbortIncompleteMultipartUpload");

    private LifecycleRules() {}

    static void check(XmlBody body) {
        List<XmlBody> rules = body.children("Rule");
        if (rules.isEmpty() || rules.size() > MOST) throw XmlBody.malformed();
        Set<String> ids = new HashSet<>();
        for (XmlBody rule : rules) {
            SettingRules.oneOf(rule.need("Status"), List.of("Enabled", "Disabled"));
            if (rule.at("Filter").isPresent() == rule.at("Prefix").isPresent()) throw XmlBody.malformed();
            if (ACTIONS.stream().allMatch(action -> rule.at(action).isEmpty()))
                throw S3Errors.invalidRequest("At least one action needs to be specified in a rule");
            rule.text("ID").filter(id -> !id.isEmpty()).ifPresent(id -> {
                if (id.length() > LONGEST_ID) throw argument("ID length should not exceed allowed limit of 255");
                if (!ids.add(id)) throw argument("Rule ID must be unique. Found same ID for more than one rule");
            });
            rule.at("Expiration").ifPresent(LifecycleRules::expiration);
        }
    }

    private static void expiration(XmlBody expiration) {
        Optional<String> days = expiration.text("Days");
        Optional<String> date = expiration.text("Date");
        Optional<String> marker = expiration.text("ExpiredObjectDeleteMarker");
        if (days.stream().count() + date.stream().count() + marker.stream().count() != 1) throw XmlBody.malformed();
        if (days.filter(text -> !text.matches("0*[1-9][0-9]{0,9}")).isPresent())
            throw argument("'Days' for Expiration action must be a positive integer");
        if (date.filter(text -> !text.matches("[0-9-]+T00:00:00(\\.0+)?Z")).isPresent())
            throw argument("'Date' must be at midnight GMT");
    }

    private static Refusal argument(String text) {
        return new Refusal(400, "InvalidArgument", text);
    }
}
