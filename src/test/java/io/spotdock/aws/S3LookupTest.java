package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.Lookup;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The ways S3 answers for a name, each made by hand, and the calls it takes to understand them. */
class S3LookupTest {
    private static final BucketName NAME = new BucketName("acme-reports");
    private static final AccountId OWNER = new AccountId("999888777666");
    private static final Answer FORBIDDEN = StubAws.empty(403, Map.of("x-amz-bucket-region", "eu-central-1"));
    private static final Answer HERE = StubAws.empty(200, Map.of("x-amz-bucket-region", "eu-central-1"));

    private static Answer buckets(String... names) {
        StringBuilder list = new StringBuilder("<ListAllMyBucketsResult><Buckets>");
        for (String name : names) list.append("<Bucket><Name>").append(name).append("</Name></Bucket>");
        return StubAws.xml(200, list + "</Buckets></ListAllMyBucketsResult>");
    }

    private static boolean expectsOwner(Exchange exchange) {
        return exchange.header("x-amz-expected-bucket-owner")
                .filter(OWNER.value()::equals)
                .isPresent();
    }

    private static boolean isHead(Exchange exchange) {
        return exchange.method().equals("HEAD");
    }

    private record Seen(Lookup lookup, int calls) {}

    private static Seen look(Function<Exchange, Answer> answers) {
        try (StubAws aws = new StubAws(answers)) {
            Lookup lookup = aws.cloud().buckets().look(NAME, OWNER);
            return new Seen(lookup, aws.seen().size());
        }
    }

    private static Failure refused(Function<Exchange, Answer> answers) {
        try (StubAws aws = new StubAws(answers)) {
            return failure(() -> aws.cloud().buckets().look(NAME, OWNER));
        }
    }

    @Test
    void aBucketOfThisRegionTakesOneCall() {
        assertThat(look(e -> expectsOwner(e) ? HERE : FORBIDDEN))
                .isEqualTo(new Seen(new Lookup.Ours(new Located(NAME, StubAws.REGION, OWNER)), 1));
    }

    @Test
    void aBucketOfAnotherRegionTakesTwo() {
        Map<String, String> there = Map.of("x-amz-bucket-region", "ap-southeast-2");
        assertThat(look(e -> StubAws.empty(
                        e.header("authorization").orElse("").contains("/ap-southeast-2/s3/") ? 200 : 301, there)))
                .isEqualTo(new Seen(new Lookup.Ours(new Located(NAME, new RegionName("ap-southeast-2"), OWNER)), 2));
    }

    @Test
    void aNameNobodyHasIsAbsent() {
        assertThat(look(_ -> StubAws.empty(404, Map.of()))).isEqualTo(new Seen(new Lookup.Absent(), 1));
    }

    @Test
    void aBucketThatIsNotAmongTheCallersOwnIsForeign() {
        assertThat(look(e -> isHead(e) ? FORBIDDEN : buckets("acme-reports-old")))
                .isEqualTo(new Seen(new Lookup.Foreign(), 2));
    }

    @Test
    void aBucketThatTheCallerMayOnlyNotListIsDenied() {
        assertThat(refused(e -> isHead(e) ? FORBIDDEN : buckets("acme-reports")))
                .isInstanceOfSatisfying(Failure.Denied.class, d -> {
                    assertThat(d.action()).isEqualTo("s3:ListBucket");
                    assertThat(d.resource()).isEqualTo("arn:aws:s3:::acme-reports");
                });
    }

    @Test
    void aBucketThatAnotherAccountSharesIsForeignEvenToOneWhoMayListNothing() {
        assertThat(look(e -> {
                    if (!isHead(e)) return StubAws.s3Error(403, "AccessDenied", "Access Denied");
                    return expectsOwner(e) ? FORBIDDEN : HERE;
                }))
                .isEqualTo(new Seen(new Lookup.Foreign(), 3));
    }

    @Test
    void aSignInThatHasRunOutIsToldThoughHeadSaysNothing() {
        assertThat(refused(e -> isHead(e)
                        ? StubAws.empty(400, Map.of())
                        : StubAws.queryError(
                                403, "ExpiredToken", "The security token included in the request is expired")))
                .isInstanceOf(Failure.Expired.class);
    }
}
