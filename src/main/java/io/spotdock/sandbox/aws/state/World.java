package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Arn;
import io.spotdock.domain.Partition;
import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.control.Faults;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything the imitated AWS knows. Not thread-safe: whoever reads or changes it holds the server's lock. */
public final class World {
    private final InstantSource clock;
    private final Faults faults;
    private final Ids ids = new Ids();
    private final Map<AccountId, Account> accounts =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<String, AccessKey> keys = new HashMap<>();
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final KmsKeys kmsKeys;
    private final Trail trail = new Trail();
    private Optional<Principal.User> administrator = Optional.empty();

    public World(InstantSource clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
        this.kmsKeys = new KmsKeys(faults);
    }

    /** AWS's time. */
    public Instant now() {
        return clock.instant()
                .plus(faults.value(AwsFault.CLOCK_SKEW.id())
                        .map(FaultValue::duration)
                        .orElse(java.time.Duration.ZERO));
    }

    public Faults faults() {
        return faults;
    }

    public Ids ids() {
        return ids;
    }

    public Propagation propagation() {
        return Propagation.of(faults, now());
    }

    /** The customer's administrator, whom the faults {@code deny} and {@code scp} are about. */
    public Optional<Principal.User> administrator() {
        return administrator;
    }

    public void setAdministrator(Principal.User user) {
        administrator = Optional.of(user);
    }

    public Account addAccount(AccountId id, Partition partition) {
        return accounts.computeIfAbsent(id, _ -> new Account(id, partition));
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    public Optional<Account> account(String id) {
        return AccountId.parse(id).good().map(accounts::get);
    }

    public Account account(AccountId id) {
        return Optional.ofNullable(accounts.get(id)).orElseThrow();
    }

    /** Access keys, by ID. */
    public Map<String, AccessKey> keys() {
        return keys;
    }

    public AccessKey addKey(AccessKey key) {
        keys.put(key.id(), key);
        return key;
    }

    /** A lasting key of a user. */
    public AccessKey addUserKey(AccountId account, String user) {
        return addKey(new AccessKey(
                ids.accessKeyId("AKIA"),
                ids.secret(),
                Optional.empty(),
                now(),
                Optional.empty(),
                true,
                false,
                new Principal.User(account, user)));
    }

    /** A user with these inline policies, seen by all at once. */
    public Identity.User addUser(Account account, String name, Map<String, String> inline) {
        Grants grants = Grants.first("", Optional.empty());
        for (var policy : inline.entrySet()) grants = grants.withInline(policy.getKey(), policy.getValue());
        Identity.User user = new Identity.User(
                name,
                account.arn("user/" + name),
                ids.unique("AIDA"),
                "/",
                now(),
                new Tracked<>(Grants.ABSENT, grants, new Propagation.AtOnce()),
                Identity.tags(Map.of()));
        account.users().put(name, user);
        return user;
    }

    /** A role with this managed policy, seen by all at once. */
    public void addRole(Account account, String name, String trust, String policy) {
        Grants grants = Grants.first(trust, Optional.empty()).withAttached(policy);
        Identity.Role role = new Identity.Role(
                name,
                account.arn("role/" + name),
                ids.unique("AROA"),
                "/",
                now(),
                new Tracked<>(Grants.ABSENT, grants, new Propagation.AtOnce()),
                Identity.tags(Map.of()),
                new Identity.Settings(Optional.empty(), 3600));
        account.roles().put(name, role);
    }

    /** Buckets by name; unlike AWS, a name is taken once for all partitions together. */
    public Map<String, Bucket> buckets() {
        return buckets;
    }

    public KmsKeys kmsKeys() {
        return kmsKeys;
    }

    /** What CloudTrail has recorded, of all accounts. */
    public Trail trail() {
        return trail;
    }

    public Optional<Identity> identity(String arn) {
        Optional<Arn> parsed = Arn.parse(arn).filter(a -> a.service().equals("iam"));
        if (parsed.isEmpty()) return Optional.empty();
        Optional<Account> account = account(parsed.get().account());
        if (account.isEmpty()) return Optional.empty();
        String resource = parsed.get().resource();
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        Optional<Identity> found = resource.startsWith("role/")
                ? Optional.ofNullable(account.get().roles().get(name))
                : Optional.ofNullable(account.get().users().get(name));
        return found.filter(identity -> identity.arn().equals(arn));
    }

    /**
     * A deleted user's or role's ARN turns into its unique ID wherever a stored policy names it as principal (IAM User
     * Guide, "AWS JSON policy elements: Principal").
     */
    public void forget(Identity identity) {
        String named = "\"" + identity.arn() + "\"";
        String orphan = "\"" + identity.id() + "\"";
        for (Account account : accounts.values())
            for (Identity.Role role : account.roles().values()) {
                Grants grants = role.grants().get();
                if (grants.trust().contains(named))
                    role.grants()
                            .set(grants.withTrust(grants.trust().replace(named, orphan)), new Propagation.AtOnce());
            }
        for (Bucket bucket : buckets.values())
            bucket.policy().filter(p -> p.contains(named)).ifPresent(p -> bucket.setPolicy(p.replace(named, orphan)));
        kmsKeys.replace(named, orphan);
    }
}
