package io.spotdock.sandbox;

import io.spotdock.sandbox.aws.AwsServer;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.google.GoogleIssuer;
import io.spotdock.sandbox.thoughtspot.AwsKey;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;

/** A running sandbox: AWS, Google's issuer and ThoughtSpot on loopback, in memory only. */
public final class Sandbox implements AutoCloseable {
    private final Faults faults;
    private final CallLog calls;
    private final GoogleIssuer google;
    private final AwsServer aws;
    private final ThoughtSpotServer thoughtSpot;
    private final SandboxAccess access;

    private Sandbox(SandboxOptions options) {
        faults = new Faults();
        options.faults().forEach(faults::set);
        calls = new CallLog();
        google = new GoogleIssuer(options.serviceAccount(), options.clock(), calls, faults);
        aws = new AwsServer(options, google, faults, calls);
        AccessKey own = aws.thoughtSpot();
        thoughtSpot = new ThoughtSpotServer(
                options,
                aws.address(),
                new AwsKey(own.id(), own.secret()),
                account -> {
                    AccessKey key = aws.addAccount(account, new io.spotdock.domain.RegionName("us-east-1"));
                    return new AwsKey(key.id(), key.secret());
                },
                google,
                faults,
                calls);
        access = new SandboxAccess(
                aws.address(),
                options.region(),
                aws.administrator().id(),
                aws.administrator().secret(),
                thoughtSpot.address(),
                thoughtSpot.adminToken(),
                options.customerAccount(),
                options.thoughtSpotAccount(),
                own.id(),
                own.secret(),
                options.serviceAccount(),
                google.tokenUrl());
    }

    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    public SandboxAccess access() {
        return access;
    }

    public Faults faults() {
        return faults;
    }

    public CallLog calls() {
        return calls;
    }

    /** For accounts and keys beyond the customer's and ThoughtSpot's. */
    public AwsServer aws() {
        return aws;
    }

    @Override
    public void close() {
        thoughtSpot.close();
        aws.close();
        google.close();
    }
}
