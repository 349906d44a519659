package io.spotdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.RoleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptExternalIdsTest {
    private final IntegrationName integration =
            IntegrationName.of(new AccountId("999888777666"), new RoleName("thoughtspot-s3-upload"), Optional.empty());

    private static KeptExternalIds in(Path folder) {
        return new KeptExternalIds(new DataDirectory(folder), new SecureRandom());
    }

    @Test
    void oneIsMadeOnceAndKept(@TempDir Path folder) {
        ExternalId made = in(folder).findOrMake(integration);
        assertThat(in(folder).findOrMake(integration)).isEqualTo(made);
    }

    @Test
    void anotherOneIsKeptInItsPlace(@TempDir Path folder) {
        ExternalId made = in(folder).findOrMake(integration);
        ExternalId another = in(folder).makeAnother(integration);
        assertThat(another).isNotEqualTo(made);
        assertThat(in(folder).find(integration)).contains(another);
    }

    @Test
    void oneThatACrashCutShortIsNotTakenForOne(@TempDir Path folder) throws IOException {
        ExternalId made = in(folder).findOrMake(integration);
        Path file = folder.resolve("external-ids").resolve(integration.value() + ".txt");
        Files.writeString(file, made.value().substring(0, 14));

        assertThat(in(folder).find(integration)).isEmpty();
        ExternalId another = in(folder).findOrMake(integration);

        assertThat(another).isNotEqualTo(made);
        assertThat(in(folder).find(integration)).contains(another);
    }
}
