/**
 * Loopback stand-ins for AWS (IAM, STS, S3, CloudTrail), Google's issuer and ThoughtSpot. They enforce what the real services
 * publish, by the evaluator of {@code domain.policy}, and serve any ordinary client; they import no adapter, so pointing
 * the real adapters at them exercises those over the wire. What they prove is that requests and policies are right under
 * published rules, never that anything was verified on AWS itself.
 */
@NullMarked
package io.spotdock.sandbox;

import org.jspecify.annotations.NullMarked;
