package io.spotdock.aws;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Short names by which an unforeseen failure is found in the log. */
final class References {
    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return "aws-" + HexFormat.of().formatHex(bytes);
    }
}
