package io.spotdock.app;

import io.spotdock.domain.ExternalId;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.FileJournals;
import io.spotdock.journal.IntegrationName;
import io.spotdock.journal.Journal;
import io.spotdock.journal.KeptExternalIds;
import io.spotdock.journal.RunName;
import io.spotdock.journal.RunRecord;
import io.spotdock.journal.RunRecords;
import io.spotdock.service.ExternalIds;
import io.spotdock.service.Journals;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What Spotdock keeps on this computer, by integration or fleet. */
final class Records implements Journals, ExternalIds, RunRecords {
    private final DataDirectory directory;
    private final FileJournals files;
    private final Map<String, String> environment;
    private final InstantSource clock;

    Records(DataDirectory directory, Map<String, String> environment, InstantSource clock) {
        this.directory = directory;
        this.files = new FileJournals(directory);
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Journal read(Settings settings) {
        return files.read(name(settings));
    }

    @Override
    public Journal write(Settings settings) {
        return files.write(name(settings));
    }

    @Override
    public ExternalId of(Settings settings) {
        return new KeptExternalIds(directory, new SecureRandom()).findOrMake(name(settings));
    }

    @Override
    public ExternalId renew(Settings settings) {
        return new KeptExternalIds(directory, new SecureRandom()).makeAnother(name(settings));
    }

    @Override
    public RunRecord open(String fleet, Path manifest) {
        return RunRecord.open(directory, RunName.of(fleet, manifest, endpoint()), clock);
    }

    private IntegrationName name(Settings settings) {
        return IntegrationName.of(settings.aws().accountId(), settings.role().name(), endpoint());
    }

    private Optional<String> endpoint() {
        return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")).filter(url -> !url.isEmpty());
    }
}
