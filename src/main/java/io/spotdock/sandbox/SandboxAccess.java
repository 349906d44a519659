package io.spotdock.sandbox;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.ServiceAccountId;
import java.net.URI;

/**
 * How to get into a running sandbox. Its keys open nothing but the sandbox, which is why they may be printed.
 *
 * @param accessKeyId of the customer's administrator
 * @param thoughtSpotToken of a ThoughtSpot administrator
 * @param thoughtSpotAccessKeyId of ThoughtSpot's own principal in its AWS account
 * @param googleTokenUrl GET with {@code ?aud=…} answers an ID token of ThoughtSpot's service account
 * @param receiver a webhook's URL that really answers; each call of it is in the log under {@code receiver}
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
        URI receiver) {}
