package io.spotdock.sandbox.thoughtspot;

/** AWS refused a call, or could not be reached; the message is what ThoughtSpot would show. */
final class AwsRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    AwsRefusal(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
