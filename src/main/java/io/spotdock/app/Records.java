package io.spotdock.app;

import io.spotdock.domain.ExternalId;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.FileJournal;
import io.spotdock.journal.IntegrationName;
import io.spotdock.journal.Journal;
import io.spotdock.journal.KeptExternalIds;
import io.spotdock.service.ExternalIds;
import io.spotdock.service.Journals;
import io.spotdock.settings.Settings;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/** What Spotdock keeps on this computer, by integration. */
final class Records implements Journals, ExternalIds {
    private final DataDirectory directory;
    private final Map<String, String> environment;

    Records(DataDirectory directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    @Override
    public Journal read(Settings settings) {
        return FileJournal.read(directory, name(settings));
    }

    @Override
    public Journal write(Settings settings) {
        return FileJournal.write(directory, name(settings));
    }

    @Override
    public ExternalId of(Settings settings) {
        return new KeptExternalIds(directory, new SecureRandom()).findOrMake(name(settings));
    }

    @Override
    public ExternalId renew(Settings settings) {
        return new KeptExternalIds(directory, new SecureRandom()).makeAnother(name(settings));
    }

    private IntegrationName name(Settings settings) {
        return IntegrationName.of(
                settings.aws().accountId(),
                settings.role().name(),
                Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")).filter(url -> !url.isEmpty()));
    }
}
