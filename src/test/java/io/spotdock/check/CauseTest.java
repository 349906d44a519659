package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.RefusalText.Denial;
import io.spotdock.check.RefusalText.Policy;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.port.Buckets.Located;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts in the shapes that AWS's clients give them, and what they come to. */
class CauseTest {
    private static final AccountId OURS = new AccountId("999888777666");
    private static final RoleArn ROLE = new RoleArn(Partition.AWS, OURS, new RoleName("thoughtspot-s3-upload"));
    private static final Hosting AWS =
            new Hosting.OnAws(new AccountId("123456789012"), new ExternalId("ts-webhook-x7k9m2p4q1"));
    private static final Hosting GCP =
            new Hosting.OnGcp(new ServiceAccountId("115663769112811637952"), GoogleProvider.IN_ACCOUNT);
    private static final String TS = "arn:aws:sts::123456789012:assumed-role/cell-1-coms-lambda-role/cell-1-coms-api";
    private static final String SESSION = "arn:aws:sts::999888777666:assumed-role/thoughtspot-s3-upload/delivery";
    private static final String FILE =
            "arn:aws:s3:::my-company-data-exports/thoughtspot/cluster-1/user-1/org-0/liveboard/report.pdf";
    private static final String KEY = "arn:aws:kms:us-east-1:999888777666:key/0a1b2c3d-1111-2222-3333-444455556666";

    /** A text, and the key of its cause. */
    record Case(String text, String cause) {
        @Override
        public String toString() {
            return cause + ": " + text.substring(0, Math.min(60, text.length()));
        }
    }

    private static String sts(String rest) {
        return "failed to assume role '" + ROLE
                + "': operation error STS: AssumeRole, https response error StatusCode: 403,"
                + " RequestID: 3f0c1a9e-6d0b-4c2e-9f6e-1f0f3c1b2a4d, " + rest
                + ". Ensure the role's trust policy allows ThoughtSpot and the External ID matches";
    }

    private static String web(String rest) {
        return "failed to assume role '" + ROLE
                + "': operation error STS: AssumeRoleWithWebIdentity, https response error"
                + " StatusCode: 400, RequestID: 3f0c1a9e-6d0b-4c2e-9f6e-1f0f3c1b2a4d, " + rest;
    }

    private static String put(int status, String rest) {
        return "operation error S3: PutObject, https response error StatusCode: " + status
                + ", RequestID: 7XK1ZQ9QH2M3N4P5, HostID: aB3+/x9Y8z7W6v5U4t3S2r1Q0p=, api error " + rest;
    }

    private static String denied(String because) {
        return put(
                403,
                "AccessDenied: User: " + SESSION + " is not authorized to perform: s3:PutObject on resource: \"" + FILE
                        + "\" " + because);
    }

    private static String java1(String service, int status, String code, String message) {
        return message + " (Service: " + service + "; Status Code: " + status + "; Error Code: " + code
                + "; Request ID: 4442587FB7D0A2F9; S3 Extended Request ID: abc=; Proxy: null)";
    }

    private static String java2(String service, int status, String message) {
        return message + " (Service: " + service + ", Status Code: " + status
                + ", Request ID: 4442587FB7D0A2F9, Extended Request ID: abc=) (SDK Attempt Count: 1)";
    }

