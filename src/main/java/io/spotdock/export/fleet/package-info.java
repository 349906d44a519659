/**
 * A whole fleet for the engines that roll one out in many accounts: CloudFormation's StackSets and Terraform. Integrations
 * of one shape share a template of {@link io.spotdock.export}; what is said here is who makes what they share, in which
 * order, and with which values. Pure: calls nobody, touches no file, holds no secret. Front ends come in.
 */
@NullMarked
package io.spotdock.export.fleet;

import org.jspecify.annotations.NullMarked;
