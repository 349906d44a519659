package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Xml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Settings of buckets that are kept as the XML that was put; a few have an effect, which is looked up there. */
final class BucketConfigRoutes {
    /**
     * A subresource.
     *
     * @param missing what answers where nothing was put: a refusal's code and text, or an empty document when the code
     *     is empty
     */
    private record Setting(
            String subresource, String api, String get, String put, String root, String missing, String text) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting(
                    "encryption",
                    "BucketEncryption",
                    "GetEncryptionConfiguration",
                    "PutEncryptionConfiguration",
                    "ServerSideEncryptionConfiguration",
                    "",
                    ""),
            new Setting(
                    "publicAccessBlock",
                    "PublicAccessBlock",
                    "GetBucketPublicAccessBlock",
                    "PutBucketPublicAccessBlock",
                    "PublicAccessBlockConfiguration",
                    "NoSuchPublicAccessBlockConfiguration",
                    "The public access block configuration was not found"),
            new Setting(
                    "ownershipControls",
                    "BucketOwnershipControls",
                    "GetBucketOwnershipControls",
                    "PutBucketOwnershipControls",
                    "OwnershipControls",
                    "OwnershipControlsNotFoundError",
                    "The bucket ownership controls were not found"),
            new Setting(
                    "versioning",
                    "BucketVersioning",
                    "GetBucketVersioning",
                    "PutBucketVersioning",
                    "VersioningConfiguration",
                    "",
                    ""),
            new Setting(
                    "lifecycle",
                    "BucketLifecycleConfiguration",
                    "GetLifecycleConfiguration",
                    "PutLifecycleConfiguration",
                    "LifecycleConfiguration",
                    "NoSuchLifecycleConfiguration",
                    "The lifecycle configuration does not exist"),
            new Setting(
                    "object-lock",
                    "ObjectLockConfiguration",
                    "GetBucketObjectLockConfiguration",
                    "PutBucketObjectLockConfiguration",
                    "ObjectLockConfiguration",
                    "ObjectLockConfigurationNotFoundError",
                    "Object Lock configuration does not exist for this bucket"),
            new Setting(
                    "requestPayment",
                    "BucketRequestPayment",
                    "GetBucketRequestPayment",
                    "PutBucketRequestPayment",
                    "RequestPaymentConfiguration",
                    "",
                    ""),
            new Setting(
                    "logging", "BucketLogging", "GetBucketLogging", "PutBucketLogging", "BucketLoggingStatus", "", ""),
            new Setting(
                    "cors",
                    "BucketCors",
                    "GetBucketCORS",
                    "PutBucketCORS",
                    "CORSConfiguration",
                    "NoSuchCORSConfiguration",
                    "The CORS configuration does not exist"),
            new Setting(
                    "accelerate",
                    "BucketAccelerateConfiguration",
                    "GetAccelerateConfiguration",
                    "PutAccelerateConfiguration",
                    "AccelerateConfiguration",
                    "",
                    ""),
            new Setting(
                    "website",
                    "BucketWebsite",
                    "GetBucketWebsite",
                    "PutBucketWebsite",
                    "WebsiteConfiguration",
                    "NoSuchWebsiteConfiguration",
                    "The specified bucket does not have a website configuration"),
            new Setting(
                    "notification",
                    "BucketNotificationConfiguration",
                    "GetBucketNotification",
                    "PutBucketNotification",
                    "NotificationConfiguration",
                    "",
                    ""),
            new Setting(
                    "replication",
                    "BucketReplication",
                    "GetReplicationConfiguration",
                    "PutReplicationConfiguration",
                    "ReplicationConfiguration",
                    "ReplicationConfigurationNotFoundError",
                    "The replication configuration was not found"));

    private static final Set<String> DELETABLE = Set.of(
            "encryption", "publicAccessBlock", "ownershipControls", "lifecycle", "cors", "website", "replication");

    private BucketConfigRoutes() {}

    static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            String sub = setting.subresource();
            routes.add(Route.bucket("Get" + setting.api(), "GET", sub, setting.get(), call -> get(call, setting)));
            routes.add(Route.bucket("Put" + setting.api(), "PUT", sub, setting.put(), call -> put(call, setting)));
            if (DELETABLE.contains(sub)) {
                String permission = sub.equals("website") ? "DeleteBucketWebsite" : setting.put();
                String name = sub.equals("lifecycle") ? "DeleteBucketLifecycle" : "Delete" + setting.api();
                routes.add(Route.bucket(name, "DELETE", sub, permission, call -> delete(call, setting)));
            }
        }
        routes.add(Route.bucket("GetBucketTagging", "GET", "tagging", "GetBucketTagging", BucketConfigRoutes::getTags));
        routes.add(Route.bucket("PutBucketTagging", "PUT", "tagging", "PutBucketTagging", BucketConfigRoutes::putTags));
        routes.add(Route.bucket(
                "DeleteBucketTagging", "DELETE", "tagging", "PutBucketTagging", BucketConfigRoutes::dropTags));
        return routes;
    }

    /** What a new bucket has (Amazon S3 User Guide, "Default settings for new S3 buckets"). */
    static void defaults(Bucket bucket, String ownership) {
        sseS3(bucket);
        bucket.settings().put("publicAccessBlock", document("PublicAccessBlockConfiguration", xml -> {
            for (String name :
                    List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"))
                xml.text(name, true);
        }));
        bucket.settings().put("ownership", ownership);
        bucket.settings()
                .put(
                        "ownershipControls",
                        document(
                                "OwnershipControls",
                                xml -> xml.in("Rule", rule -> rule.text("ObjectOwnership", ownership))));
        if (!bucket.objectLock()) return;
        bucket.settings().put("versioning.status", "Enabled");
        bucket.settings().put("versioning", document("VersioningConfiguration", xml -> xml.text("Status", "Enabled")));
        bucket.settings()
                .put(
                        "object-lock",
                        document("ObjectLockConfiguration", xml -> xml.text("ObjectLockEnabled", "Enabled")));
    }

    private static void sseS3(Bucket bucket) {
        bucket.settings().put("encryption", encryption("AES256", Optional.empty()));
    }

    static void encryptWith(Bucket bucket, String kmsKey) {
        bucket.settings().put("encryption", encryption("aws:kms", Optional.of(kmsKey)));
    }

    private static String encryption(String algorithm, Optional<String> key) {
        return document(
                "ServerSideEncryptionConfiguration",
                xml -> xml.in(
                        "Rule",
                        rule -> rule.in(
                                        "ApplyServerSideEncryptionByDefault",
                                        by -> by.text("SSEAlgorithm", algorithm).text("KMSMasterKeyID", key))
                                .text("BucketKeyEnabled", key.isPresent())));
    }

    private static String document(String root, Consumer<Xml> content) {
        return Xml.document(root, Replies.NAMESPACE, content);
    }

    private static Exchange.Answer get(S3Call call, Setting setting) {
        Bucket bucket = call.bucket();
        Optional<String> stored = bucket.setting(setting.subresource());
        if (stored.isPresent()) return Replies.text(stored.get(), "application/xml", Map.of());
        if (!setting.missing().isEmpty())
            throw new Refusal(404, setting.missing(), setting.text()).with("BucketName", bucket.name());
        return Replies.xml(setting.root(), xml -> {
            if (setting.subresource().equals("requestPayment")) xml.text("Payer", "BucketOwner");
        });
    }

    private static Exchange.Answer put(S3Call call, Setting setting) {
        Bucket bucket = call.bucket();
        XmlBody body = XmlBody.parse(call.body(), setting.root());
        SettingRules.check(call, bucket, setting.subresource(), body);
        if (setting.subresource().equals("versioning")) MfaDelete.change(call, bucket, body);
        boolean lifecycle = setting.subresource().equals("lifecycle");
        if (lifecycle) body.name("Rule", "ID");
        String text = lifecycle ? body.print() : new String(call.body(), StandardCharsets.UTF_8);
        bucket.settings().put(setting.subresource(), text);
        switch (setting.subresource()) {
            case "versioning" ->
                body.text("Status").ifPresent(s -> bucket.settings().put("versioning.status", s));
            case "ownershipControls" -> bucket.settings().put("ownership", body.need("Rule", "ObjectOwnership"));
            default -> {
                // kept, and nothing more
            }
        }
        return Replies.empty(200);
    }

    private static Exchange.Answer delete(S3Call call, Setting setting) {
        Bucket bucket = call.bucket();
        bucket.settings().remove(setting.subresource());
        // Every bucket is encrypted; deleting the setting brings SSE-S3 back (Amazon S3 API Reference,
        // "DeleteBucketEncryption").
        if (setting.subresource().equals("encryption")) sseS3(bucket);
        if (setting.subresource().equals("ownershipControls")) bucket.settings().remove("ownership");
        return Replies.empty(204);
    }

    private static Exchange.Answer getTags(S3Call call) {
        Bucket bucket = call.bucket();
        if (bucket.tags().isEmpty())
            throw new Refusal(404, "NoSuchTagSet", "The TagSet does not exist").with("BucketName", bucket.name());
        return Replies.xml("Tagging", xml -> Tagging.write(xml, bucket.tags()));
    }

    private static Exchange.Answer putTags(S3Call call) {
        call.bucket().setTags(Tagging.ofBody(call.body(), 50));
        return Replies.empty(204);
    }

    private static Exchange.Answer dropTags(S3Call call) {
        call.bucket().setTags(Map.of());
        return Replies.empty(204);
    }
}
