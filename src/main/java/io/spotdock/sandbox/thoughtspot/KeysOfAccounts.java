package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.AccountId;

/** Where ThoughtSpot gets a key of an AWS account that is not its own, for the fault {@code ts-account}. */
@FunctionalInterface
public interface KeysOfAccounts {
    /** A key of a principal in the account; one that AWS does not know where there is none. */
    AwsKey keyOf(AccountId account);
}
