package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.resource.LastUse;
import io.spotdock.port.Roles;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The oddities of IAM's answers: encoded documents, pages, paths, policies that nobody can read. */
class IamRolesTest {
    private static final RoleName ROLE = new RoleName("Reports");
    private static final String ARN = "arn:aws:iam::999888777666:role/data/teams/Reports";
    private static final String TRUST = """
            {"Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::999888777666:oidc-provider/accounts.google.com"},
            "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"accounts.google.com:sub":"a+b c"}}}}""";

    private static String encoded(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String role(String arn, String trust) {
        return "<RoleName>Reports</RoleName><RoleId>AROAEXAMPLE</RoleId><Arn>" + arn + "</Arn>"
                + "<AssumeRolePolicyDocument>" + trust + "</AssumeRolePolicyDocument>";
    }

    private static Answer getRole(String trust) {
        return StubAws.xml(
                200,
                "<GetRoleResponse><GetRoleResult><Role>" + role(ARN, trust)
                        + "<MaxSessionDuration>7200</MaxSessionDuration><PermissionsBoundary><PermissionsBoundaryArn>"
                        + "arn:aws:iam::999888777666:policy/edge</PermissionsBoundaryArn></PermissionsBoundary>"
                        + "<Tags><member><Key>team</Key><Value>data</Value></member></Tags>"
                        + "</Role></GetRoleResult></GetRoleResponse>");
    }

    @Test
    void aRoleIsReadWithItsPathItsBoundaryAndItsDecodedTrust() {
        try (StubAws aws = StubAws.always(getRole(encoded(TRUST)))) {
            Roles.WithTrust found = aws.cloud().roles().find(ROLE).orElseThrow();
            assertThat(found.role().arn().toString()).isEqualTo(ARN);
            assertThat(found.role().arn().path()).isEqualTo("/data/teams/");
            assertThat(found.role().uniqueId()).contains("AROAEXAMPLE");
            assertThat(found.role().maxSession()).isEqualTo(Duration.ofHours(2));
            assertThat(found.role().description()).isEmpty();
            assertThat(found.role().boundary()).contains("arn:aws:iam::999888777666:policy/edge");
            assertThat(found.role().tags()).isEqualTo(Map.of("team", "data"));
            assertThat(found.trust().statements().getFirst().conditions())
                    .isEqualTo(Map.of("StringEquals", Map.of("accounts.google.com:sub", List.of("a+b c"))));
        }
    }

    @Test
    void aRolesLastUseIsToldAsFarAsAwsTellsIt() {
        assertThat(lastUse("")).isEmpty();
        assertThat(lastUse("<RoleLastUsed/>")).isEmpty();
        assertThat(lastUse("<RoleLastUsed><LastUsedDate>2026-03-01T10:00:00Z</LastUsedDate></RoleLastUsed>"))
                .contains(new LastUse(Instant.parse("2026-03-01T10:00:00Z"), Optional.empty()));
        assertThat(lastUse("<RoleLastUsed><LastUsedDate>2026-03-01T10:00:00Z</LastUsedDate><Region>eu-west-1</Region>"
                        + "</RoleLastUsed>"))
                .contains(new LastUse(Instant.parse("2026-03-01T10:00:00Z"), Optional.of("eu-west-1")));
    }

    private static Optional<LastUse> lastUse(String element) {
        String answer = "<GetRoleResponse><GetRoleResult><Role>" + role(ARN, encoded(TRUST)) + element
                + "</Role></GetRoleResult></GetRoleResponse>";
        try (StubAws aws = StubAws.always(StubAws.xml(200, answer))) {
            return aws.cloud().roles().find(ROLE).orElseThrow().lastUse();
        }
    }

    @Test
    void aTrustPolicyThatCannotBeReadIsAConflict() {
        try (StubAws aws = StubAws.always(getRole(encoded("{\"Statement\": 7}")))) {
            assertThat(failure(() -> aws.cloud().roles().find(ROLE)))
                    .isInstanceOfSatisfying(
                            Failure.Conflict.class,
                            c -> assertThat(c.evidence().key()).isEqualTo("fault.policy.unreadable"));
        }
    }

    @Test
    void aRoleThatIsNotThereIsEmpty() {
        try (StubAws aws = StubAws.always(StubAws.queryError(404, "NoSuchEntity", "none"))) {
            assertThat(aws.cloud().roles().find(ROLE)).isEqualTo(Optional.empty());
            assertThat(aws.seen()).hasSize(1);
        }
    }

    @Test
    void everyPageOfInlinePoliciesIsRead() {
        try (StubAws aws = new StubAws(e -> {
            String action = StubAws.parameter(e, "Action");
            if (action.equals("GetRolePolicy"))
                return StubAws.xml(
                        200,
                        "<GetRolePolicyResponse><GetRolePolicyResult><RoleName>Reports</RoleName><PolicyName>"
                                + StubAws.parameter(e, "PolicyName") + "</PolicyName><PolicyDocument>"
                                + encoded(
                                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}")
                                + "</PolicyDocument></GetRolePolicyResult></GetRolePolicyResponse>");
            boolean first = StubAws.parameter(e, "Marker").isEmpty();
            return StubAws.xml(
                    200,
                    "<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>" + (first ? "a" : "b")
                            + "</member></PolicyNames><IsTruncated>" + first + "</IsTruncated>"
                            + (first ? "<Marker>m</Marker>" : "")
                            + "</ListRolePoliciesResult></ListRolePoliciesResponse>");
        })) {
            assertThat(aws.cloud().roles().inlinePolicies(ROLE)).containsOnlyKeys("a", "b");
            assertThat(aws.seen()).hasSize(4);
        }
    }

    @Test
    void theRolesThatTrustAProviderAreFoundAlsoWhereAPolicyCannotBeRead() {
        String provider = "arn:aws:iam::999888777666:oidc-provider/accounts.google.com";
        String list = "<ListRolesResponse><ListRolesResult><IsTruncated>false</IsTruncated><Roles>"
                + "<member>" + role("arn:aws:iam::999888777666:role/Trusting", encoded(TRUST)) + "</member>"
                + "<member>" + role("arn:aws:iam::999888777666:role/Strange", encoded("{\"x\": \"" + provider + "\"}"))
                + "</member>"
                + "<member>" + role("arn:aws:iam::999888777666:role/Other", encoded(TRUST.replace("google", "other")))
                + "</member></Roles></ListRolesResult></ListRolesResponse>";
        try (StubAws aws = StubAws.always(StubAws.xml(200, list))) {
            assertThat(aws.cloud().roles().trusting(provider))
                    .containsExactly(new RoleName("Trusting"), new RoleName("Strange"));
        }
    }

    @Test
    void aRoleIsMadeUnderItsPathAndIsToldByItsId() {
        String made = "<CreateRoleResponse><CreateRoleResult><Role>" + role(ARN, "") + "</Role></CreateRoleResult>"
                + "</CreateRoleResponse>";
        try (StubAws aws = StubAws.always(StubAws.xml(200, made))) {
            io.spotdock.domain.resource.Role wanted = new io.spotdock.domain.resource.Role(
                    RoleArn.parse(ARN).good().orElseThrow(),
                    Optional.empty(),
                    Duration.ofHours(1),
                    "",
                    Optional.empty(),
                    Map.of("made-by", "spotdock"));
            assertThat(aws.cloud()
                            .roles()
                            .create(
                                    wanted,
                                    new io.spotdock.domain.policy.PolicyDocument(
                                            Optional.of("2012-10-17"), Optional.empty(), List.of()))
                            .uniqueId())
                    .contains("AROAEXAMPLE");
            assertThat(StubAws.parameter(aws.seen().getFirst(), "Path")).isEqualTo("/data/teams/");
            assertThat(StubAws.parameter(aws.seen().getFirst(), "MaxSessionDuration"))
                    .isEqualTo("3600");
            assertThat(StubAws.parameter(aws.seen().getFirst(), "Description")).isEmpty();
            assertThat(StubAws.parameter(aws.seen().getFirst(), "Tags.member.1.Key"))
                    .isEqualTo("made-by");
        }
    }
}
