package io.spotdock.sandbox;

import io.spotdock.domain.RegionName;
import io.spotdock.sandbox.aws.AwsServer;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.KnownFault;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.sandbox.google.GoogleFault;
import io.spotdock.sandbox.google.GoogleIssuer;
import io.spotdock.sandbox.thoughtspot.AwsKey;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotFault;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import java.util.List;
import java.util.stream.Stream;

/** A running sandbox: AWS, Google's issuer and ThoughtSpot on loopback, in memory only. */
public final class Sandbox implements AutoCloseable {
    private final Faults faults;
    private final CallLog calls;
    private final CustomerReceiver receiver;
    private final GoogleIssuer google;
    private final AwsServer aws;
    private final ThoughtSpotServer thoughtSpot;
    private final SandboxAccess access;

    private Sandbox(SandboxOptions options) {
        for (KnownFault fault : knownFaults()) {
            String value = options.faults().get(fault.id());
            if (value != null && !fault.value().accepts(value))
                throw new IllegalArgumentException("fault " + fault.id() + fault.says() + ", not =" + value);
        }
        faults = new Faults();
        options.faults().forEach(faults::set);
        calls = new CallLog();
        receiver = new CustomerReceiver(calls, faults);
        google = new GoogleIssuer(options.serviceAccount(), options.clock(), calls, faults);
        try {
            aws = new AwsServer(options, google, faults, calls);
        } catch (RuntimeException e) {
            google.close(); // the port was taken, most likely
            receiver.close();
            throw e;
        }
        options.memberAccounts().forEach(aws::addMember);
        AccessKey own = aws.thoughtSpot();
        thoughtSpot = new ThoughtSpotServer(
                options,
                aws.address(),
                new AwsKey(own.id(), own.secret()),
                account -> {
                    AccessKey key = aws.addAccount(account, new RegionName("us-east-1"));
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
                google.tokenUrl(),
                receiver.url(),
                receiver.signedUrl(),
                CustomerReceiver.HEADER,
                CustomerReceiver.SECRET,
                options.memberAccounts());
    }

    /** What can be made to go wrong, each under a name of its own. */
    public static List<KnownFault> knownFaults() {
        return Stream.<KnownFault[]>of(AwsFault.values(), ThoughtSpotFault.values(), GoogleFault.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** @throws IllegalArgumentException for a fault's value that means nothing */
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

    /** What stands in it now, to be compared with another's. */
    public Snapshot snapshot() {
        return aws.snapshot(thoughtSpot.webhooks(), thoughtSpot.channels());
    }

    @Override
    public void close() {
        thoughtSpot.close();
        aws.close();
        google.close();
        receiver.close();
    }
}
