package io.spotdock.domain.policy;

/**
 * A text is not a policy document; the message says where and why. It may name an element, a condition operator or a
 * condition key, and repeats no value.
 */
public final class PolicySyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public PolicySyntaxException(String message) {
        super(message);
    }
}
