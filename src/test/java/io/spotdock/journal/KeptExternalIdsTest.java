package io.spotdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.RoleName;
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
}
