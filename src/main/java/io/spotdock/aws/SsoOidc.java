package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import java.time.Instant;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** The three calls of a sign-in on a device (IAM Identity Center OIDC API Reference). */
final class SsoOidc {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final SsoOidcClient client;
    private final SsoProfile sso;
    private final AwsFailures failures;
    private final String host;

    /** @param host that the client goes to, for people */
    SsoOidc(SsoOidcClient client, SsoProfile sso, AwsFailures failures, String host) {
        this.client = client;
        this.sso = sso;
        this.failures = failures;
        this.host = host;
    }

    SsoClientRegistration register() {
        RegisterClientRequest.Builder request =
                RegisterClientRequest.builder().clientName("spotdock").clientType("public");
        if (!sso.scopes().isEmpty()) request.scopes(sso.scopes());
        RegisterClientResponse answer = run("sso-oauth:RegisterClient", () -> client.registerClient(request.build()));
        return new SsoClientRegistration(
                answer.clientId(), answer.clientSecret(), Instant.ofEpochSecond(answer.clientSecretExpiresAt()));
    }

    /** @throws InvalidClientException when AWS does not know the registration */
    StartDeviceAuthorizationResponse start(SsoClientRegistration by) {
        return run(
                "sso-oauth:StartDeviceAuthorization",
                () -> client.startDeviceAuthorization(request ->
                        request.clientId(by.id()).clientSecret(by.secret()).startUrl(sso.startUrl())));
    }

    /** Throws what RFC 8628, section 3.5 makes of it, as the SDK has it, and our failures otherwise. */
    CreateTokenResponse token(SsoClientRegistration by, String deviceCode) {
        return run(
                "sso-oauth:CreateToken",
                () -> client.createToken(request -> request.clientId(by.id())
                        .clientSecret(by.secret())
                        .grantType(GRANT)
                        .deviceCode(deviceCode)));
    }

    private <R> R run(String action, Supplier<R> use) {
        try {
            return use.get();
        } catch (InvalidClientException
                | AuthorizationPendingException
                | SlowDownException
                | ExpiredTokenException
                | AccessDeniedException e) {
            throw e;
        } catch (SsoOidcException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException()) throw failed(e, action);
            throw new FailureException(new Failure.Invalid(
                    "aws.profile", Fault.of("fault.aws.sso-refused", sso.profile()), AwsErrors.said(e)));
        } catch (RuntimeException e) {
            throw failed(e, action);
        }
    }

    private RuntimeException failed(RuntimeException e, String action) {
        Call call = new Call(action, "profile " + sso.profile(), "aws.profile");
        return failures.of(e, call, host, new RegionName(sso.region().id()));
    }
}
