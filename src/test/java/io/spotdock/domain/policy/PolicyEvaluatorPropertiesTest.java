package io.spotdock.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.policy.Decision.Verdict;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.Statement.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every request and all policies. */
class PolicyEvaluatorPropertiesTest {
    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    @Property
    void aDenyOfEverythingAlwaysWins(
            @ForAll("requests") AccessRequest request, @ForAll("policies") PolicySet policies) {
        PolicySet denied = withIdentity(policies, statement(Effect.DENY));
        assertThat(evaluator.decide(request, denied).verdict()).isEqualTo(Verdict.DENIED_EXPLICITLY);
    }

    @Property
    void aDenyOfTheResourceForEveryoneAlwaysWins(
            @ForAll("requests") AccessRequest request, @ForAll("policies") PolicySet policies) {
        PolicyDocument document = PolicyGenerators.plus(
                policies.resource().map(Named::document).orElse(PolicyDocument.of()),
                PolicyGenerators.forEveryone(statement(Effect.DENY)));
        PolicySet denied = new PolicySet(
                policies.identity(),
                Optional.of(new Named("resource", document)),
                policies.boundary(),
                policies.session());
        assertThat(evaluator.decide(request, denied).verdict()).isEqualTo(Verdict.DENIED_EXPLICITLY);
    }

    @Property
    void oneMoreAllowNeverTurnsAllowedIntoDenied(
            @ForAll("requests") AccessRequest request,
            @ForAll("policies") PolicySet policies,
            @ForAll("identityStatements") Statement added) {
        Verdict before = evaluator.decide(request, policies).verdict();
        Statement allow = withEffect(added, Effect.ALLOW);
        Verdict after = evaluator.decide(request, withIdentity(policies, allow)).verdict();
        if (before == Verdict.ALLOWED) assertThat(after).isEqualTo(Verdict.ALLOWED);
        assertThat(after == Verdict.DENIED_EXPLICITLY).isEqualTo(before == Verdict.DENIED_EXPLICITLY);
    }

    @Property
    void oneMoreDenyNeverTurnsDeniedIntoAllowed(
            @ForAll("requests") AccessRequest request,
            @ForAll("policies") PolicySet policies,
            @ForAll("identityStatements") Statement added) {
        Verdict before = evaluator.decide(request, policies).verdict();
        Statement deny = withEffect(added, Effect.DENY);
        Verdict after = evaluator.decide(request, withIdentity(policies, deny)).verdict();
        if (after == Verdict.ALLOWED) assertThat(before).isEqualTo(Verdict.ALLOWED);
    }

    @Property
    void aBoundaryNeverAllowsWhatWasNotAllowedWithoutIt(
            @ForAll("requests") AccessRequest request,
            @ForAll("policies") PolicySet policies,
            @ForAll("identityDocuments") PolicyDocument boundary) {
        PolicySet without =
                new PolicySet(policies.identity(), policies.resource(), Optional.empty(), policies.session());
        PolicySet with = new PolicySet(
                policies.identity(),
                policies.resource(),
                Optional.of(new Named("boundary", boundary)),
                policies.session());
        if (evaluator.decide(request, with).verdict() == Verdict.ALLOWED)
            assertThat(evaluator.decide(request, without).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Property
    void theOrderOfStatementsNeverMatters(
            @ForAll("requests") AccessRequest request, @ForAll("policies") PolicySet policies, @ForAll long seed) {
        PolicySet shuffled = new PolicySet(
                policies.identity().stream().map(p -> shuffled(p, seed)).toList(),
                policies.resource().map(p -> shuffled(p, seed)),
                policies.boundary().map(p -> shuffled(p, seed)),
                policies.session().map(p -> shuffled(p, seed)));
        assertThat(evaluator.decide(request, shuffled).verdict())
                .isEqualTo(evaluator.decide(request, policies).verdict());
    }

    @Property
    void printingAndReadingAgainNeverMatters(
            @ForAll("requests") AccessRequest request, @ForAll("policies") PolicySet policies) {
        PolicySet again = new PolicySet(
                policies.identity().stream()
                        .map(PolicyEvaluatorPropertiesTest::reread)
                        .toList(),
                policies.resource().map(PolicyEvaluatorPropertiesTest::reread),
                policies.boundary().map(PolicyEvaluatorPropertiesTest::reread),
                policies.session().map(PolicyEvaluatorPropertiesTest::reread));
        assertThat(evaluator.decide(request, again)).isEqualTo(evaluator.decide(request, policies));
    }

    @Property
    void aDecisionSaysWhyAndWhoDecides(
            @ForAll("requests") AccessRequest request, @ForAll("policies") PolicySet policies) {
        Decision decision = evaluator.decide(request, policies);
        assertThat(decision.why()).endsWith(".");
        boolean root = request.principal().endsWith(":root");
        switch (decision.verdict()) {
            case ALLOWED ->
                assertThat(decision.by().isEmpty()).as(decision.why()).isIn(false, root);
            case DENIED_EXPLICITLY -> assertThat(decision.by()).isNotEmpty();
            case DENIED_IMPLICITLY -> assertThat(decision.by()).isEmpty();
            case UNKNOWN -> assertThat(decision.why()).contains("hangs on");
        }
    }

    private static Statement statement(Effect effect) {
        return PolicyGenerators.statement(effect, "*", "*");
    }

    private static Statement withEffect(Statement s, Effect effect) {
        return new Statement(s.sid(), effect, s.principals(), s.actions(), s.resources(), s.conditions());
    }

    private static PolicySet withIdentity(PolicySet policies, Statement statement) {
        List<Named> identity = new ArrayList<>(policies.identity());
        identity.add(new Named("added", PolicyDocument.of(statement)));
        return new PolicySet(identity, policies.resource(), policies.boundary(), policies.session());
    }

    private static Named shuffled(Named policy, long seed) {
        List<Statement> statements = new ArrayList<>(policy.document().statements());
        Collections.shuffle(statements, new Random(seed));
        return new Named(
                policy.name(),
                new PolicyDocument(
                        policy.document().version(), policy.document().id(), statements));
    }

    private static Named reread(Named policy) {
        return new Named(policy.name(), Tables.parse(PolicyJson.print(policy.document())));
    }

    @Provide
    Arbitrary<AccessRequest> requests() {
        return PolicyGenerators.requests();
    }

    @Provide
    Arbitrary<Statement> identityStatements() {
        return PolicyGenerators.identityStatements();
    }

    @Provide
    Arbitrary<PolicyDocument> identityDocuments() {
        return PolicyGenerators.documents(PolicyGenerators.identityStatements());
    }

    @Provide
    Arbitrary<PolicySet> policies() {
        Arbitrary<PolicyDocument> identity = identityDocuments();
        Arbitrary<PolicyDocument> resource = PolicyGenerators.documents(PolicyGenerators.resourceStatements());
        return Combinators.combine(identity, resource.optional(0.7), identity.optional(0.2), identity.optional(0.2))
                .as((i, r, b, s) -> new PolicySet(
                        List.of(new Named("identity", i)),
                        r.map(d -> new Named("resource", d)),
                        b.map(d -> new Named("boundary", d)),
                        s.map(d -> new Named("session", d))));
    }
}
