package io.spotdock.discovery;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a statement lets a role write, taken from one of its resources.
 *
 * @param bucket its name, or a pattern of names
 * @param keys a pattern of the keys in it
 * @param policy the policy that says so
 */
record Place(String bucket, String keys, String policy) {
    private static final Pattern OBJECTS =
            Pattern.compile("arn:[a-z*-]+:s3:[^:]*:[^:]*:([^/]+)(?:/(.*))?", Pattern.DOTALL);

    /** Empty where a resource is no file of S3. */
    static Optional<Place> of(String resource, String policy) {
        if (resource.equals("*")) return Optional.of(new Place("*", "*", policy));
        var matcher = OBJECTS.matcher(resource);
        if (!matcher.matches()) return Optional.empty();
        Optional<String> keys = Optional.ofNullable(matcher.group(2));
        // A bucket alone is none of its files; a pattern at its end reaches over the slash to them.
        if (keys.isEmpty() && !resource.endsWith("*")) return Optional.empty();
        return Optional.of(new Place(matcher.group(1), keys.orElse("*"), policy));
    }

    boolean isOneBucket() {
        return isLiteral(bucket);
    }

    boolean isOf(String name) {
        return glob(bucket).matcher(name).matches();
    }

    /** What every key begins with; empty where the pattern says anything else. */
    Optional<String> prefix() {
        if (!keys.endsWith("*")) return Optional.empty();
        String start = keys.substring(0, keys.length() - 1);
        return isLiteral(start) ? Optional.of(start) : Optional.empty();
    }

    /** Whether it takes in every key with a prefix. */
    boolean covers(String prefix) {
        return prefix().filter(prefix::startsWith).isPresent();
    }

    private static boolean isLiteral(String text) {
        return !text.contains("*") && !text.contains("?") && !text.contains("${");
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(pattern.codePoints()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
    }

    @Override
    public String toString() {
        return bucket + "/" + keys;
    }
}
