package io.spotdock.sandbox.aws.iam;

import io.spotdock.domain.Arn;
import io.spotdock.sandbox.aws.access.PolicyCheck;
import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.aws.access.Simulation;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.wire.Xml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulation of policies, by the same evaluator that decides real requests. */
final class SimulationActions {
    private SimulationActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.reads("SimulatePrincipalPolicy", SimulationActions::principal),
                QueryAction.reads("SimulateCustomPolicy", SimulationActions::custom),
                QueryAction.reads("GetContextKeysForPrincipalPolicy", SimulationActions::contextKeys));
    }

    private static Identity source(QueryCall call) {
        String arn = call.need("PolicySourceArn");
        if (!arn.matches("arn:[a-z-]+:iam::[0-9]{12}:(user|role|group)/.+"))
            throw new Refusal(
                    400,
                    "InvalidInput",
                    "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
        call.authorize(arn);
        return call.world()
                .identity(arn)
                .filter(found -> Arn.parse(found.arn())
                        .filter(a -> a.account().equals(call.account().id().value()))
                        .isPresent())
                .orElseThrow(() -> Iam.missing("The " + (arn.contains(":user/") ? "user" : "role") + " with name "
                        + arn.substring(arn.lastIndexOf('/') + 1) + " cannot be found."));
    }

    private static void principal(QueryCall call, Xml xml) {
        Identity source = source(call);
        Grants grants = source.grants().get();
        Simulation simulation = Simulation.of(call.world(), call.account(), grants)
                .with(call.list("PolicyInputList"))
                .boundedBy(call.list("PermissionsBoundaryPolicyInputList"))
                .denied(call.world(), source);
        run(call, xml, simulation, call.parameter("CallerArn").orElse(source.arn()));
    }

    private static void custom(QueryCall call, Xml xml) {
        call.authorize("*");
        List<String> documents = call.list("PolicyInputList");
        if (documents.isEmpty()) call.need("PolicyInputList");
        documents.forEach(text -> PolicyCheck.identity(text, call.account().partition()));
        Simulation simulation =
                Simulation.empty().with(documents).boundedBy(call.list("PermissionsBoundaryPolicyInputList"));
        run(
                call,
                xml,
                simulation,
                call.parameter("CallerArn").orElse(call.account().arn("user/simulated")));
    }

    private static void run(QueryCall call, Xml xml, Simulation simulation, String caller) {
        List<String> actions = call.list("ActionNames");
        if (actions.isEmpty()) call.need("ActionNames");
        for (String action : actions)
            if (!action.matches("[A-Za-z0-9-]+:[A-Za-z0-9*]+"))
                throw new Refusal(400, "InvalidInput", "Invalid action name: " + action);
        List<String> resources = call.list("ResourceArns");
        if (resources.isEmpty()) resources = List.of("*");
        Map<String, List<String>> context = context(call);
        String owner = call.parameter("ResourceOwner")
                .flatMap(arn -> Arn.parse(arn).map(Arn::account))
                .orElse(call.account().id().value());
        List<Simulation.Result> results = new ArrayList<>();
        for (String action : actions)
            for (String resource : resources)
                results.add(simulation.ask(caller, action, resource, owner, call.parameter("ResourcePolicy"), context));
        Iam.page(call, xml, "EvaluationResults", results, SimulationActions::write);
    }

    private static Map<String, List<String>> context(QueryCall call) {
        Map<String, List<String>> context = new HashMap<>();
        for (int i = 1;
                call.parameter("ContextEntries.member." + i + ".ContextKeyName").isPresent();
                i++) {
            String at = "ContextEntries.member." + i + ".";
            context.put(call.need(at + "ContextKeyName"), call.list(at + "ContextKeyValues"));
        }
        return context;
    }

    private static void write(Xml xml, Simulation.Result result) {
        xml.text("EvalActionName", result.action())
                .text("EvalResourceName", result.resource())
                .text("EvalDecision", result.decision());
        xml.in(
                "MatchedStatements",
                list -> result.statements()
                        .forEach(statement -> list.in(
                                "member",
                                m -> m.text("SourcePolicyId", statement.policy())
                                        .text("SourcePolicyType", statement.type()))));
        xml.in("MissingContextValues", _ -> {});
        Optional<Boolean> boundary = result.allowedByBoundary();
        boundary.ifPresent(allowed ->
                xml.in("PermissionsBoundaryDecisionDetail", d -> d.text("AllowedByPermissionsBoundary", allowed)));
    }

    private static void contextKeys(QueryCall call, Xml xml) {
        Identity source = source(call);
        xml.in(
                "ContextKeyNames",
                list -> Simulation.of(
                                call.world(), call.account(), source.grants().get())
                        .contextKeys()
                        .forEach(key -> list.text("member", key)));
    }
}
