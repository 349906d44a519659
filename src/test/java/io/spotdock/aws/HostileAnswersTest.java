package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.Mutations;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Cloud;
import io.spotdock.port.EventLog.Way;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** AWS's answers, spoilt: whatever comes, a call ends in a value or a failure, and in bearable time. */
@FuzzTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileAnswersTest {
    private static final String TARGET = "AWS's answers";
    private static final RoleName ROLE = new RoleName("Reports");
    private static final AccountId ACCOUNT = new AccountId("999888777666");
    private static final Located BUCKET = new Located(new BucketName("acme-reports"), StubAws.REGION, ACCOUNT);
    private static final KmsKeyArn KEY =
            new KmsKeyArn("arn:aws:kms:eu-central-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
    private static final String ENCODED =
            URLEncoder.encode(POLICY, StandardCharsets.UTF_8).replace("+", "%20");
    private static final String ARN = "arn:aws:iam::999888777666:role/data/Reports";

    /** A good answer, and what is asked. */
    private record Reading(String good, Function<Cloud, Object> call) {
        String type() {
            return good.startsWith("<") ? "text/xml" : "application/x-amz-json-1.1";
        }
    }

    private static final List<Reading> READINGS = List.of(
            xml(
                    "GetCallerIdentity",
                    "<Arn>arn:aws:iam::999888777666:user/ada</Arn><UserId>A</UserId><Account>999888777666</Account>",
                    cloud -> cloud.tokens().whoAmI()),
            xml(
                    "GetRole",
                    "<Role><Path>/data/</Path><RoleName>Reports</RoleName><RoleId>AROA</RoleId><Arn>" + ARN
                            + "</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>" + ENCODED
                            + "</AssumeRolePolicyDocument><Description>d</Description><MaxSessionDuration>3600"
                            + "</MaxSessionDuration><PermissionsBoundary><PermissionsBoundaryArn>arn:aws:iam::999888777666:policy/b"
                            + "</PermissionsBoundaryArn></PermissionsBoundary><Tags><member><Key>k</Key><Value>v</Value></member>"
                            + "</Tags><RoleLastUsed><LastUsedDate>2026-01-01T00:00:00Z</LastUsedDate><Region>us-east-1</Region>"
                            + "</RoleLastUsed></Role>",
                    cloud -> cloud.roles().find(ROLE)),
            xml(
                    "ListAttachedRolePolicies",
                    "<AttachedPolicies><member><PolicyName>p</PolicyName><PolicyArn>arn:aws:iam::aws:policy/p</PolicyArn>"
                            + "</member></AttachedPolicies><IsTruncated>false</IsTruncated>",
                    cloud -> cloud.roles().attachedPolicies(ROLE)),
            xml(
                    "ListRoles",
                    "<Roles><member><Arn>" + ARN + "</Arn><AssumeRolePolicyDocument>" + ENCODED
                            + "</AssumeRolePolicyDocument></member></Roles><IsTruncated>false</IsTruncated>",
                    cloud -> cloud.roles().trusting("accounts.google.com")),
            xml(
                    "GetOpenIDConnectProvider",
                    "<Url>accounts.google.com</Url><ClientIDList><member>1</member></ClientIDList><Tags><member><Key>k</Key>"
                            + "<Value>v</Value></member></Tags>",
                    cloud -> cloud.identityProviders().find(Partition.AWS, ACCOUNT)),
            s3(
                    "<ListBucketResult><Name>b</Name><IsTruncated>false</IsTruncated><Contents><Key>a/b</Key><Size>5</Size>"
                            + "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents></ListBucketResult>",
                    cloud -> cloud.objects().recent(BUCKET, KeyPrefix.NONE, Instant.EPOCH, 100)),
            s3(
                    "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a/b</Key><Size>5</Size></Contents>"
                            + "</ListBucketResult>",
                    cloud -> cloud.objects().list(BUCKET, KeyPrefix.NONE, 100)),
            s3(
                    "<AccessControlPolicy><Owner><ID>o</ID></Owner><AccessControlList><Grant><Grantee/><Permission>READ"
                            + "</Permission></Grant></AccessControlList></AccessControlPolicy>",
                    cloud -> cloud.objects().ownerOf(BUCKET, new ObjectKey("a"))),
            s3(
                    "<LifecycleConfiguration><Rule><ID>r</ID><Filter><And><Prefix>tmp/</Prefix></And></Filter><Status>Enabled"
                            + "</Status><Expiration><Days>30</Days></Expiration></Rule><Rule><Prefix/><Status>Enabled</Status>"
                            + "<Expiration><Date>2027-01-31T00:00:00.000Z</Date></Expiration></Rule></LifecycleConfiguration>",
                    cloud -> cloud.buckets().expirations(BUCKET)),
            s3(
                    "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>"
                            + "<Mode>COMPLIANCE</Mode><Years>1</Years></DefaultRetention></Rule></ObjectLockConfiguration>",
                    cloud -> cloud.buckets().objectLock(BUCKET)),
            s3(
                    "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
                    cloud -> cloud.buckets().versioning(BUCKET)),
            s3(
                    "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms"
                            + "</SSEAlgorithm><KMSMasterKeyID>" + KEY
                            + "</KMSMasterKeyID></ApplyServerSideEncryptionByDefault>"
                            + "</Rule></ServerSideEncryptionConfiguration>",
                    cloud -> cloud.buckets().encryption(BUCKET)),
            s3(
                    "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true"
                            + "</IgnorePublicAcls></PublicAccessBlockConfiguration>",
                    cloud -> cloud.buckets().unblocked(BUCKET)),
            s3(
                    "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>",
                    cloud -> cloud.buckets().ownership(BUCKET)),
            s3(
                    "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>",
                    cloud -> cloud.buckets().tags(BUCKET)),
            s3(POLICY, cloud -> cloud.buckets().policy(BUCKET)),
            s3(
                    "<ListAllMyBucketsResult><Buckets><Bucket><Name>acme-reports</Name></Bucket></Buckets></ListAllMyBucketsResult>",
                    cloud -> cloud.buckets().list()),
            s3(
                    "{\"KeyMetadata\": {\"KeyId\": \"k\", \"Arn\": \"" + KEY
                            + "\", \"KeyState\": \"Enabled\", \"KeyManager\": \"CUSTOMER\"}}",
                    cloud -> cloud.keys().look(KEY)),
            s3(
                    "{\"Grants\": [{\"GranteePrincipal\": \"" + ARN
                            + "\", \"Operations\": [\"Decrypt\", \"GenerateDataKey\"]}], \"Truncated\": false}",
                    cloud -> cloud.keys().grants(KEY)),
            s3(
                    "{\"Events\": [{\"CloudTrailEvent\": \"{\\\"eventID\\\":\\\"1\\\",\\\"eventTime\\\":\\\"2026-01-01T00:00:00Z\\\","
                            + "\\\"eventSource\\\":\\\"sts.amazonaws.com\\\",\\\"eventName\\\":\\\"AssumeRole\\\","
                            + "\\\"userIdentity\\\":{\\\"type\\\":\\\"AWSAccount\\\",\\\"accountId\\\":\\\"123456789012\\\"},"
                            + "\\\"requestParameters\\\":{\\\"roleArn\\\":\\\"" + ARN + "\\\"}}\"}]}",
                    cloud -> cloud.events().attempts(RoleArn.parse(ARN).good().orElseThrow(), Way.ACCOUNT, 3)));

    private static Reading xml(String operation, String result, Function<Cloud, Object> call) {
        return new Reading(
                "<" + operation + "Response><" + operation + "Result>" + result + "</" + operation + "Result></"
                        + operation + "Response>",
                call);
    }

    private static Reading s3(String good, Function<Cloud, Object> call) {
        return new Reading(good, call);
    }

    private static Answer answer(int status, Reading reading, String body) {
        return new Answer(status, Map.of("Content-Type", reading.type()), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers one thing for as long as it is set. */
    private static final class Once implements AutoCloseable {
        private final AtomicReference<Answer> next = new AtomicReference<>();
        private final StubAws aws = new StubAws(_ -> next.get());
        private final Cloud cloud = aws.cloud();

        Object ask(Reading reading, Answer answer) {
            next.set(answer);
            return reading.call().apply(cloud);
        }

        @Override
        public void close() {
            aws.close();
        }
    }

    @Test
    void theAnswersAreGoodToBeginWith() {
        try (Once aws = new Once()) {
            for (Reading reading : READINGS)
                assertThat(aws.ask(reading, answer(200, reading, reading.good())))
                        .as(reading.good())
                        .isNotNull();
        }
    }

    @Test
    void everySpoiltAnswerEndsInAValueOrAFailure(Fuzz fuzz) {
        int[] ends = new int[2];
        try (Once aws = new Once()) {
            fuzz.run(TARGET, 2_000, random -> {
                Reading reading = READINGS.get(random.nextInt(READINGS.size()));
                int status = random.nextInt(4) == 0 ? new Mutations(random).status() : 200;
                try {
                    aws.ask(
                            reading,
                            answer(status, reading, status == 204 || status == 304 ? "" : spoilt(reading, random)));
                    ends[0]++;
                } catch (FailureException e) {
                    ends[1]++;
                }
            });
        }
        assertThat(ends).doesNotContain(0);
    }

    private static final List<String> TRICKS = List.of(
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "&x;",
            "&#0;",
            "&#x202e;",
            "<![CDATA[",
            "]]>",
            "<?x y?>",
            "<!--",
            "xmlns:a=\"b\"",
            "-1",
            "9".repeat(40),
            "true",
            "2026-13-45T99:00:00Z",
            "\u0000",
            "<a>".repeat(50),
            "%00",
            "%");

    private static String spoilt(Reading reading, Random random) {
        Mutations mutations = new Mutations(random);
        if (!reading.good().startsWith("<")) return mutations.mutate(reading.good());
        return switch (random.nextInt(4)) {
            // A value in place of another, an element less, an element twice: what stays well-formed goes deepest.
            case 0 ->
                replaced(
                        reading.good(),
                        ">[^<>]+<",
                        ">" + trick(random).replace("<", "&lt;").replace("&x;", "") + "<",
                        random);
            case 1 -> replaced(reading.good(), "<(\\w+)>[^<>]*</\\1>", random.nextBoolean() ? "" : "$0$0", random);
            case 2 ->
                new StringBuilder(reading.good())
                        .insert(random.nextInt(reading.good().length()), trick(random))
                        .toString();
            default -> mutations.text(reading.good());
        };
    }

    private static String trick(Random random) {
        return TRICKS.get(random.nextInt(TRICKS.size()));
    }

    private static String replaced(String text, String pattern, String by, Random random) {
        String[] parts = text.split("(?=" + pattern + ")", -1);
        int at = random.nextInt(parts.length);
        parts[at] =
                parts[at].replaceFirst(pattern, by.equals("$0$0") ? by : java.util.regex.Matcher.quoteReplacement(by));
        return String.join("", parts);
    }

    @Test
    void entitiesAreNotReadAndBlowUpNothing(Fuzz fuzz, @TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cr3t-on-this-computer");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE z [<!ENTITY a \"ha\">");
        for (char c = 'b'; c <= 'p'; c++)
            laughs.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        String external = "<!DOCTYPE z [<!ENTITY p SYSTEM \"" + secret.toUri() + "\">";
        try (Once aws = new Once()) {
            for (String head : List.of(laughs + "]>", external + "]>"))
                for (Reading reading : READINGS) {
                    if (!reading.good().startsWith("<")) continue;
                    String bomb = head + reading.good().replaceAll(">[^<>]+<", ">&p;<");
                    fuzz.run(TARGET, 1, _ -> {
                        for (int status : new int[] {200, 400}) {
                            try {
                                assertThat(String.valueOf(aws.ask(reading, answer(status, reading, bomb))))
                                        .doesNotContain("haha", "s3cr3t");
                            } catch (FailureException e) {
                                assertThat(e.failure().toString() + e.getCause())
                                        .doesNotContain("haha", "s3cr3t");
                            }
                        }
                    });
                }
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "text/xml"));
        byte[] endless =
                ("<ListBucketResult><Name>" + "x".repeat(Bounds.LONGEST_ANSWER)).getBytes(StandardCharsets.UTF_8);
        try (StubAws aws = StubAws.always(new Answer(200, headers, endless))) {
            assertThat(failure(() -> aws.cloud().objects().list(BUCKET, KeyPrefix.NONE, 10)))
                    .isInstanceOf(Failure.Unexpected.class);
            assertThat(aws.seen()).as("asked once, not again").hasSize(1);
        }
    }

    @Test
    void pagesWithoutEndAreLeft() {
        String page =
                "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>"
                        + "</ListBucketResult>";
        try (StubAws aws = StubAws.always(StubAws.xml(200, page))) {
            assertThat(failure(() -> aws.cloud().objects().list(BUCKET, KeyPrefix.NONE, 10)))
                    .isInstanceOf(Failure.Unexpected.class);
            assertThat(aws.seen()).hasSize(Bounds.MOST_REQUESTS);
        }
    }
}
