package io.spotdock.sandbox.aws.state;

import io.spotdock.sandbox.control.Faults;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All accounts' KMS keys and their aliases, by ARN. */
public final class KmsKeys {
    private final Faults faults;
    private final SortedMap<String, KmsKey> keys = new TreeMap<>();
    private final SortedMap<String, String> aliases = new TreeMap<>();

    KmsKeys(Faults faults) {
        this.faults = faults;
    }

    /** Where a key is, and what it is called there. */
    public record Place(Account account, String region) {
        public String arn(String resource) {
            return "arn:" + account.partition().id() + ":kms:" + region + ":" + account.id() + ":" + resource;
        }

        public String newKey() {
            return arn("key/" + UUID.randomUUID());
        }
    }

    public KmsKey put(KmsKey key) {
        keys.put(key.arn(), key);
        return key;
    }

    public void change(String arn, UnaryOperator<KmsKey> change) {
        keys.computeIfPresent(arn, (_, key) -> change.apply(key));
    }

    /** As it is now: a fault can disable those that are the customers' own. */
    public Optional<KmsKey> find(String arn) {
        return Optional.ofNullable(keys.get(arn)).map(this::now);
    }

    private KmsKey now(KmsKey key) {
        boolean off = !key.managedByAws() && faults.isOn(AwsFault.KMS_DISABLED.id());
        return off ? key.withEnabled(false) : key;
    }

    /** By key ID, key ARN, alias or alias ARN (KMS API Reference, "DescribeKey"); the first and third as seen from a place. */
    public Optional<KmsKey> find(String named, Place from) {
        String arn = named.startsWith("arn:")
                ? named
                : from.arn(named.startsWith("alias/") || named.startsWith("key/") ? named : "key/" + named);
        return find(aliases.getOrDefault(arn, arn));
    }

    public Collection<KmsKey> all() {
        return keys.values().stream().map(this::now).toList();
    }

    /** Alias ARN → key ARN. */
    public SortedMap<String, String> aliases() {
        return aliases;
    }

    /** A deleted principal's ARN turns into its unique ID. */
    void replace(String principal, String orphan) {
        keys.replaceAll((_, key) -> key.withPolicy(key.policy().replace(principal, orphan)));
    }
}
