package io.spotdock.port;

import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.policy.PolicyDocument;
import java.util.Map;
import java.util.Set;

/** KMS keys, as far as a bucket encrypts with them. Nothing is changed. */
public interface Keys {
    /**
     * A key.
     *
     * @param managedByAws the account's own key of a service, whose policy nobody can change
     */
    record Key(KmsKeyArn arn, State state, boolean managedByAws) {}

    /** Whether a key can be used (KMS Developer Guide, "Key states of AWS KMS keys"). */
    enum State {
        ENABLED,
        DISABLED,
        PENDING_DELETION,
        /** Its material is missing, or the store that holds it does not answer. */
        UNAVAILABLE
    }

    /** @throws io.spotdock.domain.FailureException Missing when there is none, Denied when the caller may not look */
    Key look(KmsKeyArn key);

    /** @throws io.spotdock.domain.FailureException Denied when the caller may not look, or the key is another account's */
    PolicyDocument policy(KmsKeyArn key);

    /**
     * What principals may do with the key by grants, whatever its policy says.
     *
     * @return ARN → operations such as {@code GenerateDataKey}
     */
    Map<String, Set<String>> grants(KmsKeyArn key);
}
