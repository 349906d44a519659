/**
 * Whether there is a newer Spotdock: which of two versions is the later one, when it may be asked, what was heard the last time, and
 * who has switched it off. Blocks and knows no threads; only tells, and has nothing to download or install with. Both front ends
 * come in, the wizard not before its window is there.
 */
@NullMarked
package io.spotdock.update;

import org.jspecify.annotations.NullMarked;
