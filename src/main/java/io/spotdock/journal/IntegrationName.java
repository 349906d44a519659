package io.spotdock.journal;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RoleName;
import java.util.Locale;
import java.util.Optional;

/**
 * What an integration's files are called. The account and the role tell integrations apart; an end point other than
 * AWS's own, such as a sandbox, is another world with a journal of its own.
 */
public record IntegrationName(String value) {
    public static IntegrationName of(AccountId account, RoleName role, Optional<String> endpoint) {
        // Role names are unique regardless of case, and so are file names on some systems.
        String plain = account + "-" + role.value().toLowerCase(Locale.ROOT);
        return new IntegrationName(
                endpoint.map(url -> plain + "-" + Digests.crc32(url)).orElse(plain));
    }
}
