package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A symmetric KMS key.
 *
 * @param managedByAws the account's own key of a service, which nobody can change
 * @param policy its key policy
 * @param deletion when it will be gone; there while it is to be deleted
 */
public record KmsKey(
        String arn,
        AccountId account,
        String region,
        Instant made,
        boolean managedByAws,
        String policy,
        boolean enabled,
        Optional<Instant> deletion,
        List<Grant> grants) {
    public KmsKey {
        grants = List.copyOf(grants);
    }

    /** Lets one principal use the key whatever its policy says (KMS Developer Guide, "Grants in AWS KMS"). */
    public record Grant(String id, String grantee, List<String> operations) {
        public Grant {
            operations = List.copyOf(operations);
        }
    }

    public static KmsKey customers(String arn, AccountId account, String region, Instant made, String policy) {
        return new KmsKey(arn, account, region, made, false, policy, true, Optional.empty(), List.of());
    }

    /** What the ARN ends with. */
    public String id() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    public KmsKey withPolicy(String other) {
        return new KmsKey(arn, account, region, made, managedByAws, other, enabled, deletion, grants);
    }

    public KmsKey withEnabled(boolean on) {
        return new KmsKey(arn, account, region, made, managedByAws, policy, on, deletion, grants);
    }

    /** One that is to be deleted is disabled, and stays so when it is not deleted after all. */
    public KmsKey withDeletion(Optional<Instant> when) {
        return new KmsKey(arn, account, region, made, managedByAws, policy, false, when, grants);
    }

    public KmsKey with(Grant grant) {
        return new KmsKey(
                arn,
                account,
                region,
                made,
                managedByAws,
                policy,
                enabled,
                deletion,
                Stream.concat(grants.stream(), Stream.of(grant)).toList());
    }
}
