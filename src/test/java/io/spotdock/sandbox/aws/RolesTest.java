package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.CUSTOMER;
import static io.spotdock.sandbox.aws.AwsWorld.TRUST;
import static io.spotdock.sandbox.aws.AwsWorld.allow;
import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static io.spotdock.sandbox.aws.AwsWorld.roleArn;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Roles and their policies (IAM API Reference; IAM User Guide, "IAM and AWS STS quotas"). */
class RolesTest {
    private final AwsWorld world = new AwsWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private void role(String name, String trust) {
        world.iam().createRole(b -> b.roleName(name).assumeRolePolicyDocument(trust));
    }

    private Role found(String name) {
        return world.iam().getRole(b -> b.roleName(name)).role();
    }

    @Test
    void aRoleComesBackAsItWasMade() {
        world.iam()
                .createRole(b -> b.roleName("upload")
                        .path("/teams/data/")
                        .assumeRolePolicyDocument(TRUST)
                        .description("for exports")
                        .maxSessionDuration(7200)
                        .tags(Tag.builder().key("team").value("data").build()));
        Role role = found("upload");
        assertThat(role.arn()).isEqualTo("arn:aws:iam::" + CUSTOMER + ":role/teams/data/upload");
        assertThat(role.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(role.description()).isEqualTo("for exports");
        assertThat(role.maxSessionDuration()).isEqualTo(7200);
        assertThat(role.tags()).extracting(Tag::key).containsExactly("team");
        assertThat(role.assumeRolePolicyDocument()).doesNotContain("{");
        assertThat(URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8))
                .isEqualTo(TRUST);
    }

    @Test
    void aNameIsTakenRegardlessOfCase() {
        role("Upload", TRUST);
        refused(() -> role("uPLOAD", TRUST), 409, "EntityAlreadyExists")
                .hasMessageContaining("Role with name uPLOAD already exists.");
    }

