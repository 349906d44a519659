package io.spotdock.journal;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RoleName;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What an integration's files are called. The account and the role tell integrations apart; an end point other than
 * AWS's own, such as a sandbox, is another world with a journal of its own.
 */
public record IntegrationName(String value) {
    public static IntegrationName of(AccountId account, RoleName role, Optional<String> endpoint) {
        // Role names are unique regardless of case, and so are file names on some systems.
        String plain = account + "-" + role.value().toLowerCase(Locale.ROOT);
        return new IntegrationName(
                endpoint.map(url -> plain + "-" + digest(url)).orElse(plain));
    }

    private static String digest(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
