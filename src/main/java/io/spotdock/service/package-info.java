/**
 * The journey's verbs: observe, plan, apply, wait, verify, test, undo. Methods block and know no threads of a front end;
 * what happens is told as events with a subject. Both front ends and every scenario use these and nothing below them.
 */
@NullMarked
package io.spotdock.service;

import org.jspecify.annotations.NullMarked;
