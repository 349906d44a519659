package io.spotdock.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.Mutations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies come from AWS, where anybody in the account may have written them, and from files. */
@FuzzTest
class PolicyFuzzTest {
    private static final List<String> REAL = List.of("""
            {"Version": "2012-10-17", "Statement": [{"Sid": "ThoughtSpot", "Effect": "Allow",
             "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole",
             "Condition": {"StringEquals": {"sts:ExternalId": "ts-webhook-x7k9m2p4q1"}}}]}""", """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
             "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {
             "accounts.google.com:aud": "115663769112811637952", "accounts.google.com:sub": "115663769112811637952"}}}]}""", """
            {"Version": "2012-10-17", "Id": "b", "Statement": [
             {"Sid": "DenyInsecureTransport", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
              "Resource": ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*"], "Condition": {"Bool": {"aws:SecureTransport": false}}},
             {"Effect": "Deny", "NotPrincipal": {"AWS": ["123456789012", "arn:aws:iam::123456789012:role/a"]},
              "NotAction": ["s3:Get*", "s3:PutObject"], "NotResource": "arn:aws:s3:::${aws:username}/?*",
              "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"]},
               "DateGreaterThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}, "NumericLessThanEquals": {"s3:max-keys": 10.50},
               "ForAllValues:StringLikeIfExists": {"aws:TagKeys": ["a*", "b?"]}, "Null": {"aws:MultiFactorAuthAge": "true"},
               "BinaryEquals": {"x:y": "QUJD"}, "ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:*"}}}]}""");

    private static final String IDENTITY = "";
    private static final String RESOURCE =
            "\"Principal\":{\"AWS\":[\"" + Tables.ALICE + "\",\"arn:aws:iam::444455556666:root\"]},";

    @Test
    void aSpoiltPolicyIsReadOrRefusedAndWhatIsReadIsWrittenTheSame(Fuzz fuzz) {
        int[] read = new int[1];
        fuzz.run("policies read", 20_000, random -> {
            Optional<PolicyDocument> document = tried(spoilt(random));
            if (document.isEmpty()) return;
            read[0]++;
            PolicyDocument again = Tables.parse(PolicyJson.print(document.get()));
            assertThat(again).isEqualTo(document.get());
            assertThat(again.means(document.get())).isTrue();
            assertThat(Tables.parse(PolicyJson.compact(again))).isEqualTo(document.get());
        });
        // Spoilt too much or too little, they would prove nothing.
        assertThat(read[0]).isPositive();
    }

    private static String spoilt(Random random) {
        String good = REAL.get(random.nextInt(REAL.size()));
        return new Mutations(random).mutate(good);
    }

    private static Optional<PolicyDocument> tried(String json) {
        try {
            return Optional.of(PolicyJson.parse(json));
        } catch (PolicySyntaxException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(500);
            return Optional.empty();
        }
    }

    @Test
    void anyPoliciesAreJudged(Fuzz fuzz) {
        PolicyEvaluator evaluator = new PolicyEvaluator();
        fuzz.run("policies evaluated", 15_000, random -> {
            PolicySet policies = new PolicySet(
                    named("identity", some(random, IDENTITY)),
                    Optional.of(new Named("resource", some(random, RESOURCE))),
                    maybe(random).map(document -> new Named("boundary", document)),
                    maybe(random).map(document -> new Named("session", document)));
            Decision decision = evaluator.decide(request(random), policies);
            assertThat(decision.why()).isNotBlank();
        });
    }

    private static List<Named> named(String name, PolicyDocument document) {
        return List.of(new Named(name, document));
    }

    private static Optional<PolicyDocument> maybe(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(some(random, IDENTITY));
    }

