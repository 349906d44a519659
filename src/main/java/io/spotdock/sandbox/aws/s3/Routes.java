package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All operations of S3 that the sandbox has, and how a request selects one. */
final class Routes {
    /** Query parameters that select an operation (Amazon S3 API Reference); those without a route are not implemented. */
    private static final Set<String> SUBRESOURCES = Set.of(
            "abac",
            "accelerate",
            "acl",
            "analytics",
            "attributes",
            "cors",
            "delete",
            "encryption",
            "intelligent-tiering",
            "inventory",
            "legal-hold",
            "lifecycle",
            "location",
            "logging",
            "metadataConfiguration",
            "metadataTable",
            "metrics",
            "notification",
            "object-lock",
            "ownershipControls",
            "policy",
            "policyStatus",
            "publicAccessBlock",
            "renameObject",
            "replication",
            "requestPayment",
            "restore",
            "retention",
            "select",
            "session",
            "tagging",
            "torrent",
            "uploadId",
            "uploads",
            "versioning",
            "versions",
            "website");

    private final List<Route> all = Stream.of(
                    BucketRoutes.all(),
                    BucketPolicyRoutes.all(),
                    BucketConfigRoutes.all(),
                    BucketAclRoutes.all(),
                    ListingRoutes.all(),
                    ObjectRoutes.all(),
                    DeleteRoutes.all(),
                    CopyRoutes.all(),
                    ObjectExtraRoutes.all(),
                    MultipartRoutes.all(),
                    UploadListingRoutes.all())
            .flatMap(List::stream)
            .toList();

    Optional<Route> find(Request request, Target target) {
        String wanted = selector(request);
        return all.stream()
                .filter(route ->
                        route.level() == target.level() && route.method().equals(request.method()))
                .filter(route -> route.subresource().equals(wanted))
                .findFirst();
    }

    /** Whether another method would find something. */
    boolean known(Request request, Target target) {
        String wanted = selector(request);
        return all.stream()
                .anyMatch(route ->
                        route.level() == target.level() && route.subresource().equals(wanted));
    }

    /** The subresource, with {@code list-type=2} and a copy's source told apart. */
    private static String selector(Request request) {
        String name = request.query().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(SUBRESOURCES::contains)
                .findFirst()
                .orElse("");
        boolean copies = request.method().equals("PUT")
                && request.header("x-amz-copy-source").isPresent();
        if (copies && (name.isEmpty() || name.equals("uploadId"))) return name + "+copy";
        if (name.isEmpty() && request.query("list-type").equals(Optional.of("2"))) return "list-type";
        return name;
    }
}
