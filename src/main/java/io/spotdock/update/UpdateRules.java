package io.spotdock.update;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Loopback;
import io.spotdock.domain.Parsed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is laid down about looking for updates, by whoever made the package and whoever runs the computer.
 *
 * @param forbidden whether nobody here is to look
 * @param address where releases are told, if anybody has said so
 */
public record UpdateRules(boolean forbidden, Optional<Address> address) {
    /** The property of the JVM by which a package says where its releases are. */
    public static final String PROPERTY = "spotdock.releases";

    /** The variable by which a company or a person names another place. */
    public static final String ADDRESS = "SPOTDOCK_RELEASES";

    /** The variable that switches the look off for all who have it. */
    public static final String SWITCH = "SPOTDOCK_UPDATE_CHECK";

    private static final Set<String> OFF = Set.of("off", "0", "false", "no");

    /**
     * An address, and who named it.
     *
     * @param source the property or the variable
     */
    public record Address(String source, Parsed<URI> value) {}

    /** @param ofPackage the property's value; blank where this build has none */
    public static UpdateRules of(Map<String, String> environment, String ofPackage) {
        String named = environment.getOrDefault(ADDRESS, "").strip();
        String source = named.isEmpty() ? PROPERTY : ADDRESS;
        String text = named.isEmpty() ? ofPackage.strip() : named;
        String choice = environment.getOrDefault(SWITCH, "").strip().toLowerCase(Locale.ROOT);
        return new UpdateRules(
                OFF.contains(choice),
                text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Address(source, Parsed.of(text, UpdateRules::rule, URI::create))));
    }

    /** In clear to this computer only: who listens in elsewhere could hide that there is a newer version. */
    private static @Nullable Fault rule(String text) {
        Fault wrong = Fault.of("fault.updates.address");
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) return wrong;
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean allowed = scheme.equals("https") || scheme.equals("http") && Loopback.names(uri.getHost());
            return allowed ? null : wrong;
        } catch (URISyntaxException _) {
            return wrong;
        }
    }
}
