package io.spotdock.sandbox.aws;

import io.spotdock.sandbox.aws.cloudtrail.CloudTrailActions;
import io.spotdock.sandbox.aws.iam.IamActions;
import io.spotdock.sandbox.aws.kms.KmsActions;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Service;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.aws.s3.S3Service;
import io.spotdock.sandbox.aws.state.World;
import io.spotdock.sandbox.aws.sts.StsActions;
import io.spotdock.sandbox.wire.IdTokens;
import java.util.Map;
import java.util.Set;

/** All services, and which one a request is meant for. */
final class Services {
    private final Map<String, Service> byName;

    Services(World world, IdTokens idTokens) {
        Service iam = new QueryService("iam", "2010-05-08", Set.of(), world, IamActions::all);
        Service sts = new QueryService(
                "sts",
                "2011-06-15",
                Set.of("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"),
                world,
                new StsActions(idTokens)::all);
        Service kms = new JsonService("kms", "TrentService"::equals, world, KmsActions::all);
        // Clients differ in how much of its name they write.
        Service cloudTrail = new JsonService("cloudtrail", _ -> true, world, new CloudTrailActions()::all);
        byName = Map.of("iam", iam, "sts", sts, "kms", kms, "s3", new S3Service(world), "cloudtrail", cloudTrail);
    }

    Service of(Request request, Signature signature) {
        return switch (signature) {
            case Signature.V4 v4 ->
                byName.getOrDefault(
                        v4.scope().service(), new UnknownService(v4.scope().service()));
            case Signature.V2Query _ -> s3();
            case Signature.None _, Signature.Malformed _ ->
                request.isForm()
                                        && request.method().equals("POST")
                                        && request.exchange().rawPath().equals("/")
                                || request.has("Action")
                        ? byName.getOrDefault("sts", s3())
                        : s3();
        };
    }

    private Service s3() {
        return byName.getOrDefault("s3", new UnknownService("s3"));
    }
}
