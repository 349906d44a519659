package io.spotdock.settings.fleet;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import java.util.Map;
import java.util.Optional;

/**
 * How a fleet's accounts and clusters are signed in to, where a command's own sign-ins do not do for all.
 *
 * @param role with its path, such as {@code OrganizationAccountAccessRole}: assumed in every account but the one that
 *     the sign-in is in; empty where each entry's profile leads into its account
 * @param thoughtSpot by host; hosts that are missing take the command's own sign-in
 */
public record SignIns(Optional<String> role, Map<ThoughtSpotHost, ThoughtSpotSignIn> thoughtSpot) {
    public static final SignIns COMMANDS_OWN = new SignIns(Optional.empty(), Map.of());

    public SignIns {
        thoughtSpot = Map.copyOf(thoughtSpot);
    }

    /** Whose secret is found when it is needed, and stands nowhere. */
    public sealed interface ThoughtSpotSignIn {
        record Token(SecretReference token) implements ThoughtSpotSignIn {}

        record Password(String user, SecretReference password) implements ThoughtSpotSignIn {}

        record SecretKey(String user, SecretReference key) implements ThoughtSpotSignIn {}
    }
}
