package io.spotdock.domain.policy;

import io.spotdock.domain.Arn;
import io.spotdock.domain.policy.Decision.Decider;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.PrincipalRule.By;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the statements of single documents that apply to one request. */
final class RequestJudge {
    private final AccessRequest request;
    private final Context context;
    private final String action;

    RequestJudge(AccessRequest request) {
        this.request = request;
        this.context = new Context(request.context(), request.untold());
        this.action = request.action().toLowerCase(Locale.ROOT);
    }

    /** Statements of an identity policy, a boundary or a session policy; they have no principal of their own. */
    Evidence identity(Named policy, Effect effect) {
        Evidence found = Evidence.NONE;
        List<Statement> statements = policy.document().statements();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement.effect() != effect) continue;
            Match match = applies(statement, policy.document(), Optional.empty());
            if (statement.principals().isPresent())
                match = match.and(Match.unknown("a Principal where AWS allows none"));
            found = found.or(evidence(policy, i, match));
        }
        return found;
    }

    /** Statements of a resource policy, by what they name the requester. */
    Map<By, Evidence> resource(Named policy, Effect effect, PrincipalRule rule) {
        Map<By, Evidence> found = new EnumMap<>(By.class);
        List<Statement> statements = policy.document().statements();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement.effect() != effect) continue;
            Match match = applies(statement, policy.document(), Arn.parse(request.resource()));
            if (match.isNo()) continue;
            if (statement.principals().isEmpty()) {
                Match nobody = match.and(Match.unknown("a statement without Principal"));
                found.merge(By.ITSELF, evidence(policy, i, nobody), Evidence::or);
                continue;
            }
            Map<By, Match> names = rule.names(statement.principals().get(), effect);
            for (var name : names.entrySet())
                found.merge(name.getKey(), evidence(policy, i, match.and(name.getValue())), Evidence::or);
        }
        return found;
    }

    private static Evidence evidence(Named policy, int index, Match match) {
        if (match.isNo()) return Evidence.NONE;
        Statement statement = policy.document().statements().get(index);
        return new Evidence(match, List.of(new Decider(policy.name(), index, statement.sid())));
    }

    /** {@code owned}: the resource whose own policy this is. */
    private Match applies(Statement statement, PolicyDocument document, Optional<Arn> owned) {
        boolean variables = document.version().equals(Optional.of(PolicyDocument.VERSION));
        Match match = actions(statement.actions());
        if (match.isNo()) return Match.NO;
        match = match.and(
                statement.resources().map(r -> resources(r, variables)).orElseGet(() -> withoutResource(owned)));
        if (match.isNo()) return Match.NO;
        return match.and(new Conditions(context, variables).hold(statement.conditions()));
    }

    private Match actions(Matched actions) {
        Match match = Match.any(
                actions.patterns(),
                pattern ->
                        Match.of(Glob.pattern(pattern.toLowerCase(Locale.ROOT)).matches(action)));
        return actions.negated() ? match.not() : match;
    }

    /** A trust policy has no Resource: it speaks of its own role. */
    private static Match withoutResource(Optional<Arn> owned) {
        boolean role = owned.filter(
                        arn -> arn.service().equals("iam") && arn.resource().startsWith("role/"))
                .isPresent();
        return role ? Match.YES : Match.unknown("a statement without Resource");
    }

    private Match resources(Matched resources, boolean variables) {
        Match match = Match.any(resources.patterns(), pattern -> resource(pattern, variables, resources.negated()));
        return resources.negated() ? match.not() : match;
    }

    private Match resource(String pattern, boolean variables, boolean negated) {
        return switch (Expansion.of(pattern, variables, context, Glob::pattern)) {
            case Expansion.Filled(Glob glob) -> {
                if (glob.isEverything()) yield Match.YES;
                boolean matches = glob.isArn() ? glob.matchesArn(request.resource()) : glob.matches(request.resource());
                if (!matches) yield Match.NO;
                if (!glob.isArn()) yield Match.unknown("a resource that is neither an ARN nor *");
                yield variables && early(pattern)
                        ? Match.unknown("a variable in front of an ARN's fifth colon")
                        : Match.YES;
            }
            case Expansion.Missing(String key) ->
                negated ? Match.unknown("the variable " + key + ", which has no value here") : Match.NO;
            case Expansion.Unjudged(String why) -> Match.unknown(why);
        };
    }

    private static boolean early(String pattern) {
        int variable = pattern.indexOf("${");
        return variable >= 0
                && pattern.substring(0, variable).chars().filter(c -> c == ':').count() < 5;
    }
}
