package io.spotdock.sandbox.aws.s3;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.KmsKey;
import io.spotdock.sandbox.aws.state.World;
import java.util.Optional;
import java.util.UUID;

/** Finds buckets, and does to them what the faults about buckets want done. */
record BucketFaults(World world) {
    /** Whose the bucket of the fault {@code foreign-bucket} is. */
    static final AccountId SOMEBODY = new AccountId("210987654321");

    Optional<Bucket> find(String name) {
        if (world.faults().value(AwsFault.FOREIGN_BUCKET.id()).equals(Optional.of(name)))
            world.buckets().computeIfAbsent(name, _ -> {
                world.addAccount(SOMEBODY, Partition.AWS);
                Bucket foreign = new Bucket(name, SOMEBODY, "us-east-1", world.now(), false);
                foreign.settings().put("ownership", "BucketOwnerEnforced");
                return foreign;
            });
        Optional<Bucket> found = Optional.ofNullable(world.buckets().get(name));
        found.ifPresent(this::guard);
        return found;
    }

    private void guard(Bucket bucket) {
        if (!world.faults().isOn(AwsFault.DENY_BUCKET_POLICY.id()) || !bucket.guard()) return;
        String partition = world.account(bucket.owner()).partition().id();
        String deny = "{\"Sid\":\"OnlyTheDataPlatformWrites\",\"Effect\":\"Deny\",\"Principal\":\"*\","
                + "\"Action\":\"s3:PutObject\",\"Resource\":\"arn:" + partition + ":s3:::" + bucket.name() + "/*\"}";
        bucket.setPolicy(bucket.policy()
                .map(policy -> PolicyText.append(policy, deny))
                .orElse("{\"Version\":\"2012-10-17\",\"Statement\":[" + deny + "]}"));
    }

    /** With the fault {@code kms}, a new bucket encrypts with a key that only the administrator may use. */
    Optional<KmsKey> keyOfNew(AccountId owner, String region) {
        if (!world.faults().isOn(AwsFault.KMS.id())) return Optional.empty();
        String partition = world.account(owner).partition().id();
        String arn = "arn:" + partition + ":kms:" + region + ":" + owner + ":key/" + UUID.randomUUID();
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"OnlyTheAdministrator\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"AWS\":\"arn:" + partition + ":iam::" + owner
                        + ":user/administrator\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";
        return Optional.of(world.kmsKeys().put(KmsKey.customers(arn, owner, region, world.now(), policy)));
    }
}
