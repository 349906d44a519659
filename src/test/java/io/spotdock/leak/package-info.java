/** Whether a secret gets out: recognisable ones are put in wherever they can enter, and looked for wherever they could come out. */
@NullMarked
package io.spotdock.leak;

import org.jspecify.annotations.NullMarked;
