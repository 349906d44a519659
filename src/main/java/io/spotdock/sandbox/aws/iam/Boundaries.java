package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.wire.Xml;

/** Permissions boundaries, of users and roles alike. */
final class Boundaries {
    private Boundaries() {}

    static void check(QueryCall call, String arn) {
        if (!arn.startsWith("arn:")) throw new Refusal(400, "InvalidInput", "ARN " + arn + " is not valid.");
        if (call.account().policy(arn).isEmpty())
            throw Iam.missing("Scope ARN: " + arn + " does not exist or is not attachable.");
    }

    static void write(Xml xml, Grants grants) {
        grants.boundary()
                .ifPresent(arn -> xml.in(
                        "PermissionsBoundary",
                        b -> b.text("PermissionsBoundaryType", "Policy").text("PermissionsBoundaryArn", arn)));
    }
}
