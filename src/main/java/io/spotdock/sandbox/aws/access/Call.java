package io.spotdock.sandbox.aws.access;

import io.spotdock.sandbox.aws.protocol.Request;
import java.util.List;
import java.util.Map;

/**
 * A request as the authoriser sees it.
 *
 * @param region of the end point, as far as one address for all can tell: the one it was signed for
 * @param context the global condition keys
 */
public record Call(Request request, Caller caller, String region, Map<String, List<String>> context) {}
