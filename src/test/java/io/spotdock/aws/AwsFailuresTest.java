package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.network.Proxies;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Cloud;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What AWS's refusals and silences turn into; every one of them over the wire. */
class AwsFailuresTest {
    private static final RoleName ROLE = new RoleName("thoughtspot-s3-upload");
    private static final Located BUCKET =
            new Located(new BucketName("acme-reports"), StubAws.REGION, new AccountId("999888777666"));

    private static Failure iam(Answer answer) {
        try (StubAws aws = StubAws.always(answer)) {
            Cloud cloud = aws.cloud();
            return failure(() -> cloud.roles().delete(ROLE));
        }
    }

    private static Failure s3(Answer answer) {
        try (StubAws aws = StubAws.always(answer)) {
            Cloud cloud = aws.cloud();
            return failure(() -> cloud.buckets().delete(BUCKET));
        }
    }

    @Test
    void aDenialNamesWhatAwsNames() {
        String said =
                "User: arn:aws:iam::999888777666:user/lee is not authorized to perform: iam:DeleteRole on resource:"
                        + " role thoughtspot-s3-upload because no identity-based policy allows the iam:DeleteRole action";
        assertThat(iam(StubAws.queryError(403, "AccessDenied", said)))
                .isEqualTo(new Failure.Denied(
                        "iam:DeleteRole",
                        "role thoughtspot-s3-upload",
                        "arn:aws:iam::999888777666:user/lee",
                        "AccessDenied: " + said + " (request req-1)"));
    }

    @Test
    void aDenialOfS3NamesTheArnWithoutItsQuotes() {
        String said =
                "User: arn:aws:sts::999888777666:assumed-role/Ops/lee is not authorized to perform: s3:DeleteBucket"
                        + " on resource: \"arn:aws:s3:::acme-reports\" with an explicit deny in a service control policy";
        assertThat(s3(StubAws.s3Error(403, "AccessDenied", said))).isInstanceOfSatisfying(Failure.Denied.class, d -> {
            assertThat(d.resource()).isEqualTo("arn:aws:s3:::acme-reports");
            assertThat(d.principal()).isEqualTo("arn:aws:sts::999888777666:assumed-role/Ops/lee");
            assertThat(d.said()).contains("service control policy");
        });
    }

