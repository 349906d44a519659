package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.MfaCode;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What one code gives: a session, which can't be renewed without another code, or AWS's refusal of it. */
final class MfaSession implements AwsCredentialsProvider {
    private final MfaCode code;
    private final Function<MfaCode, Credentials> ask;
    private final InstantSource clock;
    private volatile @Nullable Credentials session;
    private @Nullable AwsServiceException refusal;

    MfaSession(MfaCode code, Function<MfaCode, Credentials> ask, InstantSource clock) {
        this.code = code;
        this.ask = ask;
        this.clock = clock;
    }

    boolean isOf(MfaCode other) {
        return code.equals(other);
    }

    boolean isGood() {
        Credentials given = session;
        return given != null && clock.instant().isBefore(given.expiration());
    }

    @Override
    public AwsCredentials resolveCredentials() {
        Credentials given = given();
        if (!isGood()) throw new FailureException(new Failure.Expired("sign-in.aws-expired", ""));
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    /** A refused code is not sent again: it is not accepted later either. */
    private synchronized Credentials given() {
        if (refusal != null) throw refusal;
        Credentials given = session;
        if (given != null) return given;
        try {
            given = ask.apply(code);
        } catch (AwsServiceException e) {
            if (e.statusCode() < 500 && !e.isThrottlingException()) refusal = e;
            throw e;
        }
        session = given;
        return given;
    }
}
