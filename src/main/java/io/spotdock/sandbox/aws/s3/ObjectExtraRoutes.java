package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.aws.state.StoredObject.Retention;
import io.spotdock.sandbox.wire.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags and locks of objects. */
final class ObjectExtraRoutes {
    private ObjectExtraRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.object("GetObjectTagging", "GET", "tagging", "GetObjectTagging", ObjectExtraRoutes::getTags),
                Route.object("PutObjectTagging", "PUT", "tagging", "PutObjectTagging", ObjectExtraRoutes::putTags),
                Route.object(
                        "DeleteObjectTagging", "DELETE", "tagging", "DeleteObjectTagging", ObjectExtraRoutes::dropTags),
                Route.object(
                        "GetObjectRetention",
                        "GET",
                        "retention",
                        "GetObjectRetention",
                        ObjectExtraRoutes::getRetention),
                Route.object(
                        "PutObjectRetention",
                        "PUT",
                        "retention",
                        "PutObjectRetention",
                        ObjectExtraRoutes::putRetention),
                Route.object(
                        "GetObjectLegalHold", "GET", "legal-hold", "GetObjectLegalHold", ObjectExtraRoutes::getHold),
                Route.object(
                        "PutObjectLegalHold", "PUT", "legal-hold", "PutObjectLegalHold", ObjectExtraRoutes::putHold));
    }

    private static Exchange.Answer getTags(S3Call call) {
        StoredObject object = ObjectRoutes.found(call);
        return Replies.xml("Tagging", xml -> Tagging.write(xml, object.tags()), version(call, object));
    }

    private static Map<String, String> version(S3Call call, StoredObject object) {
        return call.bucket().versioning().isEmpty() ? Map.of() : Map.of("x-amz-version-id", object.versionId());
    }

    private static Exchange.Answer putTags(S3Call call) {
        StoredObject object = ObjectRoutes.found(call);
        call.bucket().replace(object.withTags(Tagging.ofBody(call.body(), 10)));
        return Replies.empty(200, version(call, object));
    }

    private static Exchange.Answer dropTags(S3Call call) {
        StoredObject object = ObjectRoutes.found(call);
        call.bucket().replace(object.withTags(Map.of()));
        return Replies.empty(204, version(call, object));
    }

    private static StoredObject lockable(S3Call call) {
        Bucket bucket = call.bucket();
        if (bucket.setting("object-lock").isEmpty())
            throw S3Errors.invalidRequest("Bucket is missing Object Lock Configuration");
        return ObjectRoutes.found(call);
    }

    private static Exchange.Answer getRetention(S3Call call) {
        Retention retention = lockable(call).retention();
        if (retention.mode().isEmpty())
            throw new Refusal(
                    404,
                    "NoSuchObjectLockConfiguration",
                    "The specified object does not have a ObjectLock configuration");
        return Replies.xml(
                "Retention",
                xml -> xml.text("Mode", retention.mode())
                        .text("RetainUntilDate", retention.until().map(Replies::iso)));
    }

    private static Exchange.Answer putRetention(S3Call call) {
        StoredObject object = lockable(call);
        XmlBody body = XmlBody.parse(call.body(), "Retention");
        call.bucket()
                .replace(object.withRetention(new Retention(
                        body.text("Mode"),
                        body.text("RetainUntilDate").map(ObjectMaker::instant),
                        object.retention().legalHold())));
        return Replies.empty(200);
    }

    private static Exchange.Answer getHold(S3Call call) {
        boolean hold = lockable(call).retention().legalHold();
        return Replies.xml("LegalHold", xml -> xml.text("Status", hold ? "ON" : "OFF"));
    }

    private static Exchange.Answer putHold(S3Call call) {
        StoredObject object = lockable(call);
        boolean on = XmlBody.parse(call.body(), "LegalHold").text("Status").equals(Optional.of("ON"));
        call.bucket()
                .replace(object.withRetention(new Retention(
                        object.retention().mode(), object.retention().until(), on)));
        return Replies.empty(200);
    }
}
