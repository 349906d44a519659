package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static io.spotdock.sandbox.aws.AwsWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.sandbox.control.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.StsClient;

/** AWS Organizations User Guide, "Accessing member accounts with OrganizationAccountAccessRole". */
class MembersTest {
    private static final String ROLE = "arn:aws:iam::300000000002:role/OrganizationAccountAccessRole";

    private final AwsWorld world = new AwsWorld(SandboxOptions.aws().withMembersAndOrgs(2, 0));

    @AfterEach
    void close() {
        world.close();
    }

    private static AwsCredentials assume(StsClient sts) {
        return session(
                sts.assumeRole(b -> b.roleArn(ROLE).roleSessionName("maria")).credentials());
    }

    @Test
    void theManagementAccountDoesEverythingInAMember() {
        AwsCredentials there = assume(world.sts());
        assertThat(world.sts(there).getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::300000000002:assumed-role/OrganizationAccountAccessRole/maria");
        world.iam(there).createUser(b -> b.userName("lee"));
        world.s3(there).createBucket(b -> b.bucket("reports-of-a-member"));
        assertThat(world.iam().listUsers().users())
                .extracting(user -> user.userName())
                .doesNotContain("lee");
        assertThat(world.sandbox.snapshot().buckets())
                .hasEntrySatisfying(
                        "reports-of-a-member",
                        bucket -> assertThat(bucket.owner()).isEqualTo("300000000002"));
    }

    @Test
    void nobodyElseIsLetIn() {
        refused(() -> assume(world.sts(world.thoughtSpot)), 403, "AccessDenied")
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: " + ROLE);
    }
}
