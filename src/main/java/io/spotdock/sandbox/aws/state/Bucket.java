package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bucket. Its settings are kept by the name of their subresource ({@code encryption}, {@code lifecycle} …), as the XML
 * (for {@code policy}, the JSON) that was put.
 */
public final class Bucket {
    /** S3 lists keys in the order of their UTF-8 bytes. */
    public static final Comparator<String> KEY_ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final String name;
    private final AccountId owner;
    private final String region;
    private final Instant made;
    private final boolean objectLock;
    private final Map<String, String> settings = new HashMap<>();
    private final TreeMap<String, Deque<StoredObject>> objects = new TreeMap<>(KEY_ORDER);
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private Map<String, String> tags = new LinkedHashMap<>();
    private boolean guarded;

    public Bucket(String name, AccountId owner, String region, Instant made, boolean objectLock) {
        this.name = name;
        this.owner = owner;
        this.region = region;
        this.made = made;
        this.objectLock = objectLock;
    }

    public String name() {
        return name;
    }

    public AccountId owner() {
        return owner;
    }

    public String region() {
        return region;
    }

    public Instant made() {
        return made;
    }

    public boolean objectLock() {
        return objectLock;
    }

    public Map<String, String> settings() {
        return settings;
    }

    public Optional<String> setting(String subresource) {
        return Optional.ofNullable(settings.get(subresource));
    }

    public Optional<String> policy() {
        return setting("policy");
    }

    public void setPolicy(String document) {
        settings.put("policy", document);
    }

    /** Whether the fault {@code deny-bucket-policy} has been at work here. */
    public boolean guard() {
        boolean first = !guarded;
        guarded = true;
        return first;
    }

    public Map<String, String> tags() {
        return tags;
    }

    public void setTags(Map<String, String> wanted) {
        tags = new LinkedHashMap<>(wanted);
    }

    /** {@code Enabled}, {@code Suspended}, or empty where versioning was never switched on. */
    public String versioning() {
        return setting("versioning.status").orElse("");
    }

    /** {@code BucketOwnerEnforced}, {@code BucketOwnerPreferred} or {@code ObjectWriter}. */
    public String ownership() {
        return setting("ownership").orElse("ObjectWriter");
    }

    /** Versions of each key, newest first. */
    public Map<String, Deque<StoredObject>> objects() {
        return objects;
    }

    public Map<String, Upload> uploads() {
        return uploads;
    }

    /** The newest version, which may be a delete marker. */
    public Optional<StoredObject> latest(String key) {
        return Optional.ofNullable(objects.get(key)).map(Deque::peekFirst);
    }

    public Optional<StoredObject> version(String key, String versionId) {
        return Optional.ofNullable(objects.get(key)).stream()
                .flatMap(Collection::stream)
                .filter(o -> o.versionId().equals(versionId))
                .findFirst();
    }

    /** Adds a newest version; one of the same ID is replaced, which is what {@code null} versions are for. */
    public void add(StoredObject object) {
        Deque<StoredObject> versions = objects.computeIfAbsent(object.key(), _ -> new ArrayDeque<>());
        versions.removeIf(o -> o.versionId().equals(object.versionId()));
        versions.addFirst(object);
    }

    /** Replaces a version in place. */
    public void replace(StoredObject object) {
        Deque<StoredObject> versions = objects.get(object.key());
        if (versions == null) return;
        Deque<StoredObject> renewed = new ArrayDeque<>();
        for (StoredObject version : versions)
            renewed.addLast(version.versionId().equals(object.versionId()) ? object : version);
        objects.put(object.key(), renewed);
    }

    public void remove(String key, String versionId) {
        Deque<StoredObject> versions = objects.get(key);
        if (versions == null) return;
        versions.removeIf(o -> o.versionId().equals(versionId));
        if (versions.isEmpty()) objects.remove(key);
    }
}
