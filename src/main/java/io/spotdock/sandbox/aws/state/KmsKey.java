package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;

/**
 * A KMS key, as far as S3 uses it.
 *
 * @param policy its key policy
 */
public record KmsKey(String arn, AccountId account, String region, String policy) {}