    /** Half of them spoilt, as far as they can still be read. */
    private static PolicyDocument some(Random random, String principal) {
        String statements = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> statement(random, principal))
                .collect(Collectors.joining(","));
        String json = "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
        return (random.nextBoolean() ? tried(new Mutations(random).mutate(json)) : Optional.<PolicyDocument>empty())
                .orElseGet(() -> Tables.parse(json));
    }

    private static String statement(Random random, String principal) {
        return "{\"Effect\":\"%s\",%s\"%sAction\":\"%s\",\"%sResource\":\"%s\",\"Condition\":{\"%s%s\":{\"%s\":[\"%s\",\"%s\"]}}}"
                .formatted(
                        of(random, "Allow", "Allow", "Deny"),
                        principal,
                        of(random, "", "", "Not"),
                        of(random, "s3:*", "*", "s3:Put*", "sts:AssumeRole"),
                        of(random, "", "", "Not"),
                        of(
                                random,
                                "*",
                                "arn:aws:s3:::bucket/*",
                                "arn:aws:s3:::${aws:username}",
                                "arn:aws:s3:*:*:b?cket"),
                        of(random, "", "", "ForAllValues:", "ForAnyValue:"),
                        of(
                                random,
                                "StringEquals",
                                "StringLike",
                                "IpAddress",
                                "DateLessThan",
                                "NumericLessThan",
                                "Bool",
                                "Null",
                                "ArnLike",
                                "BinaryEquals",
                                "StringNotEqualsIfExists",
                                "NoSuchOperator"),
                        of(
                                random,
                                "aws:SourceIp",
                                "aws:CurrentTime",
                                "s3:max-keys",
                                "aws:TagKeys",
                                "aws:username",
                                "x:y"),
                        of(
                                random,
                                "203.0.113.0/24",
                                "2026-01-01T00:00:00Z",
                                "10",
                                "true",
                                "a*",
                                "QUJD",
                                "${aws:username}"),
                        of(random, "::1/128", "1700000000", "-1e9", "", "arn:aws:s3:::x"));
    }

    private static String of(Random random, String... some) {
        return some[random.nextInt(some.length)];
    }

    private static AccessRequest request(Random random) {
        Mutations mutations = new Mutations(random);
        return new AccessRequest(
                spoiltAtTimes(random, of(random, Tables.ALICE, Tables.SESSION, "arn:aws:iam::111122223333:root", "*")),
                spoiltAtTimes(random, "s3:PutObject"),
                spoiltAtTimes(random, of(random, "arn:aws:s3:::bucket/key", "arn:aws:s3:::bucket", "*")),
                random.nextBoolean() ? Optional.empty() : Optional.of(spoiltAtTimes(random, "111122223333")),
                Map.of(
                        "aws:SourceIp", List.of(mutations.text("2001:db8::1"), "203.0.113.7"),
                        "aws:CurrentTime", List.of(spoiltAtTimes(random, "2026-01-01T00:00:00Z")),
                        "s3:max-keys", List.of(spoiltAtTimes(random, "1e9")),
                        "aws:TagKeys", List.of()));
    }

    private static String spoiltAtTimes(Random random, String good) {
        return random.nextInt(8) == 0 ? new Mutations(random).text(good) : good;
    }

    static List<String> bombs() {
        String good = REAL.getFirst();
        List<String> bombs = new ArrayList<>(List.of(
                "[".repeat(1_000_000),
                "{\"Statement\":".repeat(50_000),
                "{\"Statement\":[" + "{},".repeat(300_000) + "{}]}",
                good.replace("\"sts:AssumeRole\"", "[" + "\"a:b\",".repeat(60_000) + "\"a:b\"]"),
                good.replace("ts-webhook-x7k9m2p4q1", "*".repeat(900_000)),
                good.replace("\"StringEquals\"", "\"StringEquals\":{\"a\":\"b\"},\"StringEquals\""),
                good.replace("\"Allow\"", "\"Allow\",\"Effect\":\"Deny\""),
                "{\"Version\": " + "9".repeat(500_000) + "}",
                "{\"Version\": 1e" + "9".repeat(90) + "}",
                "\"" + "\\ud800".repeat(100_000) + "\"",
                good.replace("ts-webhook-x7k9m2p4q1", "\\ud800"),
                good.replace("ts-webhook-x7k9m2p4q1", "\ud800\udc00\udfff")));
        bombs.add(" ".repeat((1 << 20) + 1));
        return bombs;
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsReadOrRefused(String bomb, Fuzz fuzz) {
        fuzz.run("policies read", 1, _ -> {
            Optional<PolicyDocument> document = tried(bomb);
            if (document.isPresent())
                assertThat(Tables.parse(PolicyJson.compact(document.get()))).isEqualTo(document.get());
        });
    }

    /** A pattern of many stars against a long text is what makes a matcher that goes back and forth take for ever. */
    @Test
    void aPatternOfManyStarsIsMatchedInBearableTime(Fuzz fuzz) {
        fuzz.run("policies evaluated", 20, random -> {
            String pattern = "arn:aws:s3:::" + "*a".repeat(1_000 + random.nextInt(1_000)) + "b";
            PolicyDocument document =
                    PolicyDocument.of(PolicyGenerators.statement(Statement.Effect.ALLOW, "*", pattern));
            AccessRequest request = new AccessRequest(
                    Tables.ALICE, "s3:GetObject", "arn:aws:s3:::" + "a".repeat(20_000), Optional.empty(), Map.of());
            PolicySet policies =
                    new PolicySet(named("p", document), Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(new PolicyEvaluator().decide(request, policies).why()).isNotBlank();
        });
    }
}
