package io.spotdock;

import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.Secret;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.sandbox.SandboxAccess;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A session of the customer's administrator, as STS gives one for a code: the sandbox can let it run out. */
public final class UserSession {
    private UserSession() {}

    public static Credentials of(SandboxAccess access) {
        return of(access.environment());
    }

    /** @param administrator the sandbox's environment variables */
    private static Credentials of(Map<String, String> administrator) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(URI.create(administrator.getOrDefault("AWS_ENDPOINT_URL", "")))
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(administrator.getOrDefault("AWS_REGION", "")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        administrator.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                        administrator.getOrDefault("AWS_SECRET_ACCESS_KEY", ""))))
                .build()) {
            return sts.getSessionToken(ask -> ask.serialNumber("arn:aws:iam::999888777666:mfa/admin")
                            .tokenCode("123456"))
                    .credentials();
        }
    }

    /** The sandbox's environment, with such a session in place of the lasting keys. */
    public static Map<String, String> in(Map<String, String> administrator) {
        Credentials given = of(administrator);
        Map<String, String> variables = new HashMap<>(administrator);
        variables.put("AWS_ACCESS_KEY_ID", given.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", given.secretAccessKey());
        variables.put("AWS_SESSION_TOKEN", given.sessionToken());
        return variables;
    }

    /** The same as somebody types it. */
    public static SignIn.Keys typed(SandboxAccess access) {
        Credentials given = of(access);
        return new SignIn.Keys(
                new AccessKeyId(given.accessKeyId()),
                Secret.of(given.secretAccessKey()),
                Optional.of(Secret.of(given.sessionToken())));
    }
}
