package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One AWS account and its IAM. Names are unique regardless of case (IAM User Guide, "IAM and AWS STS quotas"). */
public final class Account {
    private final AccountId id;
    private final Partition partition;
    private final Map<String, Identity.Role> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Identity.User> users = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, ManagedPolicy> policies = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, InstanceProfile> profiles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, OidcProvider> providers = new TreeMap<>();
    private final Map<String, ManagedPolicy> ofAws;

    public Account(AccountId id, Partition partition) {
        this.id = id;
        this.partition = partition;
        this.ofAws = AwsManagedPolicies.of(partition);
    }

    public AccountId id() {
        return id;
    }

    public Partition partition() {
        return partition;
    }

    /** Of IAM, in this account. */
    public String arn(String resource) {
        return "arn:" + partition.id() + ":iam::" + id + ":" + resource;
    }

    public Map<String, Identity.Role> roles() {
        return roles;
    }

    public Map<String, Identity.User> users() {
        return users;
    }

    /** The customer-managed policies, by name. */
    public Map<String, ManagedPolicy> policies() {
        return policies;
    }

    public Map<String, InstanceProfile> instanceProfiles() {
        return profiles;
    }

    /** By ARN. */
    public Map<String, OidcProvider> providers() {
        return providers;
    }

    public Map<String, ManagedPolicy> policiesOfAws() {
        return ofAws;
    }

    /** A managed policy of this account's or of AWS's. */
    public Optional<ManagedPolicy> policy(String arn) {
        return Optional.ofNullable(ofAws.get(arn))
                .or(() -> policies.values().stream()
                        .filter(p -> p.arn().equals(arn))
                        .findFirst());
    }
}
