package io.spotdock.domain.policy;

/** A text is not a policy document; the message says where and why, and repeats none of it. */
public final class PolicySyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public PolicySyntaxException(String message) {
        super(message);
    }
}
