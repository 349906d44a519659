package io.spotdock.sandbox.control;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands in a sandbox. Two sandboxes that were brought to the same state by different ways have equal ones: times and
 * IDs that are made at random are left out, and those within a
 * name read {@code *}, as do ports. Secrets read {@code ***}.
 *
 * @param buckets by name
 * @param roles by ARN
 * @param identityProviders client IDs by ARN
 * @param webhooks by Org, each as field → value
 * @param channels by Org, and {@code cluster}; what has no preference of its own is absent
 */
public record Snapshot(
        Map<String, Bucket> buckets,
        Map<String, Role> roles,
        Map<String, List<String>> identityProviders,
        Map<String, List<Map<String, String>>> webhooks,
        Map<String, List<String>> channels) {
    public Snapshot {
        buckets = sorted(buckets);
        roles = sorted(roles);
        identityProviders = sorted(identityProviders);
        webhooks = sorted(webhooks);
        channels = sorted(channels);
    }

    /**
     * A bucket.
     *
     * @param policy canonical JSON
     * @param settings protection and all else that has been put, by subresource such as {@code encryption}, in a form that
     *     does not hang on how its XML was written
     * @param keys of the files in it
     */
    public record Bucket(
            String owner,
            String region,
            Map<String, String> tags,
            Optional<String> policy,
            Map<String, String> settings,
            List<String> keys) {
        public Bucket {
            tags = sorted(tags);
            settings = sorted(settings);
            keys = keys.stream().sorted().toList();
        }
    }

    /**
     * A role.
     *
     * @param trust canonical JSON, as are the inline policies
     * @param attached ARNs of managed policies
     */
    public record Role(
            String description,
            int maxSessionSeconds,
            String trust,
            Map<String, String> inline,
            List<String> attached,
            Optional<String> boundary,
            Map<String, String> tags) {
        public Role {
            inline = sorted(inline);
            attached = attached.stream().sorted().toList();
            tags = sorted(tags);
        }
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** A text without what was made at random in it: UUIDs, times in milliseconds, and ports of this computer. */
    public static String lasting(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                .replaceAll("\\b[0-9]{13}\\b", "*")
                .replaceAll("\\b127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:*");
    }
}
