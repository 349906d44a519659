package io.spotdock.sandbox.thoughtspot;

/** A request is refused: the status, and the text for {@code error.message.debug}. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiError(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    static ApiError invalid(String text) {
        return new ApiError(400, text);
    }

    static ApiError unauthorized(String text) {
        return new ApiError(401, text);
    }

    static ApiError forbidden(String text) {
        return new ApiError(403, text);
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
