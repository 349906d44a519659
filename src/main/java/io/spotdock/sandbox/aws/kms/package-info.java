/** KMS, as far as S3 uses its keys and people manage them; no data is encrypted. */
@NullMarked
package io.spotdock.sandbox.aws.kms;

import org.jspecify.annotations.NullMarked;
