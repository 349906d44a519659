package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.Ids;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.SigV4;
import io.spotdock.sandbox.wire.Xml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lists of objects and versions. */
final class ListingRoutes {
    private ListingRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.bucket("ListObjects", "GET", "", "ListBucket", ListingRoutes::first),
                Route.bucket("ListObjectsV2", "GET", "list-type", "ListBucket", ListingRoutes::second),
                Route.bucket("ListObjectVersions", "GET", "versions", "ListBucketVersions", ListingRoutes::versions));
    }

    /** Keys may hold what XML can't; {@code encoding-type=url} asks to encode them. */
    static UnaryOperator<String> encoding(S3Call call) {
        Optional<String> type = call.query("encoding-type");
        if (type.isEmpty()) return text -> text;
        if (!type.get().equals("url"))
            throw S3Errors.invalid("encoding-type", type.get(), "Invalid Encoding Method specified in Request");
        return text -> SigV4.encode(text, false);
    }

    private static List<StoredObject> latest(Bucket bucket) {
        return bucket.objects().values().stream()
                .flatMap(versions -> versions.stream().limit(1))
                .filter(object -> !object.deleteMarker())
                .toList();
    }

    private static Exchange.Answer first(S3Call call) {
        Bucket bucket = call.bucket();
        String marker = call.query("marker").orElse("");
        Page<StoredObject> page = Page.of(call, "max-keys", latest(bucket), StoredObject::key, marker);
        UnaryOperator<String> encoded = encoding(call);
        return Replies.xml("ListBucketResult", xml -> {
            head(xml, call, bucket, page, encoded);
            xml.text("Marker", encoded.apply(marker));
            if (page.truncated() && call.query("delimiter").isPresent())
                xml.text("NextMarker", encoded.apply(page.last()));
            contents(xml, bucket, page.items(), true, encoded);
            prefixes(xml, page, encoded);
        });
    }

    private static Exchange.Answer second(S3Call call) {
        Bucket bucket = call.bucket();
        Optional<String> token = call.query("continuation-token");
        String after = token.map(ListingRoutes::decoded)
                .or(() -> call.query("start-after"))
                .orElse("");
        Page<StoredObject> page = Page.of(call, "max-keys", latest(bucket), StoredObject::key, after);
        UnaryOperator<String> encoded = encoding(call);
        boolean owners = call.query("fetch-owner").equals(Optional.of("true"));
        return Replies.xml("ListBucketResult", xml -> {
            head(xml, call, bucket, page, encoded);
            xml.text("KeyCount", page.items().size() + page.prefixes().size());
            xml.text("ContinuationToken", token);
            if (page.truncated())
                xml.text(
                        "NextContinuationToken",
                        Base64.getEncoder().encodeToString(page.last().getBytes(StandardCharsets.UTF_8)));
            xml.text("StartAfter", call.query("start-after").map(encoded));
            contents(xml, bucket, page.items(), owners, encoded);
            prefixes(xml, page, encoded);
        });
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw S3Errors.invalid("continuation-token", token, "The continuation token provided is incorrect");
        }
    }

    private static void head(Xml xml, S3Call call, Bucket bucket, Page<?> page, UnaryOperator<String> encoded) {
        xml.text("Name", bucket.name())
                .text("Prefix", encoded.apply(call.query("prefix").orElse("")))
                .text("MaxKeys", page.size())
                .text("Delimiter", call.query("delimiter").map(encoded))
                .text("EncodingType", call.query("encoding-type"))
                .text("IsTruncated", page.truncated());
    }

    private static void contents(
            Xml xml, Bucket bucket, List<StoredObject> objects, boolean owners, UnaryOperator<String> encoded) {
        for (StoredObject object : objects)
            xml.in("Contents", c -> {
                c.text("Key", encoded.apply(object.key()));
                describe(c, object);
                if (owners) c.in("Owner", o -> o.text("ID", Ids.canonicalUser(bucket.owner())));
            });
    }

    private static void describe(Xml xml, StoredObject object) {
        xml.text("LastModified", Replies.iso(object.modified())).text("ETag", "\"" + object.etag() + "\"");
        object.checksums().keySet().forEach(algorithm -> xml.text("ChecksumAlgorithm", algorithm));
        xml.text("ChecksumType", object.composite() ? "COMPOSITE" : "FULL_OBJECT")
                .text("Size", object.content().length)
                .text("StorageClass", object.storageClass());
    }

    static void prefixes(Xml xml, Page<?> page, UnaryOperator<String> encoded) {
        page.prefixes().forEach(p -> xml.in("CommonPrefixes", c -> c.text("Prefix", encoded.apply(p))));
    }

    private static Exchange.Answer versions(S3Call call) {
        Bucket bucket = call.bucket();
        String keyMarker = call.query("key-marker").orElse("");
        Optional<String> versionMarker = call.query("version-id-marker").filter(v -> !v.isEmpty());
        List<StoredObject> all = new ArrayList<>();
        bucket.objects().values().stream().flatMap(Collection::stream).forEach(all::add);
        String after = keyMarker;
        if (versionMarker.isPresent()) {
            // Go on behind that very version.
            int at = 0;
            while (at < all.size()
                    && !(all.get(at).key().equals(keyMarker)
                            && all.get(at).versionId().equals(versionMarker.get()))) at++;
            all = all.subList(Math.min(at + 1, all.size()), all.size());
            after = "";
        }
        Page<StoredObject> page = Page.of(call, "max-keys", all, StoredObject::key, after);
        UnaryOperator<String> encoded = encoding(call);
        return Replies.xml("ListVersionsResult", xml -> {
            xml.text("Name", bucket.name())
                    .text("Prefix", encoded.apply(call.query("prefix").orElse("")))
                    .text("KeyMarker", encoded.apply(keyMarker))
                    .text("VersionIdMarker", versionMarker.orElse(""))
                    .text("MaxKeys", page.size())
                    .text("Delimiter", call.query("delimiter").map(encoded))
                    .text("EncodingType", call.query("encoding-type"))
                    .text("IsTruncated", page.truncated());
            if (page.truncated()) {
                xml.text("NextKeyMarker", encoded.apply(page.last()));
                page.lastItem().ifPresent(o -> xml.text("NextVersionIdMarker", o.versionId()));
            }
            page.items().forEach(object -> version(xml, bucket, object, encoded));
            prefixes(xml, page, encoded);
        });
    }

    private static void version(Xml xml, Bucket bucket, StoredObject object, UnaryOperator<String> encoded) {
        boolean latest = bucket.latest(object.key())
                .filter(o -> o.versionId().equals(object.versionId()))
                .isPresent();
        xml.in(object.deleteMarker() ? "DeleteMarker" : "Version", v -> {
            v.text("Key", encoded.apply(object.key()))
                    .text("VersionId", object.versionId())
                    .text("IsLatest", latest);
            if (object.deleteMarker()) v.text("LastModified", Replies.iso(object.modified()));
            else describe(v, object);
            v.in("Owner", o -> o.text("ID", Ids.canonicalUser(bucket.owner())));
        });
    }
}
