package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.wire.SigV4;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is about: the service, a bucket or an object (Amazon S3 User Guide, "Virtual hosting of buckets").
 *
 * @param virtualHost whether the bucket stood in the host's name
 */
record Target(Optional<String> bucket, Optional<String> key, boolean virtualHost) {
    private static final Pattern HOST = Pattern.compile(
            "(.+)\\.(?:localhost|s3[.-][a-z0-9.-]*amazonaws\\.com(?:\\.cn)?)", Pattern.CASE_INSENSITIVE);

    static Target of(Request request) {
        String host = request.header("host").orElse("").replaceAll(":[0-9]+$", "");
        Matcher matcher = HOST.matcher(host);
        String path = request.path().substring(request.path().startsWith("/") ? 1 : 0);
        if (matcher.matches()) return new Target(Optional.of(matcher.group(1)), some(path), true);
        int slash = path.indexOf('/');
        return slash < 0
                ? new Target(some(path), Optional.empty(), false)
                : new Target(some(path.substring(0, slash)), some(path.substring(slash + 1)), false);
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** As Signature Version 2 writes it. */
    String canonicalPath() {
        return "/" + bucket.orElse("") + (bucket.isPresent() ? "/" : "") + SigV4.encode(key.orElse(""), false);
    }

    Level level() {
        if (key.isPresent()) return Level.OBJECT;
        return bucket.isPresent() ? Level.BUCKET : Level.SERVICE;
    }

    enum Level {
        SERVICE,
        BUCKET,
        OBJECT
    }
}
