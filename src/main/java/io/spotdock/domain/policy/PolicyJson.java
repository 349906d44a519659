package io.spotdock.domain.policy;

/** Policy documents as JSON. */
public final class PolicyJson {
    private PolicyJson() {}

    public static PolicyDocument parse(String json) throws PolicySyntaxException {
        throw new UnsupportedOperationException();
    }

    /** Canonical, indented JSON, ending in a newline. */
    public static String print(PolicyDocument document) {
        throw new UnsupportedOperationException();
    }

    /** Canonical JSON without white space. */
    public static String compact(PolicyDocument document) {
        throw new UnsupportedOperationException();
    }
}
