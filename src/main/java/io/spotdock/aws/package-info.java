/**
 * AWS behind {@code io.spotdock.port}: IAM, STS, S3 and CloudTrail through the AWS SDK for Java, which no other room may import. What
 * the SDK throws is turned into our failures by one mapper, {@link io.spotdock.aws.AwsFailures}; environment variables,
 * profiles, proxies and certificate bundles mean here what they mean to the AWS CLI.
 */
@NullMarked
package io.spotdock.aws;

import org.jspecify.annotations.NullMarked;
