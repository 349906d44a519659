package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deleting objects, one or many (Amazon S3 User Guide, "Deleting object versions from a versioning-enabled bucket"). */
final class DeleteRoutes {
    private DeleteRoutes() {}

    /** What a deletion left: the version deleted, or the delete marker made. */
    private record Deleted(Optional<String> version, boolean marker) {}

    static List<Route> all() {
        return List.of(
                Route.object("DeleteObject", "DELETE", "", "", DeleteRoutes::one),
                Route.bucket("DeleteObjects", "POST", "delete", "", DeleteRoutes::many));
    }

    private static Exchange.Answer one(S3Call call) {
        Bucket bucket = call.bucket();
        Deleted deleted = delete(call, bucket, call.key(), call.query("versionId"));
        Map<String, String> headers = new LinkedHashMap<>();
        deleted.version().ifPresent(version -> headers.put("x-amz-version-id", version));
        if (deleted.marker()) headers.put("x-amz-delete-marker", "true");
        return Replies.empty(204, headers);
    }

    private static Deleted delete(S3Call call, Bucket bucket, String key, Optional<String> version) {
        call.authorize(
                version.isPresent() ? "DeleteObjectVersion" : "DeleteObject",
                bucket,
                call.arn(bucket, key),
                version.map(v -> Map.of("s3:VersionId", List.of(v))).orElse(Map.of()));
        if (version.isPresent()) return deleteVersion(call, bucket, key, version.get());
        if (bucket.versioning().isEmpty()) {
            bucket.latest(key).ifPresent(object -> checkLock(call, bucket, object));
            bucket.remove(key, "null");
            return new Deleted(Optional.empty(), false);
        }
        String id = bucket.versioning().equals("Enabled") ? call.world().ids().versionId() : "null";
        bucket.add(StoredObject.marker(key, id, call.now()));
        return new Deleted(Optional.of(id), true);
    }

    private static Deleted deleteVersion(S3Call call, Bucket bucket, String key, String version) {
        MfaDelete.check(call, bucket);
        Optional<StoredObject> found = bucket.version(key, version);
        found.ifPresent(object -> checkLock(call, bucket, object));
        bucket.remove(key, version);
        return new Deleted(
                Optional.of(version), found.filter(StoredObject::deleteMarker).isPresent());
    }

    private static void checkLock(S3Call call, Bucket bucket, StoredObject object) {
        boolean retained =
                object.retention().until().filter(call.now()::isBefore).isPresent();
        boolean bypass = object.retention().mode().equals(Optional.of("GOVERNANCE"))
                && call.header("x-amz-bypass-governance-retention").equals(Optional.of("true"))
                && call.may("BypassGovernanceRetention", bucket, call.arn(bucket, object.key()), Map.of());
        if (object.retention().legalHold() || retained && !bypass)
            throw new Refusal(403, "AccessDenied", "Access Denied because object protected by object lock.");
    }

    private static Exchange.Answer many(S3Call call) {
        Bucket bucket = call.bucket();
        XmlBody body = XmlBody.parse(call.body(), "Delete");
        List<XmlBody> objects = body.children("Object");
        if (objects.isEmpty() || objects.size() > 1000) throw XmlBody.malformed();
        boolean quiet = body.text("Quiet").equals(Optional.of("true"));
        return Replies.xml("DeleteResult", xml -> {
            for (XmlBody object : objects) {
                String key = object.verbatim("Key").orElseThrow(XmlBody::malformed);
                Optional<String> version = object.text("VersionId");
                try {
                    Deleted deleted = delete(call, bucket, key, version);
                    if (!quiet) xml.in("Deleted", d -> write(d, key, version, deleted));
                } catch (Refusal refusal) {
                    xml.in(
                            "Error",
                            e -> e.text("Key", key)
                                    .text("VersionId", version)
                                    .text("Code", refusal.code())
                                    .text("Message", refusal.text()));
                }
            }
        });
    }

    private static void write(Xml xml, String key, Optional<String> version, Deleted deleted) {
        xml.text("Key", key).text("VersionId", version);
        if (!deleted.marker()) return;
        xml.text("DeleteMarker", true).text("DeleteMarkerVersionId", deleted.version());
    }
}
