package io.spotdock.export.fleet;

/** For which engine a fleet is written. */
public enum FleetFormat {
    /** StackSets: a template for each shape, and the input of the AWS CLI's commands. */
    CLOUDFORMATION,
    /** A root module that calls a module for each integration. */
    TERRAFORM
}
