/** Who may do what: the context of a request as AWS fills it, the policies that bear on it, the evaluator of domain.policy, and AWS's sentences for a refusal. */
@NullMarked
package io.spotdock.sandbox.aws.access;

import org.jspecify.annotations.NullMarked;
