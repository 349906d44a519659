package io.spotdock.aws;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.port.Permissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/** {@link Permissions} over IAM's policy simulator. */
final class IamPermissions implements Permissions {
    private static final Pattern SESSION = Pattern.compile("assumed-role/([^/]+)/.+");

    private final AwsClients clients;

    IamPermissions(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Map<String, Answer> simulate(String principalArn, Map<String, Set<String>> actionsByResource) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        // The root user has no policies: AWS refuses to simulate it, and nothing but an SCP denies it anything.
        if (Arn.parse(principalArn).map(Arn::resource).filter("root"::equals).isPresent()) {
            actionsByResource.values().forEach(actions -> actions.forEach(a -> answers.put(a, Answer.ALLOWED)));
            return answers;
        }
        String source = source(principalArn);
        for (Map.Entry<String, Set<String>> wanted : actionsByResource.entrySet()) {
            Optional<List<EvaluationResult>> results = ask(source, wanted.getKey(), wanted.getValue());
            if (results.isEmpty() && source.contains(":role/")) {
                source = withPath(source);
                results = ask(source, wanted.getKey(), wanted.getValue());
            }
            if (results.isEmpty()) throw new FailureException(new Failure.Missing(source, ""));
            // An action asked for two resources is denied when either is.
            for (EvaluationResult result : results.get())
                answers.merge(result.evalActionName(), answer(result), (a, b) -> a == Answer.DENIED ? a : b);
        }
        return answers;
    }

    private static Answer answer(EvaluationResult result) {
        return result.evalDecision() == PolicyEvaluationDecisionType.ALLOWED ? Answer.ALLOWED : Answer.DENIED;
    }

    /** Empty when AWS knows no such principal. */
    private Optional<List<EvaluationResult>> ask(String source, String resource, Set<String> actions) {
        Call call = new Call("iam:SimulatePrincipalPolicy", source, "aws.profile");
        return clients.iam(call, iam -> {
            try {
                return Optional.of(iam
                        .simulatePrincipalPolicyPaginator(r ->
                                r.policySourceArn(source).actionNames(actions).resourceArns(resource))
                        .evaluationResults()
                        .stream()
                        .toList());
            } catch (NoSuchEntityException _) {
                return Optional.empty();
            }
        });
    }

    /** For a role session its role, as if it had no path, which the session's ARN does not tell. */
    private String source(String principalArn) {
        Optional<Arn> session =
                Arn.parse(principalArn).filter(arn -> arn.service().equals("sts"));
        if (session.isEmpty()) return principalArn;
        Arn arn = session.get();
        Matcher matcher = SESSION.matcher(arn.resource());
        if (!matcher.matches()) return principalArn;
        String role = new Arn(arn.partition(), "iam", "", arn.account(), "role/" + matcher.group(1)).toString();
        // Roles of IAM Identity Center always have one: asking without it would be a call for nothing.
        return matcher.group(1).startsWith("AWSReservedSSO_") ? withPath(role) : role;
    }

    private String withPath(String roleArn) {
        String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
        Call call = new Call("iam:GetRole", "role " + name, "aws.profile");
        return clients.iam(
                call, iam -> iam.getRole(r -> r.roleName(name)).role().arn());
    }
}
