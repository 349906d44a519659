package io.spotdock.journal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the record of a fleet's runs is called. The manifest's path tells fleets of one name apart; an end point other
 * than AWS's own, such as a sandbox, is another world with a record of its own.
 */
public record RunName(String value) {
    private static final int LONGEST = 60;

    /** @param manifest its whole path */
    public static RunName of(String fleet, Path manifest, Optional<String> endpoint) {
        String plain = fleet.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        String end = Digests.crc32(manifest + endpoint.map(url -> "\n" + url).orElse(""));
        return new RunName(plain.substring(0, Math.min(LONGEST, plain.length())) + "-" + end);
    }
}
