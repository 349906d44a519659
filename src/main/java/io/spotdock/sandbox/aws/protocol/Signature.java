package io.spotdock.sandbox.aws.protocol;

import io.spotdock.sandbox.wire.SigV4;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request claims about its signer; nothing of it is verified yet. */
public sealed interface Signature {

    /** Nobody signed. */
    record None() implements Signature {}

    /**
     * Signature Version 4, in the {@code Authorization} header or in the query.
     *
     * @param amzDate {@code yyyyMMdd'T'HHmmss'Z'}; may be wrong or empty
     * @param token of temporary credentials
     * @param expires seconds that an address signed in advance is good for, as sent
     */
    record V4(
            String accessKeyId,
            SigV4.Scope scope,
            List<String> signedHeaders,
            String value,
            String amzDate,
            Optional<String> token,
            boolean inQuery,
            Optional<String> expires)
            implements Signature {}

    /** Signature Version 2 in the query, which S3 still takes and some clients still make for addresses in advance. */
    record V2Query(String accessKeyId, String value, String expires, Optional<String> token) implements Signature {}

    /** Something is claimed in a form that can't be read. */
    record Malformed(String code, String text) implements Signature {}

    static Signature of(Request request) {
        Optional<String> authorization = request.header("authorization");
        if (authorization.isPresent()) return ofHeader(request, authorization.get());
        if (request.has("X-Amz-Algorithm") || request.has("X-Amz-Signature")) return ofQuery(request);
        if (request.has("AWSAccessKeyId") && request.has("Signature"))
            return new V2Query(
                    request.query("AWSAccessKeyId").orElse(""),
                    request.query("Signature").orElse(""),
                    request.query("Expires").orElse(""),
                    request.query("x-amz-security-token"));
        return new None();
    }

    private static Signature ofHeader(Request request, String authorization) {
        if (!authorization.startsWith(SigV4.ALGORITHM + " "))
            return new Malformed(
                    "InvalidRequest",
                    "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
        Map<String, String> parts = new HashMap<>();
        for (String part : authorization.substring(SigV4.ALGORITHM.length()).split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0)
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
        }
        return read(
                parts.getOrDefault("Credential", ""),
                parts.getOrDefault("SignedHeaders", ""),
                parts.getOrDefault("Signature", ""),
                request.header("x-amz-date").orElse(""),
                request.header("x-amz-security-token"),
                false,
                Optional.empty());
    }

    private static Signature ofQuery(Request request) {
        if (!request.query("X-Amz-Algorithm").equals(Optional.of(SigV4.ALGORITHM)))
            return new Malformed(
                    "AuthorizationQueryParametersError", "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
        return read(
                request.query("X-Amz-Credential").orElse(""),
                request.query("X-Amz-SignedHeaders").orElse(""),
                request.query("X-Amz-Signature").orElse(""),
                request.query("X-Amz-Date").orElse(""),
                request.query("X-Amz-Security-Token").or(() -> request.header("x-amz-security-token")),
                true,
                Optional.of(request.query("X-Amz-Expires").orElse("")));
    }

    private static Signature read(
            String credential,
            String signedHeaders,
            String value,
            String amzDate,
            Optional<String> token,
            boolean inQuery,
            Optional<String> expires) {
        String[] scope = credential.split("/", -1);
        boolean whole = scope.length == 5 && scope[4].equals("aws4_request");
        if (!whole || signedHeaders.isEmpty() || value.isEmpty())
            return new Malformed(
                    inQuery ? "AuthorizationQueryParametersError" : "AuthorizationHeaderMalformed",
                    inQuery
                            ? "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
                                    + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."
                            : "The authorization header is malformed; the Credential is mal-formed; expecting"
                                    + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        return new V4(
                scope[0],
                new SigV4.Scope(scope[1], scope[2], scope[3]),
                List.of(signedHeaders.split(";")),
                value,
                amzDate,
                token,
                inQuery,
                expires);
    }
}
