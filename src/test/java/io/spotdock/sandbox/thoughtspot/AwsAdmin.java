package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.wire.SigV4;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The customer's administrator, who makes what a delivery needs. */
record AwsAdmin(HttpClient http, SandboxAccess access) {
    void createRole(String trust) throws Exception {
        iam("CreateRole", Map.of("RoleName", "thoughtspot-s3-upload", "AssumeRolePolicyDocument", trust));
    }

    void createProvider() throws Exception {
        iam(
                "CreateOpenIDConnectProvider",
                Map.of(
                        "Url",
                        "https://accounts.google.com",
                        "ClientIDList.member.1",
                        access.serviceAccount().value()));
    }

    void createBucket(String name) throws Exception {
        good(send("s3", "PUT", "/" + name, "", Map.of()));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("s3", "GET", path, "", Map.of());
    }

    void iam(String action, Map<String, String> fields) throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("Action", action);
        form.put("Version", "2010-05-08");
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + SigV4.encode(entry.getValue(), true))
                .collect(Collectors.joining("&"));
        good(send("iam", "POST", "/", body, Map.of("content-type", "application/x-www-form-urlencoded")));
    }

    private static void good(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private HttpResponse<String> send(
            String service, String method, String path, String body, Map<String, String> headers) throws Exception {
        URI endpoint = access.awsEndpoint();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String now = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        Map<String, String> all = new HashMap<>(headers);
        all.put("host", endpoint.getAuthority());
        Map<String, String> signed = SigV4.sign(
                method,
                path,
                List.of(),
                all,
                bytes,
                access.accessKeyId(),
                access.secretAccessKey(),
                "",
                now,
                new SigV4.Scope(now.substring(0, 8), "us-east-1", service));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        signed.forEach((name, value) -> {
            if (!name.equals("host")) request.header(name, value);
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
