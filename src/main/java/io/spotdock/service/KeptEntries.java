package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.journal.DataDirectory;
import io.spotdock.settings.Draft;
import io.spotdock.settings.SettingsFile;
import io.spotdock.settings.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a wizard that was closed before its end, so that the next one can go on. A settings file that need not be
 * complete, with the step in its first line; it holds no secret, as no draft does.
 */
public final class KeptEntries {
    private static final String STEP = "# step: ";
    private static final String ELSEWHERE = "# the role is made elsewhere";

    private static final String NAME = "wizard.yaml";

    private final DataDirectory directory;
    private final Path file;

    public KeptEntries(DataDirectory directory) {
        this.directory = directory;
        file = directory.path().resolve(NAME);
    }

    /** Entries, and the step at which they were left. */
    public record Kept(Draft draft, StepId step) {}

    /**
     * Replaces what was kept before.
     *
     * @throws FailureException Invalid when the folder can't be written to
     */
    public void keep(Draft draft, StepId step) {
        try {
            String elsewhere = draft.roleMadeElsewhere() ? ELSEWHERE + "\n" : "";
            directory.replace(NAME, STEP + step + "\n" + elsewhere + SettingsFile.write(draft));
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid("wizard", Fault.of("fault.journal.unwritable", file), e.toString()), e);
        }
    }

    /** Empty when nothing was kept, or when it can't be read: then the person begins anew, which loses little. */
    public Optional<Kept> find() {
        try {
            if (Files.notExists(file)) return Optional.empty();
            List<String> lines = Files.readAllLines(file);
            Draft draft = SettingsFile.read(file).draft();
            // Chosen before there is an ARN, it is in no field.
            if (lines.contains(ELSEWHERE)) draft = draft.withRoleMadeElsewhere(true);
            String first = lines.isEmpty() ? "" : lines.getFirst();
            StepId step = Arrays.stream(StepId.values())
                    .filter(id -> first.equals(STEP + id))
                    .findFirst()
                    .orElse(StepId.HOSTING);
            return draft.equals(Draft.EMPTY) ? Optional.empty() : Optional.of(new Kept(draft, step));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid("wizard", Fault.of("fault.journal.unwritable", file), e.toString()), e);
        }
    }
}
