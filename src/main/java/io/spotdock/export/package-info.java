/**
 * What a cloud team needs to make an integration itself: policies, AWS CLI scripts, CloudFormation, Terraform, the
 * webhook's request and a hand-off sheet, all of one {@link io.spotdock.plan.Wanted}; and the report of a live test. Calls nobody, holds no secret;
 * only {@link io.spotdock.export.ExportWriter} touches files. Front ends come in.
 */
@NullMarked
package io.spotdock.export;

import org.jspecify.annotations.NullMarked;
