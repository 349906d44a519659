package io.spotdock.sandbox.aws.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An IAM user or role. */
public sealed interface Identity {
    String name();

    String arn();

    String id();

    String path();

    Instant made();

    Tracked<Grants> grants();

    Map<String, String> tags();

    /** A user. */
    record User(
            String name,
            String arn,
            String id,
            String path,
            Instant made,
            Tracked<Grants> grants,
            Map<String, String> tags)
            implements Identity {}

    /** A role. What IAM lets one change without policies is in {@link Settings}. */
    record Role(
            String name,
            String arn,
            String id,
            String path,
            Instant made,
            Tracked<Grants> grants,
            Map<String, String> tags,
            Settings settings)
            implements Identity {}

    /** The changeable rest of a role. */
    final class Settings {
        private Optional<String> description;
        private int maxSessionSeconds;
        private Optional<Instant> lastUsed = Optional.empty();
        private String lastRegion = "";

        public Settings(Optional<String> description, int maxSessionSeconds) {
            this.description = description;
            this.maxSessionSeconds = maxSessionSeconds;
        }

        public Optional<String> description() {
            return description;
        }

        public void describe(Optional<String> text) {
            description = text;
        }

        public int maxSessionSeconds() {
            return maxSessionSeconds;
        }

        public void limitSessions(int seconds) {
            maxSessionSeconds = seconds;
        }

        public void used(Instant when, String region) {
            lastUsed = Optional.of(when);
            lastRegion = region;
        }

        public Optional<Instant> lastUsed() {
            return lastUsed;
        }

        public String lastRegion() {
            return lastRegion;
        }
    }

    static Map<String, String> tags(Map<String, String> first) {
        return new LinkedHashMap<>(first);
    }
}
