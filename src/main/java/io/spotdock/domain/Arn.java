package io.spotdock.domain;

import java.util.Optional;

/**
 * An Amazon Resource Name in its six parts (IAM User Guide, "Identify AWS resources with ARNs"). Region and account may
 * be empty; the resource may hold colons and slashes.
 */
public record Arn(String partition, String service, String region, String account, String resource) {

    /** Reads an ARN, wildcards included; empty when {@code text} has not the six parts of one. */
    public static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn") || parts[1].isEmpty() || parts[2].isEmpty())
            return Optional.empty();
        return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }
}
