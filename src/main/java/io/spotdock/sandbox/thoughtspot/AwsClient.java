package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.wire.SigV4;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The three calls of AWS that ThoughtSpot makes: STS's query protocol and a path-style PutObject. */
final class AwsClient {
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Set<String> DECLARED = Set.of(
            "ExpiredTokenException",
            "IDPCommunicationError",
            "IDPRejectedClaim",
            "InvalidIdentityToken",
            "InvalidRequest",
            "MalformedPolicyDocument",
            "PackedPolicyTooLarge",
            "RegionDisabledException");

    private final OutgoingHttp http;
    private final URI endpoint;
    private final String stsRegion;
    private final InstantSource clock;

    AwsClient(OutgoingHttp http, URI endpoint, String stsRegion, InstantSource clock) {
        this.http = http;
        this.endpoint = endpoint;
        this.stsRegion = stsRegion;
        this.clock = clock;
    }

    AwsKey assumeRole(AwsKey key, String roleArn, String session, Optional<String> externalId)
            throws AwsRefusal, InterruptedException {
        List<Map.Entry<String, String>> form = form("AssumeRole", roleArn, session);
        externalId.ifPresent(id -> form.add(Map.entry("ExternalId", id)));
        return credentials(call("STS: AssumeRole", "POST", "/", encoded(form), FORM, Optional.of(key), stsRegion));
    }

    AwsKey assumeRoleWithWebIdentity(String roleArn, String session, String idToken)
            throws AwsRefusal, InterruptedException {
        List<Map.Entry<String, String>> form = form("AssumeRoleWithWebIdentity", roleArn, session);
        form.add(Map.entry("WebIdentityToken", idToken));
        return credentials(
                call("STS: AssumeRoleWithWebIdentity", "POST", "/", encoded(form), FORM, Optional.empty(), stsRegion));
    }

    /** With the ACL that {@code s3:PutObjectAcl} in the documented policy is for. */
    void putObject(AwsKey key, S3Destination to, String objectKey, String type, byte[] content)
            throws AwsRefusal, InterruptedException {
        String path = "/" + SigV4.encode(to.bucket(), true) + "/" + SigV4.encode(objectKey, false);
        Map<String, String> headers = Map.of("content-type", type, "x-amz-acl", "bucket-owner-full-control");
        call("S3: PutObject", "PUT", path, content, headers, Optional.of(key), to.region());
    }

    private static final Map<String, String> FORM =
            Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8");

    private static List<Map.Entry<String, String>> form(String action, String roleArn, String session) {
        return new ArrayList<>(List.of(
                Map.entry("Action", action),
                Map.entry("Version", "2011-06-15"),
                Map.entry("RoleArn", roleArn),
                Map.entry("RoleSessionName", session),
                Map.entry("DurationSeconds", "3600")));
    }

    private static byte[] encoded(List<Map.Entry<String, String>> form) {
        List<String> pairs = form.stream()
                .map(entry -> entry.getKey() + "=" + SigV4.encode(entry.getValue(), true))
                .toList();
        return String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] call(
            String operation,
            String method,
            String path,
            byte[] body,
            Map<String, String> headers,
            Optional<AwsKey> key,
            String region)
            throws AwsRefusal, InterruptedException {
        String service = operation.substring(0, operation.indexOf(':'));
        Map<String, String> all = new HashMap<>(headers);
        if (key.isPresent()) {
            Map<String, String> unsigned = new HashMap<>(headers);
            unsigned.put("host", endpoint.getAuthority());
            String now = AMZ_DATE.format(clock.instant());
            SigV4.Scope scope = new SigV4.Scope(now.substring(0, 8), region, service.toLowerCase(Locale.ROOT));
            AwsKey by = key.get();
            all.putAll(SigV4.sign(
                    method,
                    path,
                    List.of(),
                    unsigned,
                    body,
                    by.accessKeyId(),
                    by.secretKey(),
                    by.sessionToken(),
                    now,
                    scope));
            all.remove("host"); // java.net.http sets it itself, to the same value
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(endpoint.getScheme() + "://" + endpoint.getAuthority() + path))
                .timeout(LIMIT)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        all.forEach(request::header);
        try {
            HttpResponse<byte[]> response =
                    http.client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) return response.body();
            throw refusal(operation, response);
        } catch (IOException e) {
            throw new AwsRefusal(
                    responseError(operation, 0, "", "") + "request send failed, " + method + " \"" + endpoint + path
                            + "\": " + Optional.ofNullable(e.getMessage()).orElse("connect: connection refused"));
        }
    }

    /** As the AWS SDK for Go v2 words it, which leaves "api error" out before an error that the operation declares. */
    private static AwsRefusal refusal(String operation, HttpResponse<byte[]> response) {
        String code = AwsXml.text(response.body(), "Code").orElse("UnknownError");
        String message = AwsXml.text(response.body(), "Message").orElse("UnknownError");
        String id = AwsXml.text(response.body(), "RequestId")
                .or(() -> response.headers().firstValue("x-amz-request-id"))
                .orElse("");
        String host = AwsXml.text(response.body(), "HostId")
                .or(() -> response.headers().firstValue("x-amz-id-2"))
                .orElse("");
        return new AwsRefusal(responseError(operation, response.statusCode(), id, host)
                + (DECLARED.contains(code) ? "" : "api error ") + code + ": " + message);
    }

    private static String responseError(String operation, int status, String requestId, String hostId) {
        String host = operation.startsWith("S3") ? " HostID: " + hostId + "," : "";
        return "operation error " + operation + ", https response error StatusCode: " + status + ", RequestID: "
                + requestId + "," + host + " ";
    }

    private static AwsKey credentials(byte[] answer) throws AwsRefusal {
        return new AwsKey(need(answer, "AccessKeyId"), need(answer, "SecretAccessKey"), need(answer, "SessionToken"));
    }

    private static String need(byte[] answer, String element) throws AwsRefusal {
        return AwsXml.text(answer, element)
                .orElseThrow(() -> new AwsRefusal("Unable to parse the answer of STS: no " + element));
    }
}
