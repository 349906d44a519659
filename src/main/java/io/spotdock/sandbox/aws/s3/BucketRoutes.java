package io.spotdock.sandbox.aws.s3;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.RegionName;
import io.spotdock.sandbox.aws.access.Authorizer;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.Ids;
import io.spotdock.sandbox.wire.Exchange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buckets themselves. */
final class BucketRoutes {
    private static final int QUOTA = 100;

    private BucketRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.service("ListBuckets", "GET", BucketRoutes::list),
                Route.bucket("CreateBucket", "PUT", "", "", BucketRoutes::create),
                Route.bucket("HeadBucket", "HEAD", "", "", BucketRoutes::head),
                Route.bucket("DeleteBucket", "DELETE", "", "DeleteBucket", BucketRoutes::delete),
                Route.bucket("GetBucketLocation", "GET", "location", "GetBucketLocation", BucketRoutes::location));
    }

    private static Exchange.Answer list(S3Call call) {
        AccountId owner = call.account().id();
        String anyBucket = "arn:" + call.account().partition().id() + ":s3:::*";
        Authorizer.Answer answer =
                call.authorizer().ask(call.call(), "s3:ListAllMyBuckets", anyBucket, owner, S3Keys.of(call));
        if (!answer.allowed()) throw call.denied("ListAllMyBuckets", anyBucket, owner, answer);
        int most = call.query("max-buckets").map(Integer::parseInt).orElse(10_000);
        String after = call.query("continuation-token").orElse("");
        String prefix = call.query("prefix").orElse("");
        List<Bucket> found = call.world().buckets().values().stream()
                .filter(b -> b.owner().equals(owner) && b.name().startsWith(prefix))
                .filter(b -> call.query("bucket-region")
                        .filter(r -> !r.equals(b.region()))
                        .isEmpty())
                .filter(b -> b.name().compareTo(after) > 0)
                .toList();
        List<Bucket> page = found.subList(0, Math.min(most, found.size()));
        return Replies.xml("ListAllMyBucketsResult", xml -> {
            xml.in("Owner", o -> o.text("ID", Ids.canonicalUser(owner)));
            xml.in(
                    "Buckets",
                    list -> page.forEach(b -> list.in(
                            "Bucket",
                            m -> m.text("Name", b.name())
                                    .text("CreationDate", Replies.iso(b.made()))
                                    .text("BucketRegion", b.region())
                                    .text("BucketArn", call.arn(b)))));
            if (page.size() < found.size())
                xml.text("ContinuationToken", page.getLast().name());
            call.query("prefix").ifPresent(p -> xml.text("Prefix", p));
        });
    }

    private static Exchange.Answer create(S3Call call) {
        String name = call.bucketName();
        AccountId owner = call.account().id();
        String arn = "arn:" + call.account().partition().id() + ":s3:::" + name;
        Optional<XmlBody> body = call.body().length == 0
                ? Optional.empty()
                : Optional.of(XmlBody.parse(call.body(), "CreateBucketConfiguration"));
        Optional<String> constraint = body.flatMap(b -> b.text("LocationConstraint"));
        authorize(call, arn, owner, constraint);
        if (BucketName.parse(name).good().isEmpty())
            throw new Refusal(400, "InvalidBucketName", "The specified bucket is not valid.").with("BucketName", name);
        String region = region(call, constraint);
        Optional<Bucket> taken = new BucketFaults(call.world()).find(name);
        if (taken.isPresent()) return again(call, taken.get(), owner, region);
        long owned = call.world().buckets().values().stream()
                .filter(b -> b.owner().equals(owner))
                .count();
        if (owned >= QUOTA)
            throw new Refusal(400, "TooManyBuckets", "You have attempted to create more buckets than allowed");
        String ownership = call.header("x-amz-object-ownership").orElse("BucketOwnerEnforced");
        boolean acl = call.header("x-amz-acl").filter(a -> !a.equals("private")).isPresent();
        if (acl && ownership.equals("BucketOwnerEnforced"))
            throw new Refusal(
                    400,
                    "InvalidBucketAclWithObjectOwnership",
                    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        boolean lock = call.header("x-amz-bucket-object-lock-enabled").equals(Optional.of("true"));
        Bucket bucket = new Bucket(name, owner, region, call.now(), lock);
        BucketConfigRoutes.defaults(bucket, ownership);
        new BucketFaults(call.world())
                .keyOfNew(owner, region)
                .ifPresent(key -> BucketConfigRoutes.encryptWith(bucket, key.arn()));
        body.flatMap(b -> b.at("Tags")).ifPresent(tags -> bucket.setTags(Tagging.read(tags, 50)));
        call.world().buckets().put(name, bucket);
        return Replies.empty(200, Map.of("Location", "/" + name, "x-amz-bucket-arn", arn));
    }

    private static void authorize(S3Call call, String arn, AccountId owner, Optional<String> constraint) {
        Map<String, List<String>> context = new HashMap<>(S3Keys.of(call));
        constraint.ifPresent(region -> context.put("s3:LocationConstraint", List.of(region)));
        Map<String, String> tags = new LinkedHashMap<>();
        context.putAll(QueryCall.tagContext(tags));
        for (String action :
                List.of("CreateBucket", "PutBucketOwnershipControls", "PutBucketObjectLockConfiguration")) {
            if (action.equals("PutBucketOwnershipControls")
                    && call.header("x-amz-object-ownership").isEmpty()) continue;
            if (action.equals("PutBucketObjectLockConfiguration")
                    && !call.header("x-amz-bucket-object-lock-enabled").equals(Optional.of("true"))) continue;
            Authorizer.Answer answer = call.authorizer().ask(call.call(), "s3:" + action, arn, owner, context);
            if (!answer.allowed()) throw call.denied(action, arn, owner, answer);
        }
    }

    /** Amazon S3 API Reference, "CreateBucket": the constraint must be the end point's region, and us-east-1 has none. */
    private static String region(S3Call call, Optional<String> constraint) {
        String endpoint = call.region().orElse("us-east-1");
        if (constraint.isEmpty()) {
            if (endpoint.equals("us-east-1")) return endpoint;
            throw new Refusal(
                    400,
                    "IllegalLocationConstraintException",
                    "The unspecified location constraint is incompatible for the region specific endpoint this request"
                            + " was sent to.");
        }
        String wanted = constraint.get().equals("EU") ? "eu-west-1" : constraint.get();
        Optional<RegionName> region = RegionName.parse(wanted).good();
        if (wanted.equals("us-east-1")
                || region.filter(r -> r.partition() == call.account().partition())
                        .isEmpty())
            throw new Refusal(400, "InvalidLocationConstraint", "The specified location-constraint is not valid")
                    .with("LocationConstraint", constraint.get());
        if (!endpoint.equals("us-east-1") && !endpoint.equals(wanted))
            throw new Refusal(
                    400,
                    "IllegalLocationConstraintException",
                    "The " + wanted
                            + " location constraint is incompatible for the region specific endpoint this request"
                            + " was sent to.");
        return wanted;
    }

    private static Exchange.Answer again(S3Call call, Bucket taken, AccountId owner, String region) {
        if (!taken.owner().equals(owner))
            throw new Refusal(
                            409,
                            "BucketAlreadyExists",
                            "The requested bucket name is not available. The bucket namespace is shared by all users of the"
                                    + " system. Please select a different name and try again.")
                    .with("BucketName", taken.name());
        // For compatibility, us-east-1 takes it for done (Amazon S3 API Reference, "CreateBucket").
        if (region.equals("us-east-1") && taken.region().equals("us-east-1"))
            return Replies.empty(200, Map.of("Location", "/" + taken.name(), "x-amz-bucket-arn", call.arn(taken)));
        throw new Refusal(
                        409,
                        "BucketAlreadyOwnedByYou",
                        "Your previous request to create the named bucket succeeded and you already own it.")
                .with("BucketName", taken.name());
    }

    /** Whoever may not look is still told the region (Amazon S3 API Reference, "HeadBucket"). */
    private static Exchange.Answer head(S3Call call) {
        Bucket bucket;
        try {
            bucket = call.bucket();
            call.authorize("ListBucket", bucket, call.arn(bucket));
        } catch (Refusal refusal) {
            Optional.ofNullable(call.world().buckets().get(call.bucketName()))
                    .filter(_ -> refusal.status() == 403)
                    .ifPresent(b -> refusal.header("x-amz-bucket-region", b.region()));
            throw refusal;
        }
        return Replies.empty(
                200,
                Map.of(
                        "x-amz-bucket-region",
                        bucket.region(),
                        "x-amz-bucket-arn",
                        call.arn(bucket),
                        "x-amz-access-point-alias",
                        "false",
                        "Content-Type",
                        "application/xml"));
    }

    private static Exchange.Answer delete(S3Call call) {
        Bucket bucket = call.bucket();
        if (!bucket.objects().isEmpty() || !bucket.uploads().isEmpty()) {
            boolean versions = !bucket.versioning().isEmpty();
            throw new Refusal(
                            409,
                            "BucketNotEmpty",
                            versions
                                    ? "The bucket you tried to delete is not empty. You must delete all versions in the bucket."
                                    : "The bucket you tried to delete is not empty")
                    .with("BucketName", bucket.name());
        }
        call.world().buckets().remove(bucket.name());
        return Replies.empty(204);
    }

    private static Exchange.Answer location(S3Call call) {
        String region = call.bucket().region();
        return Replies.text(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LocationConstraint xmlns=\"" + Replies.NAMESPACE + "\">"
                        + (region.equals("us-east-1") ? "" : region) + "</LocationConstraint>",
                "application/xml",
                Map.of());
    }
}
