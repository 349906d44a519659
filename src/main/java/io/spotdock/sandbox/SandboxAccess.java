package io.spotdock.sandbox;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.ServiceAccountId;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How to get into a running sandbox. Its keys open nothing but the sandbox, which is why they may be printed.
 *
 * @param accessKeyId of the customer's administrator
 * @param thoughtSpotToken of a ThoughtSpot administrator
 * @param thoughtSpotAccessKeyId of ThoughtSpot's own principal in its AWS account
 * @param googleTokenUrl GET with {@code ?aud=…} answers an ID token of ThoughtSpot's service account
 * @param receiver a webhook's URL that really answers; each call of it is in the log under {@code receiver}
 * @param memberAccounts the other accounts of the customer's organization
 * @param signedReceiver another that takes only calls signed with its secret, in its header
 */
public record SandboxAccess(
        URI awsEndpoint,
        RegionName region,
        String accessKeyId,
        String secretAccessKey,
        URI thoughtSpot,
        String thoughtSpotToken,
        AccountId customerAccount,
        AccountId thoughtSpotAccount,
        String thoughtSpotAccessKeyId,
        String thoughtSpotSecretAccessKey,
        ServiceAccountId serviceAccount,
        URI googleTokenUrl,
        URI receiver,
        URI signedReceiver,
        String signatureHeader,
        String signatureSecret,
        List<AccountId> memberAccounts) {
    public SandboxAccess {
        memberAccounts = List.copyOf(memberAccounts);
    }

    /**
     * The environment variables that lead the customer's administrator into the sandbox and nowhere else: a program given
     * these alone never meets the person's own AWS configuration.
     */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", awsEndpoint.toString(),
                "AWS_REGION", region.value(),
                "AWS_ACCESS_KEY_ID", accessKeyId,
                "AWS_SECRET_ACCESS_KEY", secretAccessKey,
                "AWS_CONFIG_FILE", NO_FILE,
                "AWS_SHARED_CREDENTIALS_FILE", NO_FILE);
    }

    private static final String NO_FILE = "no-such-file-in-a-sandbox";
}
