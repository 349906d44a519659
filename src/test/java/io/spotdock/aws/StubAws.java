package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Cloud;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** An AWS on loopback that answers what a test says, for the answers that a well-behaved stand-in never gives. */
final class StubAws implements AutoCloseable {
    static final RegionName REGION = new RegionName("eu-central-1");

    private final List<Exchange> seen = Collections.synchronizedList(new ArrayList<>());
    private final LoopbackServer server;

    StubAws(Function<Exchange, Answer> answers) {
        server = new LoopbackServer(0, exchange -> {
            seen.add(exchange);
            return answers.apply(exchange);
        });
    }

    static StubAws always(Answer answer) {
        return new StubAws(_ -> answer);
    }

    /** An error as IAM and STS write it. */
    static Answer queryError(int status, String code, String message) {
        return xml(
                status,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error><RequestId>req-1</RequestId></ErrorResponse>");
    }

    /** An error as S3 writes it. */
    static Answer s3Error(int status, String code, String message) {
        return xml(
                status,
                "<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>req-1</RequestId></Error>");
    }

    static Answer xml(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer empty(int status, Map<String, String> headers) {
        return new Answer(status, headers, new byte[0]);
    }

    static Answer caller(String arn) {
        return xml(
                200,
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>" + arn
                        + "</Arn><UserId>AIDAEXAMPLE</UserId><Account>999888777666</Account></GetCallerIdentityResult>"
                        + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>");
    }

    static Answer admin() {
        return caller("arn:aws:iam::999888777666:user/admin");
    }

    /** Temporary credentials, as every operation of STS that gives any answers them. */
    static Answer session(String accessKeyId) {
        String credentials = "<Credentials><AccessKeyId>" + accessKeyId + "</AccessKeyId><SecretAccessKey>s"
                + "</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>";
        return xml(
                200,
                "<AssumeRoleResponse><AssumeRoleResult>" + credentials + "</AssumeRoleResult></AssumeRoleResponse>");
    }

    String address() {
        return server.address().toString();
    }

    List<Exchange> seen() {
        return List.copyOf(seen);
    }

    /** The access key that signed the last request. */
    String signedBy() {
        return authorization().replaceFirst(".*Credential=([^/]+)/.*", "$1");
    }

    String authorization() {
        return seen.getLast().header("authorization").orElse("");
    }

    /** A form parameter of a request to IAM or STS. */
    static String parameter(Exchange exchange, String name) {
        for (String pair : new String(exchange.body(), StandardCharsets.UTF_8).split("&"))
            if (pair.startsWith(name + "="))
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        return "";
    }

    Map<String, String> environment() {
        return environment(Map.of());
    }

    Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", address(), "AWS_ACCESS_KEY_ID", "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret"));
        all.putAll(more);
        return all;
    }

    Cloud cloud() {
        return connector(environment(), Path.of("no-such-home")).connect(Optional.empty(), REGION);
    }

    static AwsConnector connector(Map<String, String> environment, Path home) {
        return new AwsConnector(environment, home, InstantSource.system(), impatient());
    }

    /** AWS's standard retries without the waiting. */
    static RetryStrategy impatient() {
        BackoffStrategy none = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(1));
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .backoffStrategy(none)
                .throttlingBackoffStrategy(none)
                .build();
    }

    static Failure failure(Runnable call) {
        return Assertions.catchThrowableOfType(FailureException.class, call::run)
                .failure();
    }

    @Override
    public void close() {
        server.close();
    }
}
