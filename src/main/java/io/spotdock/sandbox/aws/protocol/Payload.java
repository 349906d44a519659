package io.spotdock.sandbox.aws.protocol;

import java.util.Map;

/**
 * A body as the service means it.
 *
 * @param content without the framing of {@code aws-chunked}
 * @param trailers lower-case name → value, of a body that had them
 */
public record Payload(byte[] content, Map<String, String> trailers) {}
