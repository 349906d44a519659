package io.spotdock.aws;

import io.spotdock.domain.Arn;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.port.Keys;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;

/** {@link Keys} over KMS; each call goes to the key's own region. */
final class KmsKeys implements Keys {
    private final AwsClients clients;

    KmsKeys(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Key look(KmsKeyArn key) {
        return ask(key, "kms:DescribeKey", kms -> {
            KeyMetadata found = kms.describeKey(r -> r.keyId(key.value())).keyMetadata();
            return new Key(key, state(found.keyState()), found.keyManager() == KeyManagerType.AWS);
        });
    }

    private static State state(KeyState state) {
        return switch (state) {
            case ENABLED, UPDATING -> State.ENABLED;
            case DISABLED -> State.DISABLED;
            case PENDING_DELETION, PENDING_REPLICA_DELETION -> State.PENDING_DELETION;
            case CREATING, PENDING_IMPORT, UNAVAILABLE, UNKNOWN_TO_SDK_VERSION -> State.UNAVAILABLE;
        };
    }

    @Override
    public PolicyDocument policy(KmsKeyArn key) {
        return ask(
                key,
                "kms:GetKeyPolicy",
                kms -> Documents.plain(
                        kms.getKeyPolicy(r -> r.keyId(key.value()).policyName("default"))
                                .policy(),
                        subject(key)));
    }

    /** One with an encryption context to be matched counts as well: S3 names the object or its bucket there. */
    @Override
    public Map<String, Set<String>> grants(KmsKeyArn key) {
        return ask(
                key,
                "kms:ListGrants",
                kms -> kms.listGrantsPaginator(r -> r.keyId(key.value())).grants().stream()
                        .collect(Collectors.toMap(
                                GrantListEntry::granteePrincipal, KmsKeys::operations, KmsKeys::together)));
    }

    private static Set<String> operations(GrantListEntry grant) {
        return grant.operations().stream().map(GrantOperation::toString).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> together(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private <R> R ask(KmsKeyArn key, String permission, Function<KmsClient, R> use) {
        RegionName region =
                new RegionName(Arn.parse(key.value()).map(Arn::region).orElseThrow());
        return clients.kms(region, new Call(permission, subject(key), "bucket.kms-key"), use);
    }

    private static String subject(KmsKeyArn key) {
        return "KMS key " + key;
    }
}
