package io.spotdock.check;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.RoleArn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why ThoughtSpot's upload failed, read from the AWS error text that its {@code validate} repeats. A remedy never tells
 * anyone to trust an account or key only because an error named it.
 */
record Cause(Fault evidence, Fault remedy) {
    private static final Pattern CALLER = Pattern.compile("User: (arn:[^\\s]+) is not authorized");

    static Cause of(String said, Hosting hosting, RoleArn role) {
        if (said.contains("sts:AssumeRole")) return assumeDenied(said, hosting, role);
        if (said.contains("OpenIDConnect provider") || said.contains("InvalidIdentityToken"))
            return new Cause(Fault.of("cause.provider"), Fault.of("remedy.apply"));
        if (said.contains("NoSuchBucket"))
            return new Cause(Fault.of("cause.no-bucket"), Fault.of("remedy.bucket-differs"));
        if (said.contains("kms:")) return new Cause(Fault.of("cause.kms"), Fault.of("remedy.kms"));
        if (said.contains("s3:PutObject") && said.contains("explicit deny"))
            return new Cause(Fault.of("cause.bucket-policy"), Fault.of("remedy.bucket-policy"));
        if (said.contains("s3:PutObject") || said.contains("AccessDenied"))
            return new Cause(Fault.of("cause.upload-denied", role), Fault.of("remedy.plan"));
        if (said.contains("PermanentRedirect") || said.contains("AuthorizationHeaderMalformed"))
            return new Cause(Fault.of("cause.region"), Fault.of("remedy.plan"));
        if (said.contains("AccessControlListNotSupported"))
            return new Cause(Fault.of("cause.acl"), Fault.of("remedy.ownership"));
        return new Cause(Fault.of("cause.unknown"), Fault.of("remedy.doctor"));
    }

    private static Cause assumeDenied(String said, Hosting hosting, RoleArn role) {
        Matcher caller = CALLER.matcher(said);
        Optional<String> account = caller.find() ? Arn.parse(caller.group(1)).map(Arn::account) : Optional.empty();
        return switch (hosting) {
            case Hosting.OnAws aws -> {
                boolean other = account.isPresent()
                        && !account.get().equals(aws.account().value());
                yield other
                        ? new Cause(
                                Fault.of("cause.other-account", account.get(), aws.account()),
                                Fault.of("remedy.confirm-account"))
                        : new Cause(Fault.of("cause.assume-aws", role), Fault.of("remedy.external-id"));
            }
            case Hosting.OnGcp _ -> new Cause(Fault.of("cause.assume-gcp", role), Fault.of("remedy.service-account"));
        };
    }
}
