/** STS's query API: who is this, and credentials of a role. */
@NullMarked
package io.spotdock.sandbox.aws.sts;

import org.jspecify.annotations.NullMarked;
