/** S3's REST API: routes, buckets, objects, and their XML. */
@NullMarked
package io.spotdock.sandbox.aws.s3;

import org.jspecify.annotations.NullMarked;
