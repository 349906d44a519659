package io.spotdock.sandbox.aws.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The policies of a user or role, as written.
 *
 * @param exists false for what others see of an identity they have not heard of yet
 * @param trust of a role; empty for a user
 * @param inline name → document
 * @param attached ARNs of managed policies, in the order of attaching
 * @param boundary the ARN of the permissions boundary
 */
public record Grants(
        boolean exists, String trust, Map<String, String> inline, List<String> attached, Optional<String> boundary) {
    public static final Grants ABSENT = new Grants(false, "", Map.of(), List.of(), Optional.empty());

    public static Grants first(String trust, Optional<String> boundary) {
        return new Grants(true, trust, Map.of(), List.of(), boundary);
    }

    public Grants withTrust(String document) {
        return new Grants(exists, document, inline, attached, boundary);
    }

    public Grants withInline(String name, String document) {
        TreeMap<String, String> all = new TreeMap<>(inline);
        all.put(name, document);
        return new Grants(exists, trust, all, attached, boundary);
    }

    public Grants withoutInline(String name) {
        TreeMap<String, String> all = new TreeMap<>(inline);
        all.remove(name);
        return new Grants(exists, trust, all, attached, boundary);
    }

    public Grants withAttached(String arn) {
        List<String> all = new ArrayList<>(attached);
        if (!all.contains(arn)) all.add(arn);
        return new Grants(exists, trust, inline, all, boundary);
    }

    public Grants withoutAttached(String arn) {
        return new Grants(
                exists,
                trust,
                inline,
                attached.stream().filter(a -> !a.equals(arn)).toList(),
                boundary);
    }

    public Grants withBoundary(Optional<String> arn) {
        return new Grants(exists, trust, inline, attached, arn);
    }
}
