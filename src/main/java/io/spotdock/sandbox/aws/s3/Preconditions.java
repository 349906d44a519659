package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Conditional requests (RFC 9110 section 13; Amazon S3 User Guide, "Conditional requests"). */
final class Preconditions {
    private Preconditions() {}

    static void ofRead(S3Call call, StoredObject object) {
        Optional<String> match = call.header("if-match");
        Optional<String> noneMatch = call.header("if-none-match");
        if (match.isPresent() && !names(match.get(), object)) throw S3Errors.precondition("If-Match");
        if (match.isEmpty()
                && date(call, "if-unmodified-since")
                        .filter(d -> object.modified().isAfter(d))
                        .isPresent()) throw S3Errors.precondition("If-Unmodified-Since");
        boolean same = noneMatch.isPresent()
                ? names(noneMatch.get(), object)
                : date(call, "if-modified-since")
                        .filter(d -> !object.modified().isAfter(d))
                        .isPresent();
        if (same)
            throw new Refusal(304, "NotModified", "Not Modified")
                    .header("ETag", "\"" + object.etag() + "\"")
                    .header("Last-Modified", Replies.http(object.modified()));
    }

    static void ofWrite(S3Call call, Bucket bucket) {
        Optional<StoredObject> present = bucket.latest(call.key()).filter(o -> !o.deleteMarker());
        Optional<String> noneMatch = call.header("if-none-match");
        if (noneMatch.isPresent() && !noneMatch.get().equals("*")) throw S3Errors.notImplemented();
        if (noneMatch.isPresent() && present.isPresent()) throw S3Errors.precondition("If-None-Match");
        Optional<String> match = call.header("if-match");
        if (match.isEmpty()) return;
        if (present.isEmpty()) throw S3Errors.noSuchKey(call.key());
        if (!names(match.get(), present.get())) throw S3Errors.precondition("If-Match");
    }

    static boolean names(String header, StoredObject object) {
        for (String tag : header.split("\\s*,\\s*"))
            if (tag.equals("*") || tag.replace("\"", "").equals(object.etag())) return true;
        return false;
    }

    private static Optional<Instant> date(S3Call call, String header) {
        try {
            return call.header(header).map(Replies::fromHttp);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
