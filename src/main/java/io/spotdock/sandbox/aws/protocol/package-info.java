/** What all of AWS's services share on the wire: requests, refusals, signatures and signed bodies. It knows no service's state. */
@NullMarked
package io.spotdock.sandbox.aws.protocol;

import org.jspecify.annotations.NullMarked;
