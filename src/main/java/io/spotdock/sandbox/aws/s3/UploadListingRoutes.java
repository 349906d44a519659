package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.Ids;
import io.spotdock.sandbox.aws.state.Upload;
import io.spotdock.sandbox.wire.Exchange;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists of unfinished uploads and their parts. */
final class UploadListingRoutes {
    private UploadListingRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.bucket(
                        "ListMultipartUploads",
                        "GET",
                        "uploads",
                        "ListBucketMultipartUploads",
                        UploadListingRoutes::uploads),
                Route.object("ListParts", "GET", "uploadId", "ListMultipartUploadParts", UploadListingRoutes::parts));
    }

    private static Exchange.Answer uploads(S3Call call) {
        Bucket bucket = call.bucket();
        String owner = Ids.canonicalUser(bucket.owner());
        List<Upload> all = bucket.uploads().values().stream()
                .sorted(Comparator.comparing((Upload u) -> u.template().key(), Bucket.KEY_ORDER)
                        .thenComparing(Upload::started))
                .toList();
        Page<Upload> page = Page.of(
                call,
                "max-uploads",
                all,
                u -> u.template().key(),
                call.query("key-marker").orElse(""));
        UnaryOperator<String> encoded = ListingRoutes.encoding(call);
        return Replies.xml("ListMultipartUploadsResult", xml -> {
            xml.text("Bucket", bucket.name())
                    .text("KeyMarker", call.query("key-marker").orElse(""))
                    .text("UploadIdMarker", call.query("upload-id-marker").orElse(""))
                    .text("Prefix", call.query("prefix"))
                    .text("Delimiter", call.query("delimiter"))
                    .text("EncodingType", call.query("encoding-type"))
                    .text("MaxUploads", page.size())
                    .text("IsTruncated", page.truncated());
            if (page.truncated()) {
                xml.text("NextKeyMarker", encoded.apply(page.last()));
                page.lastItem().ifPresent(u -> xml.text("NextUploadIdMarker", u.id()));
            }
            for (Upload upload : page.items())
                xml.in(
                        "Upload",
                        u -> u.text("Key", encoded.apply(upload.template().key()))
                                .text("UploadId", upload.id())
                                .in("Initiator", i -> i.text("ID", owner))
                                .in("Owner", o -> o.text("ID", owner))
                                .text("StorageClass", upload.template().storageClass())
                                .text("Initiated", Replies.iso(upload.started())));
            ListingRoutes.prefixes(xml, page, encoded);
        });
    }

    private static Exchange.Answer parts(S3Call call) {
        Upload upload = MultipartRoutes.upload(call);
        int after = call.query("part-number-marker").map(Integer::parseInt).orElse(0);
        int most = Math.min(call.query("max-parts").map(Integer::parseInt).orElse(1000), 1000);
        List<Upload.Part> rest =
                List.copyOf(upload.parts().tailMap(after, false).values());
        List<Upload.Part> page = rest.subList(0, Math.min(most, rest.size()));
        return Replies.xml("ListPartsResult", xml -> {
            xml.text("Bucket", call.bucketName())
                    .text("Key", call.key())
                    .text("UploadId", upload.id())
                    .text("StorageClass", upload.template().storageClass())
                    .text("PartNumberMarker", after)
                    .text("MaxParts", most)
                    .text("IsTruncated", page.size() < rest.size());
            if (page.size() < rest.size())
                xml.text("NextPartNumberMarker", page.getLast().number());
            for (Upload.Part part : page)
                xml.in("Part", p -> {
                    p.text("PartNumber", part.number())
                            .text("LastModified", Replies.iso(part.modified()))
                            .text("ETag", "\"" + part.etag() + "\"")
                            .text("Size", part.content().length);
                    part.checksums().forEach((algorithm, value) -> p.text(algorithm.element(), value));
                });
        });
    }
}
