package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.network.Barrier;
import io.spotdock.network.Proxies;
import io.spotdock.port.Profiles.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;

/** The one mapper from what the AWS SDK throws to our failures. */
final class AwsFailures {
    /** Any of AWS's: where credentials were to be had is told by no exception. */
    private static final String SIGN_IN_HOST = "sts.amazonaws.com";

    private final Logger log = LoggerFactory.getLogger(AwsFailures.class);
    private final References references;
    private final AwsErrors errors;
    private final Proxies proxies;

    /** @param proxies that may stand between this computer and AWS */
    AwsFailures(InstantSource clock, References references, Proxies proxies) {
        this.proxies = proxies;
        this.references = references;
        this.errors = new AwsErrors(clock);
    }

    /**
     * What a call's exception means.
     *
     * @return to be thrown: a {@link FailureException}, or a {@link CancellationException} when the thread was
     *     interrupted, which it then still is
     */
    RuntimeException of(RuntimeException thrown, Call call, String host, RegionName region) {
        Optional<RuntimeException> plain = alreadyOurs(thrown);
        if (plain.isPresent()) return plain.get();
        Optional<AwsServiceException> service = cause(thrown, AwsServiceException.class);
        if (service.isPresent()) {
            Optional<Failure> failure = errors.failure(service.get(), call, host);
            return failed(failure.orElseGet(() -> unexpected(thrown, call, AwsErrors.said(service.get()))), thrown);
        }
        Optional<Failure> network = network(thrown, host, region);
        return failed(network.orElseGet(() -> unexpected(thrown, call, "")), thrown);
    }

    /** What it means that no credentials could be had. */
    RuntimeException ofSignIn(RuntimeException thrown, Kind kind, SharedConfig config) {
        Optional<RuntimeException> plain = alreadyOurs(thrown);
        if (plain.isPresent()) return plain.get();
        Optional<AwsServiceException> service = cause(thrown, AwsServiceException.class);
        Optional<Failure> failure =
                service.filter(e -> !ofRunOutSso(e)).flatMap(e -> errors.failure(e, call(e, config), "AWS sign-in"));
        if (failure.isPresent()) return failed(failure.get(), thrown);
        if (service.isEmpty()
                && cause(thrown, IOException.class)
                        .filter(AwsFailures::ofNetwork)
                        .isPresent())
            return failed(barrier(thrown, SIGN_IN_HOST).failure(host(thrown, "AWS sign-in"), ""), thrown);
        Kind ofSource = kind == Kind.ASSUMED_ROLE ? SignInKinds.ofSource(config).orElse(kind) : kind;
        Kind blamed = service.filter(AwsFailures::ofRunOutSso).isPresent() ? Kind.SSO : ofSource;
        // A credential process may print anything, so only the parts that are ours or AWS's are repeated.
        String said = service.map(AwsErrors::said).orElse("");
        return failed(SignInKinds.expired(blamed, config, said), thrown);
    }

    /** A token that isn't accepted, or can't be renewed; not a role that may not be had with it. */
    private static boolean ofRunOutSso(AwsServiceException e) {
        return e instanceof SsoException && e.statusCode() == 401
                || e instanceof SsoOidcException && e.statusCode() < 500 && !e.isThrottlingException();
    }

    private static Call call(AwsServiceException e, SharedConfig config) {
        String profile = "profile " + config.profile();
        if (e instanceof SsoException) return new Call("sso:GetRoleCredentials", profile, "aws.profile");
        return config.property("role_arn")
                .map(arn -> new Call("sts:AssumeRole", "role " + arn, "aws.profile"))
                .orElseGet(() -> new Call("sts:GetSessionToken", profile, "aws.profile"));
    }

    /** The cause is for a stack trace only, which may be printed: AWS's words may hold the session that was refused. */
    private static FailureException failed(Failure failure, RuntimeException thrown) {
        return new FailureException(failure, Redaction.of((Throwable) thrown));
    }

    private static Optional<RuntimeException> alreadyOurs(RuntimeException thrown) {
        Optional<FailureException> ours = cause(thrown, FailureException.class);
        if (ours.isPresent()) return Optional.of(ours.get());
        boolean interrupted = Thread.currentThread().isInterrupted()
                || cause(thrown, AbortedException.class).isPresent()
                || cause(thrown, InterruptedException.class).isPresent()
                || cause(thrown, CancellationException.class).isPresent();
        if (!interrupted) return Optional.empty();
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("interrupted while calling AWS");
        cancelled.initCause(Redaction.of((Throwable) thrown));
        return Optional.of(cancelled);
    }

    private Optional<Failure> network(RuntimeException thrown, String host, RegionName region) {
        boolean timedOut = cause(thrown, ApiCallTimeoutException.class).isPresent()
                || cause(thrown, ApiCallAttemptTimeoutException.class).isPresent();
        Optional<IOException> io = cause(thrown, IOException.class).filter(AwsFailures::ofNetwork);
        if (!timedOut && io.isEmpty()) return Optional.empty();
        boolean unknownRegion =
                Region.regions().stream().noneMatch(known -> known.id().equals(region.value()));
        if (unknownRegion && io.filter(UnknownHostException.class::isInstance).isPresent())
            return Optional.of(new Failure.Invalid("aws.region", Fault.of("fault.aws.region.unknown", region), host));
        String said = io.map(e -> e.getClass().getSimpleName() + ": " + Redaction.of(String.valueOf(e.getMessage())))
                .orElse("no answer in time");
        return Optional.of(barrier(thrown, host).failure(host, said));
    }

    /** @param host as an authority, with a port where it is not the usual one */
    private Barrier barrier(Throwable thrown, String host) {
        return Barrier.of(thrown, proxies.to(URI.create("https://" + host)));
    }

    private static boolean ofNetwork(IOException e) {
        return !(e instanceof FileSystemException) && !(e instanceof FileNotFoundException);
    }

    private static String host(Throwable thrown, String otherwise) {
        return cause(thrown, UnknownHostException.class)
                .map(Throwable::getMessage)
                .orElse(otherwise);
    }

    private Failure unexpected(RuntimeException thrown, Call call, String said) {
        String reference = references.next();
        log.error(
                "{}: {} on {} ended in a way that was not foreseen",
                reference,
                call.permission(),
                call.resource(),
                Redaction.of((Throwable) thrown));
        return new Failure.Unexpected(reference, said);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.<Throwable>iterate(thrown, java.util.Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
