package io.spotdock.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.resource.Bucket.Ownership;

/** A bucket's protection in the words of S3's API, which CloudFormation shares. */
final class S3Forms {
    private S3Forms() {}

    static ObjectNode publicAccess(boolean blocked) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("BlockPublicAcls", blocked)
                .put("IgnorePublicAcls", blocked)
                .put("BlockPublicPolicy", blocked)
                .put("RestrictPublicBuckets", blocked);
    }

    static ObjectNode ownership(Ownership ownership) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("Rules").addObject().put("ObjectOwnership", name(ownership));
        return node;
    }

    static String name(Ownership ownership) {
        return switch (ownership) {
            case BUCKET_OWNER_ENFORCED -> "BucketOwnerEnforced";
            case BUCKET_OWNER_PREFERRED -> "BucketOwnerPreferred";
            case OBJECT_WRITER -> "ObjectWriter";
        };
    }
}
