package io.spotdock.sandbox.aws;

import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.sandbox.aws.s3.SettingText;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.OidcProvider;
import io.spotdock.sandbox.aws.state.World;
import io.spotdock.sandbox.control.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the imitated AWS holds, as values that can be compared. */
final class Still {
    /** What the bucket keeps of its settings for its own use, or what is shown apart. */
    private static final Set<String> NOT_SETTINGS = Set.of("policy", "ownership", "versioning.status");

    private final World world;

    Still(World world) {
        this.world = world;
    }

    Map<String, Snapshot.Bucket> buckets() {
        Map<String, Snapshot.Bucket> all = new TreeMap<>();
        world.buckets().forEach((name, bucket) -> all.put(name, bucket(bucket)));
        return all;
    }

    private static Snapshot.Bucket bucket(Bucket bucket) {
        Map<String, String> settings = new TreeMap<>();
        bucket.settings().forEach((name, value) -> {
            if (!NOT_SETTINGS.contains(name)) settings.put(name, Snapshot.lasting(SettingText.of(value)));
        });
        List<String> keys = bucket.objects().keySet().stream()
                .filter(key -> bucket.latest(key)
                        .filter(latest -> !latest.deleteMarker())
                        .isPresent())
                .map(Snapshot::lasting)
                .toList();
        return new Snapshot.Bucket(
                bucket.owner().value(),
                bucket.region(),
                bucket.tags(),
                bucket.policy().map(Still::canonical),
                settings,
                keys);
    }

    Map<String, Snapshot.Role> roles() {
        Map<String, Snapshot.Role> all = new TreeMap<>();
        for (Account account : world.accounts())
            for (Identity.Role role : account.roles().values()) all.put(role.arn(), role(role));
        return all;
    }

    private static Snapshot.Role role(Identity.Role role) {
        Grants grants = role.grants().get();
        Map<String, String> inline = new TreeMap<>();
        grants.inline().forEach((name, document) -> inline.put(name, canonical(document)));
        return new Snapshot.Role(
                role.settings().description().orElse(""),
                role.settings().maxSessionSeconds(),
                canonical(grants.trust()),
                inline,
                grants.attached(),
                grants.boundary(),
                role.tags());
    }

    Map<String, List<String>> identityProviders() {
        Map<String, List<String>> all = new TreeMap<>();
        for (Account account : world.accounts())
            for (OidcProvider provider : account.providers().values())
                all.put(
                        provider.arn(),
                        provider.details().get().clientIds().stream().sorted().toList());
        return all;
    }

    private static String canonical(String document) {
        try {
            return Snapshot.lasting(PolicyJson.compact(PolicyJson.parse(document)));
        } catch (PolicySyntaxException _) {
            return document;
        }
    }
}
