package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.PolicyCheck;
import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.ManagedPolicy;
import io.spotdock.sandbox.wire.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Inline and attached policies of a kind of identity.
 *
 * @param kind {@code Role} or {@code User}, as in the actions' names
 * @param inlineQuota characters of all inline policies together
 */
record PolicyHolder(
        String kind, int inlineQuota, Function<QueryCall, String> arn, Function<QueryCall, ? extends Identity> found) {
    static final PolicyHolder ROLE = new PolicyHolder("Role", 10_240, Iam::roleArn, Iam::role);
    static final PolicyHolder USER = new PolicyHolder("User", 2048, Iam::userArn, Iam::user);

    List<QueryAction> actions() {
        return List.of(
                QueryAction.writes("Put" + kind + "Policy", this::put),
                QueryAction.reads("Get" + kind + "Policy", this::get),
                QueryAction.reads("List" + kind + "Policies", this::list),
                QueryAction.writes("Delete" + kind + "Policy", this::delete),
                QueryAction.writes("Attach" + kind + "Policy", this::attach),
                QueryAction.writes("Detach" + kind + "Policy", this::detach),
                QueryAction.reads("ListAttached" + kind + "Policies", this::listAttached));
    }

    private void put(QueryCall call, Xml xml) {
        call.authorize(arn.apply(call));
        String name = Iam.name(call, "PolicyName", 128);
        String text = call.need("PolicyDocument", 1, 131_072, Iam.DOCUMENT);
        Identity identity = found.apply(call);
        PolicyCheck.identity(text, call.account().partition());
        Grants grants = identity.grants().get().withInline(name, text);
        int size = grants.inline().values().stream().mapToInt(Iam::size).sum();
        if (size > inlineQuota)
            throw Iam.tooMuch("Maximum policy size of " + inlineQuota + " bytes exceeded for "
                    + kind.toLowerCase(java.util.Locale.ROOT) + " " + identity.name());
        identity.grants().set(grants, call.world().propagation());
    }

    private void get(QueryCall call, Xml xml) {
        call.authorize(arn.apply(call));
        String name = call.need("PolicyName", 1, 128, Iam.NAME);
        Identity identity = found.apply(call);
        String document = inline(identity, name);
        xml.text(kind + "Name", identity.name()).text("PolicyName", name).text("PolicyDocument", Iam.encoded(document));
    }

    private String inline(Identity identity, String name) {
        return Optional.ofNullable(identity.grants().get().inline().get(name))
                .orElseThrow(() -> Iam.missing("The " + kind.toLowerCase(java.util.Locale.ROOT) + " policy with name "
                        + name + " cannot be found."));
    }

    private void list(QueryCall call, Xml xml) {
        call.authorize(arn.apply(call));
        List<String> names =
                List.copyOf(found.apply(call).grants().get().inline().keySet());
        int size = call.number("MaxItems", 100, 1, 1000);
        int from =
                call.parameter("Marker").map(m -> Math.max(names.indexOf(m), 0)).orElse(0);
        int to = Math.min(from + size, names.size());
        xml.in("PolicyNames", list -> names.subList(from, to).forEach(name -> list.text("member", name)));
        xml.text("IsTruncated", to < names.size());
        if (to < names.size()) xml.text("Marker", names.get(to));
    }

    private void delete(QueryCall call, Xml xml) {
        call.authorize(arn.apply(call));
        String name = call.need("PolicyName", 1, 128, Iam.NAME);
        Identity identity = found.apply(call);
        inline(identity, name);
        identity.grants()
                .set(identity.grants().get().withoutInline(name), call.world().propagation());
    }

    private void attach(QueryCall call, Xml xml) {
        String policy = policyArn(call);
        call.authorize(arn.apply(call), Map.of("iam:PolicyARN", List.of(policy)));
        Identity identity = found.apply(call);
        if (call.account().policy(policy).isEmpty())
            throw Iam.missing("Policy " + policy + " does not exist or is not attachable.");
        Grants grants = identity.grants().get().withAttached(policy);
        if (grants.attached().size() > 10) throw Iam.tooMuch("Cannot exceed quota for PoliciesPer" + kind + ": 10");
        identity.grants().set(grants, call.world().propagation());
    }

    private void detach(QueryCall call, Xml xml) {
        String policy = policyArn(call);
        call.authorize(arn.apply(call), Map.of("iam:PolicyARN", List.of(policy)));
        Identity identity = found.apply(call);
        if (!identity.grants().get().attached().contains(policy))
            throw Iam.missing("Policy " + policy + " was not found.");
        identity.grants()
                .set(
                        identity.grants().get().withoutAttached(policy),
                        call.world().propagation());
    }

    private static String policyArn(QueryCall call) {
        String arn = call.need("PolicyArn");
        if (!arn.matches("arn:[a-z-]+:iam::(aws|[0-9]{12}):policy/.+"))
            throw new Refusal(400, "InvalidInput", "ARN " + arn + " is not valid.");
        return arn;
    }

    private void listAttached(QueryCall call, Xml xml) {
        call.authorize(arn.apply(call));
        List<ManagedPolicy> attached = found.apply(call).grants().get().attached().stream()
                .flatMap(policy -> call.account().policy(policy).stream())
                .filter(policy -> policy.path().startsWith(Iam.prefix(call)))
                .toList();
        Iam.page(
                call,
                xml,
                "AttachedPolicies",
                attached,
                (m, policy) -> m.text("PolicyName", policy.name()).text("PolicyArn", policy.arn()));
    }
}
