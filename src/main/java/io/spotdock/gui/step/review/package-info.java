/**
 * "Review and apply": shows what would be changed in AWS, changes it on a person's word, and takes it back on another. Here
 * and on the webhook's pane alone the window writes.
 */
@NullMarked
package io.spotdock.gui.step.review;

import org.jspecify.annotations.NullMarked;
