package io.spotdock.scenario;

import io.spotdock.sandbox.SandboxAccess;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/** IAM users of a sandbox's customer, made as an administrator would. */
final class Users {
    private final SandboxAccess access;

    Users(SandboxAccess access) {
        this.access = access;
    }

    /** An access key. */
    record Key(String id, String secret) {}

    /** A user with one inline policy, and a key. */
    Key make(String name, String policy) {
        try (IamClient iam = IamClient.builder()
                .endpointOverride(access.awsEndpoint())
                .region(Region.of(access.region().value()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            iam.createUser(request -> request.userName(name));
            iam.putUserPolicy(
                    request -> request.userName(name).policyName("rights").policyDocument(policy));
            var key = iam.createAccessKey(request -> request.userName(name)).accessKey();
            return new Key(key.accessKeyId(), key.secretAccessKey());
        }
    }
}