    @Test
    void aDenialThatNamesNothingTellsWhatWasAsked() {
        assertThat(s3(StubAws.s3Error(403, "AccessDenied", "Access Denied")))
                .isInstanceOfSatisfying(Failure.Denied.class, d -> {
                    assertThat(d.action()).isEqualTo("s3:DeleteBucket");
                    assertThat(d.resource()).isEqualTo("bucket acme-reports");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchEntity, Missing",
        "409, EntityAlreadyExists, AlreadyThere",
        "409, DeleteConflict, Conflict",
        "409, LimitExceeded, Conflict",
        "400, UnmodifiableEntity, Conflict",
        "409, ConcurrentModification, NotVisibleYet",
        "400, MalformedPolicyDocument, Invalid",
        "400, ValidationError, Invalid",
        "400, Throttling, Throttled",
        "400, RequestLimitExceeded, Throttled",
        "403, ExpiredToken, Expired",
        "403, InvalidClientTokenId, Expired",
        "403, SignatureDoesNotMatch, Expired",
        "500, ServiceFailure, Unreachable",
        "503, ServiceUnavailable, Unreachable",
        "403, AnythingNew, Denied",
        "418, AnythingNew, Unexpected",
    })
    void anErrorOfIamIsMapped(int status, String code, String kind) {
        assertThat(iam(StubAws.queryError(status, code, "Told.")).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket, Missing",
        "409, BucketAlreadyOwnedByYou, AlreadyThere",
        "409, BucketNotEmpty, Conflict",
        "409, OperationAborted, NotVisibleYet",
        "400, AccessControlListNotSupported, Conflict",
        "400, MalformedPolicy, Invalid",
        "400, IllegalLocationConstraintException, Invalid",
        "301, PermanentRedirect, Invalid",
        "400, ExpiredToken, Expired",
        "403, InvalidAccessKeyId, Expired",
        "403, RequestTimeTooSkewed, Invalid",
        "503, SlowDown, Throttled",
        "429, TooManyRequests, Throttled",
        "500, InternalError, Unreachable",
    })
    void anErrorOfS3IsMapped(int status, String code, String kind) {
        assertThat(s3(StubAws.s3Error(status, code, "Told.")).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void aBucketNameThatAnotherAccountHasIsCalledTaken() {
        assertThat(s3(StubAws.s3Error(409, "BucketAlreadyExists", "Taken.")))
                .isInstanceOfSatisfying(
                        Failure.Conflict.class,
                        c -> assertThat(c.evidence()).isEqualTo(Fault.of("fault.bucket.taken", "acme-reports")));
    }

    @Test
    void aPrincipalThatAwsDoesNotKnowMayOnlyBeTooNew() {
        assertThat(iam(StubAws.queryError(
                        400,
                        "MalformedPolicyDocument",
                        "Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:role/new\"")))
                .isInstanceOf(Failure.NotVisibleYet.class)
                .matches(Failure::retriable);
    }

    @Test
    void aTrustPolicyWithoutTheConditionAnIdentityProviderNeedsIsToldWhichOne() {
        assertThat(iam(StubAws.queryError(
                        400,
                        "MalformedPolicyDocument",
                        "The trust policy must contain a condition on accounts.google.com:sub")))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        i -> assertThat(i.fault())
                                .isEqualTo(Fault.of(
                                        "fault.policy.condition-missing",
                                        "thoughtspot-s3-upload",
                                        "accounts.google.com:sub")));
    }

    @Test
    void aClockThatIsFastIsToldByHowManyMinutes() {
        assertThat(iam(StubAws.queryError(
                        403,
                        "SignatureDoesNotMatch",
                        "Signature not yet current: 20260101T122100Z is still later than 20260101T121500Z"
                                + " (20260101T120000Z + 15 min.)")))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class, i -> assertThat(i.fault()).isEqualTo(Fault.of("fault.clock-skew", 21)));
    }

    @Test
    void s3TellsTheTimeOnlyInTheDateOfItsAnswer() {
        InstantSource threeHoursFast = () -> Instant.now().plus(Duration.ofHours(3));
        try (StubAws aws = StubAws.always(StubAws.s3Error(403, "RequestTimeTooSkewed", "Told."))) {
            Cloud cloud = new AwsConnector(aws.environment(), Path.of("none"), threeHoursFast, StubAws.impatient())
                    .connect(Optional.empty(), StubAws.REGION);
            assertThat(failure(() -> cloud.buckets().delete(BUCKET)))
                    .isInstanceOfSatisfying(
                            Failure.Invalid.class,
                            i -> assertThat(Integer.parseInt(
                                            i.fault().arguments().getFirst()))
                                    .isBetween(179, 181));
        }
    }

    @Test
    void aThrottledCallIsMadeThreeTimesAndNoMore() {
        try (StubAws aws = StubAws.always(StubAws.queryError(400, "Throttling", "Rate exceeded"))) {
            Cloud cloud = aws.cloud();
            assertThat(failure(() -> cloud.tokens().whoAmI())).isInstanceOf(Failure.Throttled.class);
            assertThat(aws.seen()).hasSize(3);
        }
    }

    @Test
    void aDroppedConnectionIsUnreachable() {
        assertThat(iam(Answer.dropped()))
                .isInstanceOfSatisfying(
                        Failure.Unreachable.class, u -> assertThat(u.host()).startsWith("127.0.0.1:"));
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + port, "AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b");
        Cloud cloud = StubAws.connector(environment, Path.of("none")).connect(Optional.empty(), StubAws.REGION);
        assertThat(failure(() -> cloud.tokens().whoAmI())).isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void aRegionThatHasNoAddressIsAWrongRegionAndNotANetworkFault() {
        AwsFailures failures = new AwsFailures(
                InstantSource.system(), new References(), new Proxies(Map.of(), ProxySelector.of(null)));
        Call call = new Call("sts:GetCallerIdentity", "AWS account", "aws.profile");
        SdkClientException unknown =
                SdkClientException.create("no", new UnknownHostException("sts.eu-nowhere-9.amazonaws.com"));
        assertThat(failures.of(unknown, call, "sts.eu-nowhere-9.amazonaws.com", new RegionName("eu-nowhere-9")))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Invalid.class,
                                        i -> assertThat(i.fault())
                                                .isEqualTo(Fault.of("fault.aws.region.unknown", "eu-nowhere-9"))));
        assertThat(failures.of(unknown, call, "h", StubAws.REGION))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
    }

    @Test
    void anInterruptedCallIsCancelledAndTheThreadStaysInterrupted() {
        try (StubAws aws = StubAws.always(StubAws.admin())) {
            Cloud cloud = aws.cloud();
            Thread.currentThread().interrupt();
            Throwable thrown = catchThrowable(() -> cloud.tokens().whoAmI());
            boolean stays = Thread.interrupted();
            assertThat(thrown).isInstanceOf(CancellationException.class);
            assertThat(stays).isTrue();
        }
    }

    @Test
    void theRequestThatAwsRepeatsInARefusalIsRepeatedNowhere() {
        String said = "The request signature we calculated does not match the signature you provided.\n\n"
                + "The Canonical String for this request should have been\n'POST\n/\n\nx-amz-security-token:TOPSECRET'";
        assertThat(iam(StubAws.queryError(403, "SignatureDoesNotMatch", said)).toString())
                .contains("does not match")
                .doesNotContain("TOPSECRET");
    }

    /** Several threads may log. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }

    @Test
    void anUnforeseenErrorIsLoggedUnderItsReferenceWithoutSecrets() {
        Logger logger = (Logger) LoggerFactory.getLogger(AwsFailures.class);
        Heard logged = new Heard();
        logged.start();
        logger.addAppender(logged);
        logger.setAdditive(false);
        try {
            Failure failure = iam(StubAws.queryError(
                    418, "Teapot", "see https://x/?X-Amz-Signature=TOPSECRET&amp;X-Amz-Security-Token=TOPSECRET"));
            assertThat(failure).isInstanceOfSatisfying(Failure.Unexpected.class, u -> {
                // Other tests, at the same time, have their own errors.
                ILoggingEvent event = logged.events.stream()
                        .filter(each -> each.getFormattedMessage().contains(u.reference()))
                        .findFirst()
                        .orElseThrow();
                assertThat(event.getFormattedMessage()).contains("iam:DeleteRole");
                String trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
                assertThat(trace).contains("X-Amz-Signature=[hidden]").doesNotContain("TOPSECRET");
                assertThat(u.said()).contains("Teapot").doesNotContain("TOPSECRET");
            });
        } finally {
            logger.detachAppender(logged);
            logger.setAdditive(true);
        }
    }

    @Test
    void theFailuresTextIsNotInTheExceptionsMessage() {
        Map<String, String> more = new HashMap<>();
        more.put("AWS_SESSION_TOKEN", "TOPSECRET");
        try (StubAws aws = StubAws.always(StubAws.queryError(403, "AccessDenied", "no"))) {
            Cloud cloud =
                    StubAws.connector(aws.environment(more), Path.of("none")).connect(Optional.empty(), StubAws.REGION);
            assertThat(catchThrowable(() -> cloud.tokens().whoAmI()))
                    .hasMessage("Denied")
                    .hasStackTraceContaining("Denied")
                    .extracting(Throwable::toString)
                    .asString()
                    .doesNotContain("TOPSECRET");
        }
    }
}
