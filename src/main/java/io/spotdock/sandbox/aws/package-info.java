/**
 * A stand-in for AWS behind one address: IAM, STS, S3 and CloudTrail, told apart by the service a request is signed for. It enforces
 * signatures, policies, limits and defaults as AWS publishes them, and nothing here knows what Spotdock sends.
 */
@NullMarked
package io.spotdock.sandbox.aws;

import org.jspecify.annotations.NullMarked;
