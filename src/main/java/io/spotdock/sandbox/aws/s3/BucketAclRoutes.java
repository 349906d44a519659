package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.Ids;
import io.spotdock.sandbox.wire.Exchange;
import java.util.List;

/** ACLs of buckets and objects: the owner has full control, and nobody else is ever in them. */
final class BucketAclRoutes {
    private BucketAclRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.bucket("GetBucketAcl", "GET", "acl", "GetBucketAcl", BucketAclRoutes::get),
                Route.bucket("PutBucketAcl", "PUT", "acl", "PutBucketAcl", BucketAclRoutes::put),
                Route.object("GetObjectAcl", "GET", "acl", "GetObjectAcl", BucketAclRoutes::getOfObject),
                Route.object("PutObjectAcl", "PUT", "acl", "PutObjectAcl", BucketAclRoutes::putOfObject));
    }

    private static Exchange.Answer get(S3Call call) {
        return acl(call.bucket());
    }

    private static Exchange.Answer acl(Bucket bucket) {
        String owner = Ids.canonicalUser(bucket.owner());
        // The grantee's type is an attribute in a name space of its own.
        return Replies.xml(
                "AccessControlPolicy",
                xml -> xml.in("Owner", o -> o.text("ID", owner))
                        .in(
                                "AccessControlList",
                                list -> list.in(
                                        "Grant",
                                        grant -> grant.raw(
                                                        "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                                                + " xsi:type=\"CanonicalUser\"><ID>" + owner
                                                                + "</ID></Grantee>")
                                                .text("Permission", "FULL_CONTROL"))));
    }

    private static Exchange.Answer put(S3Call call) {
        Bucket bucket = call.bucket();
        if (bucket.ownership().equals("BucketOwnerEnforced")) throw S3Errors.noAcls();
        refusePublic(call, bucket);
        return Replies.empty(200);
    }

    private static Exchange.Answer getOfObject(S3Call call) {
        ObjectRoutes.found(call);
        return acl(call.bucket());
    }

    private static Exchange.Answer putOfObject(S3Call call) {
        Bucket bucket = call.bucket();
        ObjectRoutes.found(call);
        check(call, bucket);
        return Replies.empty(200);
    }

    /** Amazon S3 User Guide, "Controlling ownership of objects and disabling ACLs for your bucket". */
    static void check(S3Call call, Bucket bucket) {
        boolean grants =
                call.request().exchange().headers().keySet().stream().anyMatch(n -> n.startsWith("x-amz-grant-"));
        boolean asked = call.header("x-amz-acl").isPresent()
                || grants
                || call.operation().equals("PutObjectAcl");
        boolean harmless = call.header("x-amz-acl").orElse("").equals("bucket-owner-full-control") && !grants;
        if (asked && !harmless && bucket.ownership().equals("BucketOwnerEnforced")) throw S3Errors.noAcls();
        refusePublic(call, bucket);
    }

    private static void refusePublic(S3Call call, Bucket bucket) {
        if (call.header("x-amz-acl").orElse("").startsWith("public-")
                && PublicAccess.of(bucket).blockAcls()) throw S3Errors.denied();
    }
}