    @Test
    void aRoleThatIsNotThereIsNamed() {
        refused(() -> found("nobody"), 404, "NoSuchEntity")
                .hasMessageContaining("The role with name nobody cannot be found.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                              | This policy contains invalid Json
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole","Resource":"*"}]} | Has prohibited field Resource
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]} | Missing required field Principal
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:GetObject"}]} | AssumeRole policy may only specify STS AssumeRole actions.
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]} | Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:root"
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws-cn:iam::123456789012:root"},"Action":"sts:AssumeRole"}]} | Invalid principal in policy
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/nobody"},"Action":"sts:AssumeRole"}]} | Invalid principal in policy
            {"Version":"2020-01-01","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]} | The policy must contain a valid version string.
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},"Action":"sts:AssumeRoleWithWebIdentity"}]} | accounts.google.com:sub
            """)
    void aMalformedTrustPolicyIsRefusedInIamsWords(String trust, String said) {
        refused(() -> role("upload", trust), 400, "MalformedPolicyDocument").hasMessageContaining(said);
        role("other", TRUST);
        refused(
                        () -> world.iam()
                                .updateAssumeRolePolicy(b -> b.roleName("other").policyDocument(trust)),
                        400,
                        "MalformedPolicyDocument")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                              | Syntax errors in policy.
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:PutObject","Resource":"*"}]} | Policy document should not specify a principal.
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject"}]} | Policy statement must contain resources.
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"PutObject","Resource":"*"}]} | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"exports"}]} | Resource exports must be in ARN format or "*".
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws-cn:s3:::exports/*"}]} | Partition "aws-cn" is not valid for resource "arn:aws-cn:s3:::exports/*".
            """)
    void aMalformedPermissionsPolicyIsRefusedInIamsWords(String policy, String said) {
        role("upload", TRUST);
        refused(
                        () -> world.iam()
                                .putRolePolicy(b ->
                                        b.roleName("upload").policyName("write").policyDocument(policy)),
                        400,
                        "MalformedPolicyDocument")
                .hasMessageContaining(said);
    }

    @Test
    void documentsAreLimitedWithoutCountingWhiteSpace() {
        String spacious = TRUST.replace(",", "," + " ".repeat(1000));
        role("spacious", spacious);
        String long2049 = AwsWorld.trust(
                "{\"AWS\":\"123456789012\"}",
                "sts:AssumeRole",
                "{\"StringEquals\":{\"sts:ExternalId\":[\"" + "a".repeat(950) + "\",\"" + "b".repeat(950) + "\"]}}");
        refused(() -> role("long", long2049), 409, "LimitExceeded").hasMessageContaining("ACLSizePerRole: 2048");
        String half = allow("s3:PutObject", "arn:aws:s3:::exports/" + "x".repeat(5_100));
        put("spacious", "one", half);
        refused(() -> put("spacious", "two", half), 409, "LimitExceeded")
                .hasMessageContaining("Maximum policy size of 10240 bytes exceeded for role spacious");
    }

    private void put(String role, String name, String document) {
        world.iam().putRolePolicy(b -> b.roleName(role).policyName(name).policyDocument(document));
    }

    @Test
    void aRoleWithPoliciesIsNotDeleted() {
        role("upload", TRUST);
        put("upload", "write", allow("s3:PutObject", "*"));
        refused(() -> world.iam().deleteRole(b -> b.roleName("upload")), 409, "DeleteConflict")
                .hasMessageContaining("must delete policies first");
        world.iam().deleteRolePolicy(b -> b.roleName("upload").policyName("write"));
        world.iam().attachRolePolicy(b -> b.roleName("upload").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
        refused(() -> world.iam().deleteRole(b -> b.roleName("upload")), 409, "DeleteConflict")
                .hasMessageContaining("must detach all policies first");
        world.iam().detachRolePolicy(b -> b.roleName("upload").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
        world.iam().deleteRole(b -> b.roleName("upload"));
        refused(() -> found("upload"), 404, "NoSuchEntity");
    }

    @Test
    void aDeletedRoleLeavesItsUniqueIdBehindInTrustPolicies() {
        role("first", TRUST);
        String id = found("first").roleId();
        role("second", AwsWorld.trust("{\"AWS\":\"" + roleArn("first") + "\"}", "sts:AssumeRole", ""));
        world.iam().deleteRole(b -> b.roleName("first"));
        role("first", TRUST);
        assertThat(URLDecoder.decode(found("second").assumeRolePolicyDocument(), StandardCharsets.UTF_8))
                .contains("\"" + id + "\"")
                .doesNotContain(roleArn("first"));
    }

    @Test
    void listsComeInPages() {
        for (int i = 0; i < 5; i++) role("role-" + i, TRUST);
        var first = world.iam().listRoles(b -> b.maxItems(2));
        assertThat(first.isTruncated()).isTrue();
        assertThat(world.iam().listRolesPaginator(b -> b.maxItems(2)).roles())
                .extracting(Role::roleName)
                .containsExactly("role-0", "role-1", "role-2", "role-3", "role-4");
    }

    @Test
    void tagKeysAreOneRegardlessOfCase() {
        role("upload", TRUST);
        world.iam()
                .tagRole(b -> b.roleName("upload")
                        .tags(Tag.builder().key("Team").value("one").build()));
        world.iam()
                .tagRole(b -> b.roleName("upload")
                        .tags(Tag.builder().key("team").value("two").build()));
        assertThat(world.iam().listRoleTags(b -> b.roleName("upload")).tags())
                .containsExactly(Tag.builder().key("team").value("two").build());
        refused(
                () -> world.iam()
                        .tagRole(b -> b.roleName("upload")
                                .tags(Tag.builder().key("aws:x").value("y").build())),
                400,
                "InvalidInput");
    }

    @Test
    void anUnknownActionIsNeverDone() {
        refused(() -> world.iam().listGroups(), 400, "InvalidAction");
    }
}
