package io.spotdock.domain.policy;

import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Requests and policies from a small world, so that they often have to do with each other. */
final class PolicyGenerators {
    private PolicyGenerators() {}

    static Statement statement(Effect effect, String action, String resource) {
        return new Statement(
                Optional.empty(),
                effect,
                Optional.empty(),
                Matched.any(action),
                Optional.of(Matched.any(resource)),
                Map.of());
    }

    static Statement forEveryone(Statement s) {
        return new Statement(
                s.sid(),
                s.effect(),
                Optional.of(new Principals(false, Map.of("*", List.of("*")))),
                s.actions(),
                s.resources(),
                s.conditions());
    }

    static PolicyDocument plus(PolicyDocument document, Statement statement) {
        List<Statement> statements = new ArrayList<>(document.statements());
        statements.add(statement);
        return new PolicyDocument(document.version(), document.id(), statements);
    }

    static Arbitrary<AccessRequest> requests() {
        return Combinators.combine(
                        Arbitraries.of(Tables.ALICE, Tables.SESSION, "arn:aws:iam::111122223333:root"),
                        Arbitraries.of("s3:GetObject", "s3:PutObject", "s3:ListBucket"),
                        Arbitraries.of("arn:aws:s3:::bucket/key", "arn:aws:s3:::bucket", "arn:aws:s3:::other/a/b"),
                        Arbitraries.of("111122223333", "444455556666").optional(0.9),
                        contexts())
                .as(AccessRequest::new);
    }

    private static Arbitrary<Map<String, List<String>>> contexts() {
        return Arbitraries.maps(
                        Arbitraries.of("aws:username", "aws:SecureTransport", "aws:SourceIp", "aws:TagKeys", "x:Y"),
                        Arbitraries.of("alice", "true", "203.0.113.7", "bucket")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .ofMaxSize(3);
    }

    static Arbitrary<PolicyDocument> documents(Arbitrary<Statement> statements) {
        return Combinators.combine(
                        Arbitraries.of(PolicyDocument.VERSION, "2008-10-17").optional(0.9),
                        Arbitraries.of("one", "two").optional(0.2),
                        statements.list().ofMaxSize(4))
                .as(PolicyDocument::new);
    }

    static Arbitrary<Statement> identityStatements() {
        return Combinators.combine(
                        Arbitraries.of("A", "B").optional(0.3),
                        Arbitraries.of(Effect.ALLOW, Effect.ALLOW, Effect.ALLOW, Effect.DENY),
                        matched("s3:*", "s3:GetObject", "s3:put*", "*", "iam:*"),
                        matched("*", "arn:aws:s3:::bucket/*", "arn:aws:s3:::*", "arn:aws:s3:::bucket/${aws:username}"),
                        conditions())
                .as((sid, effect, actions, resources, conditions) ->
                        new Statement(sid, effect, Optional.empty(), actions, Optional.of(resources), conditions));
    }

    static Arbitrary<Statement> resourceStatements() {
        return Combinators.combine(identityStatements(), principals())
                .as((s, principals) -> new Statement(
                        s.sid(), s.effect(), Optional.of(principals), s.actions(), s.resources(), s.conditions()));
    }

    private static Arbitrary<Principals> principals() {
        Arbitrary<Principals> everyone = Arbitraries.just(new Principals(false, Map.of("*", List.of("*"))));
        Arbitrary<Principals> some = Combinators.combine(
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(
                                        Tables.ALICE,
                                        Tables.SESSION,
                                        "111122223333",
                                        "arn:aws:iam::111122223333:role/writer",
                                        "arn:aws:iam::444455556666:root",
                                        "*")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as((negated, values) -> new Principals(negated, Map.of("AWS", values)));
        return Arbitraries.oneOf(everyone, some, some);
    }

    private static Arbitrary<Matched> matched(String... patterns) {
        return Combinators.combine(
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(patterns).list().ofMinSize(1).ofMaxSize(3))
                .as(Matched::new);
    }

    private static Arbitrary<Map<String, Map<String, List<String>>>> conditions() {
        Arbitrary<String> operators = Arbitraries.of(
                "StringEquals",
                "StringNotLike",
                "Bool",
                "IpAddressIfExists",
                "ForAnyValue:StringLike",
                "ForAllValues:StringEquals",
                "Null",
                "NoSuchOperator");
        Arbitrary<String> keys = Arbitraries.of("aws:username", "aws:SecureTransport", "aws:SourceIp", "x:Z");
        Arbitrary<List<String>> values = Arbitraries.of("alice", "true", "203.0.113.0/24", "a*", "${aws:username}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        Arbitrary<Map<String, List<String>>> byKey =
                Arbitraries.maps(keys, values).ofMinSize(1).ofMaxSize(2).map(LinkedHashMap::new);
        return Arbitraries.maps(operators, byKey).ofMaxSize(1).map(LinkedHashMap::new);
    }
}
