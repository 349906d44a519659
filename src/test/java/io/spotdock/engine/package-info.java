/**
 * Stand-ins for the engines that carry out what is exported: they read the files as the engines' documentation says, and
 * make the resources through AWS's own clients. What they don't know of a language or a resource is an error.
 */
@NullMarked
package io.spotdock.engine;

import org.jspecify.annotations.NullMarked;
