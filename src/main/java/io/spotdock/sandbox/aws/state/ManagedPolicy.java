package io.spotdock.sandbox.aws.state;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A managed policy with its versions. */
public final class ManagedPolicy {
    /** A version of it. */
    public record Version(int number, String document, Instant made) {
        public String id() {
            return "v" + number;
        }
    }

    private final String name;
    private final String arn;
    private final String id;
    private final String path;
    private final Optional<String> description;
    private final Instant made;
    private final Map<String, String> tags;
    private final TreeMap<Integer, Version> versions = new TreeMap<>();
    private int defaultVersion = 1;
    private int last;

    public ManagedPolicy(
            String name,
            String arn,
            String id,
            String path,
            Optional<String> description,
            Instant made,
            Map<String, String> tags,
            String document) {
        this.name = name;
        this.arn = arn;
        this.id = id;
        this.path = path;
        this.description = description;
        this.made = made;
        this.tags = Identity.tags(tags);
        add(document, made, true);
    }

    public Version add(String document, Instant when, boolean asDefault) {
        last++;
        Version version = new Version(last, document, when);
        versions.put(last, version);
        if (asDefault) defaultVersion = last;
        return version;
    }

    public Version current() {
        return version("v" + defaultVersion).orElseThrow();
    }

    public Optional<Version> version(String versionId) {
        return versions.values().stream().filter(v -> v.id().equals(versionId)).findFirst();
    }

    public NavigableMap<Integer, Version> versions() {
        return versions;
    }

    public void makeDefault(Version version) {
        defaultVersion = version.number();
    }

    public String name() {
        return name;
    }

    public String arn() {
        return arn;
    }

    public String id() {
        return id;
    }

    public String path() {
        return path;
    }

    public Optional<String> description() {
        return description;
    }

    public Instant made() {
        return made;
    }

    public Map<String, String> tags() {
        return tags;
    }
}
