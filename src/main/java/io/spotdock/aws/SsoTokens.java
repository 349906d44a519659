package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenRequest;

/** The SSO token in use, renewed where it can be; as the AWS CLI does, whose file the new one goes into. */
final class SsoTokens {
    private final SsoCache cache;
    private final ClientSettings settings;
    private final InstantSource clock;

    SsoTokens(SsoCache cache, ClientSettings settings, InstantSource clock) {
        this.cache = cache;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws FailureException Expired when a person has to sign in again */
    synchronized String current(SsoProfile sso) {
        Optional<SsoToken> found = cache.token(sso);
        return found.filter(token -> token.isGood(clock.instant()))
                .or(() -> found.flatMap(token -> token.renewal(clock.instant())).map(by -> renew(sso, by)))
                .map(SsoToken::accessToken)
                .orElseThrow(() -> runOut(sso));
    }

    private static FailureException runOut(SsoProfile sso) {
        return new FailureException(new Failure.Expired("sign-in.aws-sso", List.of(sso.profile()), ""));
    }

    private SsoToken renew(SsoProfile sso, SsoToken.Renewal by) {
        CreateTokenRequest request = CreateTokenRequest.builder()
                .grantType("refresh_token")
                .refreshToken(by.refreshToken())
                .clientId(by.client().id())
                .clientSecret(by.client().secret())
                .build();
        SsoToken token = SsoToken.of(settings.ssoOidc(sso.region()).createToken(request), by.client(), clock.instant());
        cache.tryKeep(sso, token);
        return token;
    }
}
