/** What the imitated AWS holds: accounts, identities, policies, access keys, KMS keys. In memory only, guarded by one lock, changed only through the services. */
@NullMarked
package io.spotdock.sandbox.aws.state;

import org.jspecify.annotations.NullMarked;