    private static String xml(String code, String message, String more) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message>" + more
                + "<RequestId>656c76696e6727732072657175657374</RequestId><HostId>x=</HostId></Error>";
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        sts("api error AccessDenied: User: " + TS
                                + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE),
                        "cause.external-id.shown"),
                new Case(
                        sts("api error AccessDenied: User: "
                                + "arn:aws:sts::418295724037:assumed-role/cell-coms-lambda-role/cell-coms-api"
                                + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE),
                        "cause.other-account"),
                new Case(
                        sts("api error AccessDenied: User: " + TS
                                + " is not authorized to perform: sts:AssumeRole on resource: "
                                + "arn:aws:iam::999888777666:role/thoughtspot-upload"),
                        "cause.other-role"),
                new Case(
                        sts("api error AccessDenied: User: " + TS + " is not authorized to perform: sts:AssumeRole on"
                                + " resource: " + ROLE + " with an explicit deny in a service control policy"),
                        "cause.scp"),
                new Case(
                        sts("api error AccessDenied: User: " + TS + " is not authorized to perform: sts:AssumeRole on"
                                + " resource: " + ROLE + " with an explicit deny in the role trust policy"),
                        "cause.trust-refuses"),
                new Case(
                        sts("api error AccessDenied: User: " + TS + " is not authorized to perform: sts:AssumeRole on"
                                + " resource: " + ROLE
                                + " because no identity-based policy allows the sts:AssumeRole action"),
                        "cause.their-policy"),
                new Case(
                        sts(
                                "RegionDisabledException: STS is not activated in this region for account:999888777666. Your"
                                        + " account administrator can activate STS in this region using the IAM Console"),
                        "cause.sts-region"),
                new Case(
                        sts(
                                "api error ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for"
                                        + " this role"),
                        "cause.duration"),
                new Case(sts("api error ValidationError: arn:aws:iam::99:role/x is invalid"), "cause.role-arn"),
                new Case(
                        sts("api error InvalidClientTokenId: The security token included in the request is invalid"),
                        "cause.their-keys"),
                new Case(
                        sts("api error SignatureDoesNotMatch: Signature expired: 20260803T100000Z is now earlier than"
                                + " 20260803T102000Z (20260803T103500Z - 15 min.)"),
                        "cause.clock"),
                new Case(sts("api error Throttling: Rate exceeded"), "cause.throttled"),
                new Case(
                        "operation error STS: AssumeRole, https response error StatusCode: 0, RequestID: , request send"
                                + " failed, Post \"https://sts.us-east-1.amazonaws.com/\": dial tcp: lookup"
                                + " sts.us-east-1.amazonaws.com: no such host",
                        "cause.unreachable"),
                new Case(
                        java2(
                                "Sts",
                                403,
                                "User: " + TS + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE),
                        "cause.external-id.shown"),
                new Case(
                        java1(
                                "AWSSecurityTokenService",
                                403,
                                "AccessDenied",
                                "User: " + TS + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE),
                        "cause.external-id.shown"),
                new Case(
                        "An error occurred (AccessDenied) when calling the AssumeRole operation: User: " + TS
                                + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE,
                        "cause.external-id.shown"),
                new Case(
                        denied("because no identity-based policy allows the s3:PutObject action"),
                        "cause.upload-denied"),
                new Case(denied("with an explicit deny in a resource-based policy"), "cause.bucket-policy"),
                new Case(denied("with an explicit deny in an identity-based policy"), "cause.role-refuses"),
                new Case(denied("with an explicit deny in a service control policy"), "cause.scp"),
                new Case(denied("with an explicit deny in a resource control policy"), "cause.rcp"),
                new Case(denied("because no permissions boundary allows the s3:PutObject action"), "cause.boundary"),
                new Case(denied("because no session policy allows the s3:PutObject action"), "cause.session"),
                new Case(denied("because no VPC endpoint policy allows the s3:PutObject action"), "cause.endpoint"),
                new Case(
                        denied("because no identity-based policy allows the s3:PutObject action")
                                .replace("/thoughtspot/", "/elsewhere/"),
                        "cause.other-prefix"),
                new Case(
                        denied("because no identity-based policy allows the s3:PutObject action")
                                .replace("my-company-data-exports", "my-company-exports"),
                        "cause.other-bucket"),
                new Case(put(403, "AccessDenied: Access Denied"), "cause.upload-denied"),
                new Case(xml("AccessDenied", "Access Denied", ""), "cause.upload-denied"),
                new Case(
                        xml(
                                "AccessDenied",
                                "User: " + SESSION + " is not authorized to perform: s3:PutObjectAcl on"
                                        + " resource: &quot;" + FILE
                                        + "&quot; because no identity-based policy allows the s3:PutObjectAcl"
                                        + " action",
                                ""),
                        "cause.acl-denied"),
                new Case(put(404, "NoSuchBucket: The specified bucket does not exist"), "cause.no-bucket"),
                new Case(
                        java1("Amazon S3", 404, "NoSuchBucket", "The specified bucket does not exist"),
                        "cause.no-bucket"),
                new Case(
                        put(
                                301,
                                "PermanentRedirect: The bucket you are attempting to access must be addressed using the"
                                        + " specified endpoint. Please send all future requests to this endpoint."),
                        "cause.region"),
                new Case(
                        xml(
                                "AuthorizationHeaderMalformed",
                                "The authorization header is malformed; the region"
                                        + " 'us-east-1' is wrong; expecting 'eu-west-1'",
                                "<Region>eu-west-1</Region>"),
                        "cause.region.named"),
                new Case(put(400, "AccessControlListNotSupported: The bucket does not allow ACLs"), "cause.acl"),
                new Case(
                        "operation error S3: PutObject, https response error StatusCode: 400, RequestID: 7XK1,"
                                + " HostID: aB3=, InvalidRequest: Content-MD5 OR x-amz-checksum- HTTP header is required for Put"
                                + " Object requests with Object Lock parameters",
                        "cause.checksum"),
                new Case(
                        put(
                                403,
                                "AccessDenied: User: " + SESSION + " is not authorized to perform:"
                                        + " kms:GenerateDataKey on resource: " + KEY
                                        + " because no resource-based policy allows the"
                                        + " kms:GenerateDataKey action"),
                        "cause.kms"),
                new Case(put(400, "KMS.DisabledException: " + KEY + " is disabled."), "cause.kms-disabled"),
                new Case(
                        put(400, "KMS.KMSInvalidStateException: " + KEY + " is pending deletion."),
                        "cause.kms-deleted"),
                new Case(put(400, "KMS.NotFoundException: Key '" + KEY + "' does not exist"), "cause.kms-missing"),
                new Case(
                        put(
                                403,
                                "RequestTimeTooSkewed: The difference between the request time and the current time is too"
                                        + " large."),
                        "cause.clock"),
                new Case(put(400, "ExpiredToken: The provided token has expired."), "cause.expired"),
                new Case(
                        put(400, "EntityTooLarge: Your proposed upload exceeds the maximum allowed size"),
                        "cause.too-large"),
                new Case(put(503, "SlowDown: Please reduce your request rate."), "cause.throttled"),
                new Case(
                        put(500, "InternalError: We encountered an internal error. Please try again."),
                        "cause.aws-trouble"),
                new Case(
                        put(403, "AccessDenied: Bucket is requester pays bucket, x-amz-request-payer is missing"),
                        "cause.requester-pays"),
                new Case(put(400, "KeyTooLongError: Your key is too long"), "cause.key-too-long"),
                new Case(put(403, "AllAccessDisabled: All access to this object has been disabled"), "cause.account"),
                new Case(put(405, "MethodNotAllowed: The specified method is not allowed"), "cause.unknown.code"),
                new Case("", "cause.unknown"),
                new Case("panic: runtime error", "cause.unknown"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachTextComesToItsCause(Case each) {
        Cause cause = Cause.of(each.text(), known(AWS));
        assertThat(cause.evidence().key()).isEqualTo(each.cause());
        Texts texts = new Texts(Locale.ENGLISH);
        assertThat(texts.has(cause.evidence().key()) && texts.has(cause.remedy().key()))
                .isTrue();
        assertThat(texts.of(cause.evidence())).doesNotContain("{");
        // Advice is ours alone: nothing that an error names is in it.
        assertThat(cause.remedy().arguments()).isEmpty();
    }

    static Stream<Case> googleCases() {
        return Stream.of(
                new Case(
                        web("InvalidIdentityToken: No OpenIDConnect provider found in your account for"
                                + " https://accounts.google.com"),
                        "cause.provider-missing"),
                new Case(web("InvalidIdentityToken: Incorrect token audience"), "cause.audience"),
                new Case(
                        web("InvalidIdentityToken: OpenIDConnect provider's HTTPS certificate doesn't match configured"
                                + " thumbprint"),
                        "cause.thumbprint"),
                new Case(
                        web("InvalidIdentityToken: Couldn't retrieve verification key from your identity provider"),
                        "cause.provider-silent"),
                new Case(
                        web("ExpiredTokenException: Token expired: current date/time 1785750000 must be before the"
                                + " expiration date/time1785740000"),
                        "cause.expired"),
                new Case(
                        web("api error AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity"),
                        "cause.assume-gcp"));
    }

    @ParameterizedTest
    @MethodSource("googleCases")
    void aTokenOfGoogleIsRefusedForItsOwnReasons(Case each) {
        assertThat(Cause.of(each.text(), known(GCP)).evidence().key()).isEqualTo(each.cause());
    }

    @Test
    void everyPartOfAnErrorIsTakenApart() {
        RefusalText text = RefusalText.of(denied("with an explicit deny in a resource-based policy"));
        assertThat(text.service()).contains("S3");
        assertThat(text.operation()).contains("PutObject");
        assertThat(text.status()).contains(403);
        assertThat(text.code()).contains("AccessDenied");
        assertThat(text.requestId()).contains("7XK1ZQ9QH2M3N4P5");
        assertThat(text.principal()).contains(SESSION);
        assertThat(text.account()).contains("999888777666");
        assertThat(text.action()).contains("s3:PutObject");
        assertThat(text.resource()).contains(FILE);
        assertThat(text.denial()).contains(new Denial(true, Policy.RESOURCE));

        RefusalText other = RefusalText.of(java1(
                "AWSSecurityTokenService",
                403,
                "AccessDenied",
                "User: " + TS + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE));
        assertThat(other.service()).contains("STS");
        assertThat(other.code()).contains("AccessDenied");
        assertThat(other.requestId()).contains("4442587FB7D0A2F9");
        assertThat(other.resource()).contains(ROLE.toString());
        assertThat(other.denial()).isEmpty();
    }

    @Test
    void whatTheErrorNamesStandsInTheEvidence() {
        assertThat(Cause.of(denied("because no permissions boundary allows the s3:PutObject action"), known(AWS))
                        .evidence()
                        .arguments())
                .containsExactly("s3:PutObject", FILE, SESSION);
        assertThat(Cause.of(
                                put(
                                        403,
                                        "AccessDenied: User: " + SESSION + " is not authorized to perform:"
                                                + " kms:GenerateDataKey on resource: " + KEY),
                                known(AWS))
                        .evidence()
                        .arguments())
                .containsExactly("kms:GenerateDataKey", KEY);
    }

    @Test
    void theTrustPolicyTellsWhatARefusalKeepsToItself() {
        String refused = sts("api error AccessDenied: User: " + TS
                + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE);
        assertThat(key(refused, trusting(AWS, "TS-webhook-X7k9m2p4q1"))).isEqualTo("cause.external-id.case");
        assertThat(key(refused, trusting(AWS, "another-id"))).isEqualTo("cause.external-id.differs");
        assertThat(key(refused, registered(trusting(AWS, "another-id"), Optional.empty())))
                .isEqualTo("cause.external-id.none");
        Hosting stranger = new Hosting.OnAws(new AccountId("111122223333"), new ExternalId("ts-webhook-x7k9m2p4q1"));
        assertThat(key(refused, with(known(AWS), Optional.of(trust(stranger)), Optional.empty())))
                .isEqualTo("cause.trust-account");
        assertThat(key(refused, with(known(AWS), Optional.empty(), Optional.empty())))
                .isEqualTo("cause.assume-aws");
    }

    @Test
    void onGoogleCloudTheTrustPolicyTellsToo() {
        String refused = web("api error AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity");
        Hosting other = new Hosting.OnGcp(new ServiceAccountId("100000000000000000001"), GoogleProvider.IN_ACCOUNT);
        assertThat(key(refused, with(known(GCP), Optional.of(trust(AWS)), Optional.empty())))
                .isEqualTo("cause.federated");
        assertThat(key(refused, with(known(GCP), Optional.of(trust(other)), Optional.empty())))
                .isEqualTo("cause.subject");
        PolicyDocument audience = policy("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
                  "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {
                  "accounts.google.com:sub": "115663769112811637952", "accounts.google.com:aud": "1"}}}]}""");
        assertThat(key(refused, with(known(GCP), Optional.of(audience), Optional.empty())))
                .isEqualTo("cause.trust-audience");
    }

    @Test
    void theStatementOfTheBucketPolicyIsNamed() {
        PolicyDocument refusing = policy("""
                {"Version": "2012-10-17", "Statement": [{"Sid": "OnlyTheTeam", "Effect": "Deny", "Principal": "*",
                  "Action": "s3:PutObject", "Resource": "arn:aws:s3:::my-company-data-exports/*"}]}""");
        Circumstances known = with(known(AWS), Optional.empty(), Optional.of(refusing));
        for (String said : List.of(
                denied("with an explicit deny in a resource-based policy"), put(403, "AccessDenied: Access Denied")))
            assertThat(Cause.of(said, known).evidence().arguments()).startsWith("OnlyTheTeam");
    }

    @Test
    void aJobNamesTheStepThatFailed() {
        assertThat(Cause.ofJob(
                                "STORAGE_FILE_UPLOAD_CHECK (bucket: my-webhook-files): "
                                        + put(404, "NoSuchBucket: The specified bucket does not exist"),
                                known(AWS))
                        .evidence()
                        .key())
                .isEqualTo("cause.no-bucket");
        assertThat(Cause.ofJob("HTTP_CONNECTION_CHECK: answered with HTTP status 503", known(AWS))
                        .evidence())
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("cause.receiver"))
                .satisfies(fault -> assertThat(fault.arguments()).containsExactly("503"));
        assertThat(Cause.ofJob("HTTP_CONNECTION_CHECK: Read timed out", known(AWS))
                        .evidence()
                        .key())
                .isEqualTo("cause.receiver.silent");
        assertThat(Cause.ofJob(
                                "STORAGE_FILE_UPLOAD_CHECK (bucket: b): "
                                        + denied("because no session policy allows the" + " s3:PutObject action")
                                        + "; HTTP_CONNECTION_CHECK: Connection refused",
                                known(AWS))
                        .evidence()
                        .key())
                .isEqualTo("cause.session");
    }

    @Test
    void anyTextAtAllComesToSomething() {
        for (Case each : cases().toList())
            for (int end = 0; end < each.text().length(); end += 7) {
                Cause cause = Cause.ofJob(each.text().substring(0, end), known(AWS));
                assertThat(cause.remedy().arguments()).isEmpty();
            }
    }

    private static String key(String said, Circumstances known) {
        return Cause.of(said, known).evidence().key();
    }

    private static PolicyDocument trust(Hosting hosting) {
        return ThoughtSpotPolicies.trust(hosting, Partition.AWS, OURS);
    }

    private static Circumstances trusting(Hosting hosting, String externalId) {
        Hosting.OnAws aws = (Hosting.OnAws) hosting;
        return with(
                known(hosting),
                Optional.of(trust(new Hosting.OnAws(aws.account(), new ExternalId(externalId)))),
                Optional.empty());
    }

    private static PolicyDocument policy(String json) {
        try {
            return PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Circumstances known(Hosting hosting) {
        Optional<ExternalId> id =
                hosting instanceof Hosting.OnAws aws ? Optional.of(aws.externalId()) : Optional.empty();
        return new Circumstances(
                hosting,
                ROLE,
                false,
                false,
                new Located(new BucketName("my-company-data-exports"), new RegionName("us-east-1"), OURS),
                new KeyPrefix("thoughtspot/"),
                Optional.of(trust(hosting)),
                Optional.empty(),
                Optional.of(storage(id)));
    }

    private static StorageDestination storage(Optional<ExternalId> id) {
        return new StorageDestination(
                "my-company-data-exports", "us-east-1", ROLE.toString(), id, new KeyPrefix("thoughtspot/"));
    }

    private static Circumstances with(
            Circumstances of, Optional<PolicyDocument> trust, Optional<PolicyDocument> bucketPolicy) {
        return new Circumstances(
                of.hosting(), of.role(), false, false, of.bucket(), of.prefix(), trust, bucketPolicy, of.registered());
    }

    private static Circumstances registered(Circumstances of, Optional<ExternalId> id) {
        return new Circumstances(
                of.hosting(),
                of.role(),
                false,
                false,
                of.bucket(),
                of.prefix(),
                of.trust(),
                of.bucketPolicy(),
                Optional.of(storage(id)));
    }
}
