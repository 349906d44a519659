package io.spotdock.port;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.SemanticVersion;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Where it is told which releases of Spotdock there are. Nothing is ever fetched from there but that word. */
public interface Releases {
    /**
     * The latest that its makers announce; blocks, for ten seconds at most.
     *
     * @return empty where what is announced is a draft, which nobody can get
     * @throws FailureException Throttled, Unreachable, or Invalid where what answers tells of no release
     */
    Optional<Announced> latest();

    /**
     * A release that is announced.
     *
     * @param page that tells of it, to be read in a browser: https, with nothing in it that hides; empty where none is named
     * @param published when, where it is told
     * @param preliminary whether its makers offer it only to those who want what comes next
     */
    record Announced(SemanticVersion version, Optional<URI> page, Optional<Instant> published, boolean preliminary) {
        private static final int LONGEST = 2_000;

        public Announced {
            if (!page.map(URI::toString)
                    .equals(page.flatMap(uri -> page(uri.toString()).map(URI::toString))))
                throw new IllegalArgumentException("not a page to be opened: " + page.get());
        }

        /** Reads the address of a page; empty where a browser is better not sent there. */
        public static Optional<URI> page(String text) {
            if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) return Optional.empty();
            try {
                return Optional.of(URI.create(text))
                        .filter(uri ->
                                "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)))
                        .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null);
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }
}
