package io.spotdock.journal;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;

/** External IDs that Spotdock made, one file each, so that one is made once and kept. An external ID is no secret. */
public final class KeptExternalIds {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int RANDOM_CHARACTERS = 20;

    private final DataDirectory directory;
    private final SecureRandom random;

    public KeptExternalIds(DataDirectory directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    public Optional<ExternalId> find(IntegrationName integration) {
        Path file = file(integration);
        try {
            if (Files.notExists(file)) return Optional.empty();
            return ExternalId.parse(Files.readString(file)).good();
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid("role.external-id", Fault.of("fault.journal.unreadable", file), e.toString()),
                    e);
        }
    }

    /** The one kept, or else a new one of 100 random bits, which is kept from now on. */
    public ExternalId findOrMake(IntegrationName integration) {
        return find(integration).orElseGet(() -> keep(integration, make()));
    }

    /** A new one, kept in place of the one there was. */
    public ExternalId makeAnother(IntegrationName integration) {
        Path file = file(integration);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return keep(integration, make());
    }

    private ExternalId keep(IntegrationName integration, ExternalId id) {
        Path file = file(integration);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, id.value() + "\n", StandardOpenOption.CREATE_NEW);
            return id;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            return find(integration).orElseThrow(() -> unwritable(file, e));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private ExternalId make() {
        StringBuilder text = new StringBuilder("ts-webhook-");
        for (int i = 0; i < RANDOM_CHARACTERS; i++) text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new ExternalId(text.toString());
    }

    private static FailureException unwritable(Path file, IOException e) {
        return new FailureException(
                new Failure.Invalid("role.external-id", Fault.of("fault.journal.unwritable", file), e.toString()), e);
    }

    private Path file(IntegrationName integration) {
        return directory.path().resolve("external-ids").resolve(integration.value() + ".txt");
    }
}
