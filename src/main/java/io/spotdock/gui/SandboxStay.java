package io.spotdock.gui;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.gui.renewal.Pausing;
import io.spotdock.gui.task.Operations;
import io.spotdock.journal.Journal;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Connected;
import io.spotdock.service.Event;
import io.spotdock.service.Journals;
import io.spotdock.service.Rooms;
import io.spotdock.service.Setup;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A sandbox, a setup in it that is connected to its ThoughtSpot, and values that work. Everything in it ends with it; it
 * keeps nothing on this computer.
 */
final class SandboxStay implements AutoCloseable {
    private static final String ORG = "Primary";

    private final Sandbox sandbox;
    private final boolean gcp;
    private final Setup setup;
    private final Pausing pausing;
    private final Connected connected;

    private SandboxStay(Sandbox sandbox, boolean gcp, Setup setup, Pausing pausing, Connected connected) {
        this.sandbox = sandbox;
        this.gcp = gcp;
        this.setup = setup;
        this.pausing = pausing;
        this.connected = connected;
    }

    /** Starts one; blocks for as long as that takes. */
    static SandboxStay start(Rooms rooms, SandboxOptions options, Operations operations, Event.Sink audit) {
        InstantSource clock = operations.clock();
        Sandbox sandbox = Sandbox.start(options.withClock(clock));
        SandboxAccess access = sandbox.access();
        Surroundings surroundings = Surroundings.of(rooms, access.environment(), Path.of(""), clock, audit)
                .keeping(_ -> externalId(options), Journals.of(Journal.inMemory()));
        Pausing pausing = new Pausing(operations, surroundings.profiles());
        Setup setup = new Setup(surroundings, pausing);
        try {
            Connected connected = setup.connect(
                    new ThoughtSpotHost(access.thoughtSpot()),
                    new SignIn.Token(Secret.of(access.thoughtSpotToken())),
                    Optional.of(ORG));
            return new SandboxStay(sandbox, options.gcpHosted(), setup, pausing, connected);
        } catch (RuntimeException e) {
            setup.close();
            sandbox.close();
            throw e;
        }
    }

    private static ExternalId externalId(SandboxOptions options) {
        return options.externalId();
    }

    Setup setup() {
        return setup;
    }

    Pausing pausing() {
        return pausing;
    }

    Connected connected() {
        return connected;
    }

    boolean isGcpHosted() {
        return gcp;
    }

    /** The values of ThoughtSpot's own guide, and an address of this computer to be called. */
    Draft entries() {
        SandboxAccess access = sandbox.access();
        Draft guide = Draft.EMPTY
                .with(Field.HOST, access.thoughtSpot().toString())
                .with(Field.ORG, ORG)
                .with(Field.REGION, access.region().value())
                .with(Field.BUCKET_NAME, "my-company-data-exports")
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.CREATE, "true")
                .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                .with(Field.WEBHOOK_NAME, "Webhook_S3")
                .with(Field.WEBHOOK_URL, access.receiver().toString());
        return gcp
                ? guide.with(Field.HOSTING, "gcp")
                        .with(Field.SERVICE_ACCOUNT, access.serviceAccount().value())
                : connected
                        .onAws()
                        .flatMap(offer -> offer.externalId())
                        .map(id -> guide.with(Field.EXTERNAL_ID, id.value()))
                        .orElse(guide)
                        .with(Field.HOSTING, "aws")
                        .with(
                                Field.THOUGHTSPOT_ACCOUNT,
                                access.thoughtSpotAccount().value());
    }

    @Override
    public void close() {
        setup.close();
        sandbox.close();
    }
}
