package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.wire.SigV4;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signatures: Amazon S3 API Reference, "Authenticating requests"; IAM User Guide, "Create a signed AWS API request". */
class SignaturesTest {
    private static final DateTimeFormatter AMZ =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final AwsWorld world = new AwsWorld();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        world.close();
    }

    private AwsCredentials wrongSecret() {
        return AwsBasicCredentials.create(world.administrator.accessKeyId(), "not the secret");
    }

    @Test
    void aWrongSecretIsNoSignature() {
        refused(() -> world.sts(wrongSecret()).getCallerIdentity(), 403, "SignatureDoesNotMatch")
                .hasMessageContaining("Check your AWS Secret Access Key and signing method");
        refused(() -> world.s3(wrongSecret()).listBuckets(), 403, "SignatureDoesNotMatch")
                .hasMessageContaining("Check your key and signing method");
    }

    @Test
    void anUnknownKeyIsNamedAsEachServiceDoes() {
        AwsCredentials unknown = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret");
        refused(() -> world.iam(unknown).listRoles(), 403, "InvalidClientTokenId")
                .hasMessageContaining("The security token included in the request is invalid");
        refused(() -> world.s3(unknown).listBuckets(), 403, "InvalidAccessKeyId")
                .hasMessageContaining("does not exist in our records");
    }

    @Test
    void aSessionNeedsItsOwnToken() {
        var session = world.sts().getSessionToken().credentials();
        AwsCredentials bare = AwsBasicCredentials.create(session.accessKeyId(), session.secretAccessKey());
        AwsCredentials other =
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), "another token");
        refused(() -> world.sts(bare).getCallerIdentity(), 403, "InvalidClientTokenId");
        refused(() -> world.s3(other).listBuckets(), 400, "InvalidToken");
        assertThat(world.sts(AwsWorld.session(session)).getCallerIdentity().arn())
                .endsWith(":user/administrator");
    }

    @Test
    void aSessionRunsOut() {
        Instant start = Instant.now();
        Instant[] now = {start.minus(Duration.ofMinutes(14))};
        try (AwsWorld late = new AwsWorld(SandboxOptions.aws().withClock(() -> now[0]))) {
            var session = AwsWorld.session(
                    late.sts().getSessionToken(b -> b.durationSeconds(900)).credentials());
            now[0] = start.plus(Duration.ofMinutes(2));
            refused(() -> late.sts(session).getCallerIdentity(), 403, "ExpiredToken")
                    .hasMessageContaining("The security token included in the request is expired");
            refused(() -> late.s3(session).listBuckets(), 400, "ExpiredToken")
                    .hasMessageContaining("The provided token has expired");
        }
    }

    @Test
    void aClockSixteenMinutesOffIsNamed() {
        world.faults().set("clock-skew", "16m");
        refused(() -> world.iam().listRoles(), 403, "SignatureDoesNotMatch")
                .hasMessageContaining("Signature expired: ");
        refused(() -> world.s3().listBuckets(), 403, "RequestTimeTooSkewed");
        world.faults().set("clock-skew", "-16m");
        refused(() -> world.iam().listRoles(), 403, "SignatureDoesNotMatch")
                .hasMessageContaining("Signature not yet current: ");
        world.faults().set("clock-skew", "14m");
        assertThat(world.iam().listRoles().roles()).isEmpty();
    }

    @Test
    void anIdentityIsUnknownInAnotherPartition() {
        refused(() -> world.s3(world.administrator, "us-gov-west-1").listBuckets(), 403, "InvalidAccessKeyId");
    }

    @Test
    void nobodyReachesIamUnsigned() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("Action=AssumeRole&Version=2011-06-15");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>MissingAuthenticationToken</Code>");
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(world.endpoint().resolve("/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void anAddressSignedInAdvanceWorksUntilItExpires() throws IOException, InterruptedException {
        Instant[] now = {Instant.now()};
        try (AwsWorld moving = new AwsWorld(SandboxOptions.aws().withClock(() -> now[0]));
                S3Presigner presigner = S3Presigner.builder()
                        .endpointOverride(moving.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(StaticCredentialsProvider.create(moving.administrator))
                        .serviceConfiguration(S3Configuration.builder()
                                .pathStyleAccessEnabled(true)
                                .build())
                        .build()) {
            moving.s3().createBucket(b -> b.bucket("exports"));
            moving.s3().putObject(b -> b.bucket("exports").key("a b+c"), RequestBody.fromString("content"));
            URI address = URI.create(presigner
                    .presignGetObject(b -> b.signatureDuration(Duration.ofMinutes(1))
                            .getObjectRequest(g -> g.bucket("exports").key("a b+c")))
                    .url()
                    .toString());
            assertThat(get(address).body()).isEqualTo("content");
            assertThat(get(URI.create(address.toString().replace("a%20b", "a%20c")))
                            .statusCode())
                    .isEqualTo(403);
            now[0] = now[0].plusSeconds(61);
            assertThat(get(address).body()).contains("<Code>AccessDenied</Code>", "Request has expired");
        }
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aBodyThatIsNotTheSignedOneIsRefused() throws IOException, InterruptedException {
        world.s3().createBucket(b -> b.bucket("exports"));
        HttpResponse<String> answer = put("content", "content!", Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>XAmzContentSHA256Mismatch</Code>");
    }

    @Test
    void anAmzHeaderOutsideTheSignatureIsRefused() throws IOException, InterruptedException {
        world.s3().createBucket(b -> b.bucket("exports"));
        HttpResponse<String> answer = put("content", "content", Map.of("x-amz-acl", "bucket-owner-full-control"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<HeadersNotSigned>x-amz-acl</HeadersNotSigned>");
        assertThat(put("content", "content", Map.of()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String signed, String sent, Map<String, String> unsigned)
            throws IOException, InterruptedException {
        String date = AMZ.format(Instant.now());
        Map<String, String> headers = new TreeMap<>(SigV4.sign(
                "PUT",
                "/exports/key",
                List.of(),
                Map.of("host", world.endpoint().getAuthority()),
                signed.getBytes(StandardCharsets.UTF_8),
                world.administrator.accessKeyId(),
                world.administrator.secretAccessKey(),
                "",
                date,
                new SigV4.Scope(date.substring(0, 8), "us-east-1", "s3")));
        headers.remove("host");
        headers.putAll(unsigned);
        HttpRequest.Builder request = HttpRequest.newBuilder(world.endpoint().resolve("/exports/key"))
                .PUT(HttpRequest.BodyPublishers.ofString(sent));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
