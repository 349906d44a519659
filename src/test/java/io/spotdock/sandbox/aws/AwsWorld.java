package io.spotdock.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.SandboxOptions;
import java.net.URI;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A sandbox, and AWS's own clients for it; they never retry, so that each call is one call. */
final class AwsWorld implements AutoCloseable {
    static final String CUSTOMER = "999888777666";
    static final String THOUGHTSPOT = "123456789012";
    static final String EXTERNAL_ID = "ts-webhook-x7k9m2p4q1";
    static final String TRUST = trust(
            "{\"AWS\":\"arn:aws:iam::123456789012:root\"}",
            "sts:AssumeRole",
            "{\"StringEquals\":{\"sts:ExternalId\":\"" + EXTERNAL_ID + "\"}}");

    final Sandbox sandbox;
    final AwsCredentials administrator;
    final AwsCredentials thoughtSpot;

    AwsWorld(SandboxOptions options) {
        sandbox = Sandbox.start(options);
        SandboxAccess access = sandbox.access();
        administrator = AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey());
        thoughtSpot = AwsBasicCredentials.create(access.thoughtSpotAccessKeyId(), access.thoughtSpotSecretAccessKey());
    }

    AwsWorld() {
        this(SandboxOptions.aws());
    }

    static AwsWorld with(String fault, String value) {
        return new AwsWorld(SandboxOptions.aws().withFaults(Map.of(fault, value)));
    }

    Faults faults() {
        return sandbox.faults();
    }

    CallLog calls() {
        return sandbox.calls();
    }

    URI endpoint() {
        return sandbox.access().awsEndpoint();
    }

    IamClient iam() {
        return iam(administrator);
    }

    IamClient iam(AwsCredentials who) {
        return client(IamClient.builder(), who, "us-east-1").build();
    }

    StsClient sts() {
        return sts(administrator);
    }

    StsClient sts(AwsCredentials who) {
        return client(StsClient.builder(), who, "us-east-1").build();
    }

    S3Client s3() {
        return s3(administrator, "us-east-1");
    }

    S3Client s3(AwsCredentials who) {
        return s3(who, "us-east-1");
    }

    S3Client s3(AwsCredentials who, String region) {
        return s3Builder(who, region).build();
    }

    S3ClientBuilder s3Builder(AwsCredentials who, String region) {
        return client(S3Client.builder(), who, region).forcePathStyle(true);
    }

    <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B client(
            B builder, AwsCredentials who, String region) {
        return builder.endpointOverride(endpoint())
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(who))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()).addExecutionInterceptor(new WithoutDate()));
    }

    /** AWS's client sets its clock by the answers of a refusing server, and that of every other client in the JVM. */
    private static final class WithoutDate implements ExecutionInterceptor {
        @Override
        public SdkHttpResponse modifyHttpResponse(
                Context.ModifyHttpResponse context, ExecutionAttributes executionAttributes) {
            return context.httpResponse().toBuilder().removeHeader("Date").build();
        }
    }

    static AwsCredentials session(Credentials made) {
        return AwsSessionCredentials.create(made.accessKeyId(), made.secretAccessKey(), made.sessionToken());
    }

    static String trust(String principal, String action, String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + principal
                + ",\"Action\":\"" + action + "\"" + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}]}";
    }

    static String allow(String action, String resource) {
        return policy("Allow", action, resource);
    }

    static String policy(String effect, String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                + "\",\"Resource\":\"" + resource + "\"}]}";
    }

    static String roleArn(String name) {
        return "arn:aws:iam::" + CUSTOMER + ":role/" + name;
    }

    /** The role of ThoughtSpot's guide and its bucket. */
    void deliveryIsSetUp() {
        iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST));
        iam().putRolePolicy(
                        b -> b.roleName("upload")
                                .policyName("write")
                                .policyDocument(
                                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                                                + "[\"s3:PutObject\",\"s3:PutObjectAcl\"],\"Resource\":\"arn:aws:s3:::exports/thoughtspot/*\"}]}"));
        s3().createBucket(b -> b.bucket("exports"));
    }

    /** As ThoughtSpot, with the right external ID. */
    AwsCredentials delivery() {
        return session(sts(thoughtSpot)
                .assumeRole(b -> b.roleArn(roleArn("upload"))
                        .roleSessionName("thoughtspot")
                        .externalId(EXTERNAL_ID))
                .credentials());
    }

    /** A new user of the customer's account with this inline policy, or none. */
    AwsCredentials user(String name, String policy) {
        iam().createUser(b -> b.userName(name));
        if (!policy.isEmpty())
            iam().putUserPolicy(b -> b.userName(name).policyName("own").policyDocument(policy));
        var key = iam().createAccessKey(b -> b.userName(name)).accessKey();
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call, int status, String code) {
        AwsServiceException refusal = catchThrowableOfType(AwsServiceException.class, call);
        return assertThatThrownBy(() -> {
                    if (refusal != null) throw refusal;
                })
                .isInstanceOfSatisfying(AwsServiceException.class, e -> {
                    org.assertj.core.api.Assertions.assertThat(
                                    e.awsErrorDetails().errorCode())
                            .isEqualTo(code);
                    org.assertj.core.api.Assertions.assertThat(e.statusCode()).isEqualTo(status);
                });
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
