/** IAM's query API over the state, one class a group of actions. */
@NullMarked
package io.spotdock.sandbox.aws.iam;

import org.jspecify.annotations.NullMarked;
