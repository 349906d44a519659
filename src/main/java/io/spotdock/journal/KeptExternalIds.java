package io.spotdock.journal;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;

/** External IDs that Spotdock made, one file each, so that one is made once and kept. An external ID is no secret. */
public final class KeptExternalIds {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final String END = "\n";
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
            String text = Files.readString(file);
            // Without its end it was cut short by a crash, before anybody was told of it.
            return text.endsWith(END) ? ExternalId.parse(text).good() : Optional.empty();
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid("role.external-id", Fault.of("fault.journal.unreadable", file), e.toString()),
                    e);
        }
    }

    /** The one kept, or else a new one of 100 random bits, which is kept from now on. */
    public ExternalId findOrMake(IntegrationName integration) {
        return find(integration).orElseGet(() -> keepFirst(integration, make()));
    }

    /** A new one, kept in place of the one there was. */
    public ExternalId makeAnother(IntegrationName integration) {
        return keep(integration, make(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Another process may have been first: then that one's is kept. */
    private ExternalId keepFirst(IntegrationName integration, ExternalId id) {
        return Files.notExists(file(integration)) ? keep(integration, id) : makeAnother(integration);
    }

    /** Moved over whole, so that a crash leaves the former one or the new one; returns when it can't be lost. */
    private ExternalId keep(IntegrationName integration, ExternalId id, CopyOption... how) {
        Path file = file(integration);
        try {
            Durable.folder(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), integration.value(), ".tmp");
            Files.writeString(beside, id.value() + END, StandardOpenOption.SYNC);
            Files.move(beside, file, how);
            Durable.entries(file.getParent());
            return id;
        } catch (FileAlreadyExistsException e) {
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
