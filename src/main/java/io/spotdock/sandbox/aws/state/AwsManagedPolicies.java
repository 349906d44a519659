package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A few of the policies AWS itself manages (AWS Managed Policy Reference), shortened where they list hundreds of actions. */
final class AwsManagedPolicies {
    private static final Instant MADE = Instant.parse("2015-02-06T18:39:46Z");

    private AwsManagedPolicies() {}

    /** ARN → policy. */
    static Map<String, ManagedPolicy> of(Partition partition) {
        Map<String, ManagedPolicy> all = new TreeMap<>();
        add(all, partition, "AdministratorAccess", "ANPAJY7EZWM2SBVGL3SB4", "*");
        add(all, partition, "AmazonS3FullAccess", "ANPAIFIR6V6BVTRAHWINE", "s3:*", "s3-object-lambda:*");
        add(all, partition, "AmazonS3ReadOnlyAccess", "ANPAIZTJ4DXE7G6AGAE6M", "s3:Get*", "s3:List*", "s3:Describe*");
        add(all, partition, "IAMFullAccess", "ANPAI7XKCFMBPM3QQRRVQ", "iam:*");
        add(all, partition, "IAMReadOnlyAccess", "ANPAJKSO7NDY4T57MWDSQ", "iam:Get*", "iam:List*", "iam:Simulate*");
        add(all, partition, "PowerUserAccess", "ANPAJYRXTHIB4FOVS3ZXS", "s3:*", "sts:*", "kms:*", "iam:ListRoles");
        add(
                all,
                partition,
                "ReadOnlyAccess",
                "ANPAILL3HVNFSB6DCOWYQ",
                "s3:Get*",
                "s3:List*",
                "iam:Get*",
                "iam:List*",
                "iam:Simulate*",
                "kms:Describe*",
                "kms:Get*",
                "kms:List*");
        add(
                all,
                partition,
                "SecurityAudit",
                "ANPAIX2T3QCXHR2OGGCTO",
                "s3:GetBucket*",
                "s3:ListAllMyBuckets",
                "iam:Get*",
                "iam:List*");
        return all;
    }

    private static void add(
            Map<String, ManagedPolicy> all, Partition partition, String name, String id, String... actions) {
        String list = String.join("\",\"", List.of(actions));
        String arn = "arn:" + partition.id() + ":iam::aws:policy/" + name;
        all.put(
                arn,
                new ManagedPolicy(
                        name,
                        arn,
                        id,
                        "/",
                        Optional.of("Managed by AWS: " + name),
                        MADE,
                        Map.of(),
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"" + list
                                + "\"],\"Resource\":\"*\"}]}"));
    }
}
