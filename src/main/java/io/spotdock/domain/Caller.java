package io.spotdock.domain;

/**
 * Who is signed in to AWS (STS GetCallerIdentity).
 *
 * @param arn of the user, role session or root
 */
public record Caller(AccountId account, String arn, Partition partition) {}
