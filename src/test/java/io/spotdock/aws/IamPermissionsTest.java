package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.port.Permissions.Answer;
import io.spotdock.sandbox.wire.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the simulator is asked about, and how its answers come together. */
class IamPermissionsTest {
    private static final String SESSION = "arn:aws:sts::999888777666:assumed-role/Ops/lee";
    private static final String ROLE = "arn:aws:iam::999888777666:role/Ops";

    private static Exchange.Answer simulated(String action, String decision, String marker) {
        return StubAws.xml(
                200,
                "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>" + !marker.isEmpty()
                        + "</IsTruncated>" + (marker.isEmpty() ? "" : "<Marker>" + marker + "</Marker>")
                        + "<EvaluationResults><member><EvalActionName>" + action + "</EvalActionName><EvalDecision>"
                        + decision + "</EvalDecision></member></EvaluationResults></SimulatePrincipalPolicyResult>"
                        + "</SimulatePrincipalPolicyResponse>");
    }

    private static Exchange.Answer role(String arn) {
        return StubAws.xml(
                200,
                "<GetRoleResponse><GetRoleResult><Role><RoleName>Ops</RoleName><Arn>" + arn
                        + "</Arn></Role></GetRoleResult></GetRoleResponse>");
    }

    private static List<String> asked(StubAws aws) {
        return aws.seen().stream()
                .map(e -> StubAws.parameter(e, "Action") + " "
                        + StubAws.parameter(e, "PolicySourceArn")
                        + StubAws.parameter(e, "RoleName"))
                .toList();
    }

    @Test
    void aSessionsRoleIsSimulated() {
        try (StubAws aws = StubAws.always(simulated("iam:GetRole", "allowed", ""))) {
            assertThat(aws.cloud().permissions().simulate(SESSION, Map.of("*", Set.of("iam:GetRole"))))
                    .containsExactly(Map.entry("iam:GetRole", Answer.ALLOWED));
            assertThat(asked(aws)).containsExactly("SimulatePrincipalPolicy " + ROLE);
        }
    }

    @Test
    void aRolesPathIsFoundWhenItHasOne() {
        String withPath = "arn:aws:iam::999888777666:role/teams/Ops";
        try (StubAws aws = new StubAws(e -> {
            if (StubAws.parameter(e, "Action").equals("GetRole")) return role(withPath);
            return StubAws.parameter(e, "PolicySourceArn").equals(withPath)
                    ? simulated("iam:GetRole", "allowed", "")
                    : StubAws.queryError(404, "NoSuchEntity", "none");
        })) {
            aws.cloud().permissions().simulate(SESSION, Map.of("*", Set.of("iam:GetRole")));
            assertThat(asked(aws))
                    .containsExactly(
                            "SimulatePrincipalPolicy " + ROLE, "GetRole Ops", "SimulatePrincipalPolicy " + withPath);
        }
    }

    @Test
    void aUserThatIsGoneIsMissing() {
        try (StubAws aws = StubAws.always(StubAws.queryError(404, "NoSuchEntity", "none"))) {
            assertThat(failure(() -> aws.cloud()
                            .permissions()
                            .simulate("arn:aws:iam::999888777666:user/lee", Map.of("*", Set.of("iam:GetRole")))))
                    .isInstanceOf(Failure.Missing.class);
        }
    }

    @Test
    void theRootUserIsNotSimulated() {
        try (StubAws aws = StubAws.always(StubAws.queryError(400, "InvalidInput", "root"))) {
            assertThat(aws.cloud()
                            .permissions()
                            .simulate("arn:aws:iam::999888777666:root", Map.of("*", Set.of("iam:GetRole"))))
                    .containsExactly(Map.entry("iam:GetRole", Answer.ALLOWED));
            assertThat(aws.seen()).isEmpty();
        }
    }

    @Test
    void anActionDeniedForOneResourceIsDenied() {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        wanted.put("arn:aws:s3:::denied", Set.of("s3:PutBucketPolicy"));
        wanted.put("arn:aws:s3:::allowed", Set.of("s3:PutBucketPolicy"));
        try (StubAws aws = new StubAws(e -> simulated(
                "s3:PutBucketPolicy",
                StubAws.parameter(e, "ResourceArns.member.1").endsWith("denied") ? "implicitDeny" : "allowed",
                ""))) {
            assertThat(aws.cloud().permissions().simulate(SESSION, wanted))
                    .containsExactly(Map.entry("s3:PutBucketPolicy", Answer.DENIED));
        }
    }

    @Test
    void everyPageOfTheAnswerIsRead() {
        try (StubAws aws = new StubAws(e -> StubAws.parameter(e, "Marker").isEmpty()
                ? simulated("iam:GetRole", "allowed", "next")
                : simulated("iam:CreateRole", "explicitDeny", ""))) {
            assertThat(aws.cloud()
                            .permissions()
                            .simulate(SESSION, Map.of("*", Set.of("iam:GetRole", "iam:CreateRole"))))
                    .containsExactly(
                            Map.entry("iam:GetRole", Answer.ALLOWED), Map.entry("iam:CreateRole", Answer.DENIED));
        }
    }
}
