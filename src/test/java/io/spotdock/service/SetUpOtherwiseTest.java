package io.spotdock.service;

import static io.spotdock.service.SetUp.amiss;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.RegionName;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Installations that are not set up as the guide says, and whether that is a fault. */
class SetUpOtherwiseTest {
    private static final String TRUST = SetUp.document(SetUp.statement(
            "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'arn:aws:iam::123456789012:root'},"
                    + "'Condition':{'StringEquals':{'sts:ExternalId':'" + SetUp.EXTERNAL_ID + "'}}"));

    @ParameterizedTest
    @ValueSource(strings = {"", "exports-", "a/b/c/"})
    void anyPrefixIsFine(String prefix) {
        try (SetUp setUp = SetUp.with(World.aws(), draft -> draft.with(Field.PREFIX, prefix))) {
            assertThat(setUp.amiss()).isEmpty();
        }
    }

    @Test
    void aRoleWithAPathIsFine() {
        try (SetUp setUp = SetUp.bare(World.aws())) {
            setUp.iam.createRole(
                    b -> b.roleName(SetUp.ROLE).path("/teams/data/").assumeRolePolicyDocument(TRUST));
            setUp.apply();
            assertThat(setUp.amiss()).isEmpty();
            assertThat(setUp.says("role.path")).isEqualTo("passed: The path /teams/data/.");
        }
    }

    @Test
    void aRoleOfIdentityCentersIsNobodysToChange() {
        try (SetUp setUp = SetUp.bare(World.aws())) {
            setUp.iam.createRole(b -> b.roleName(SetUp.ROLE)
                    .path("/aws-reserved/sso.amazonaws.com/")
                    .assumeRolePolicyDocument(TRUST));
            setUp.apply();
            assertThat(setUp.amiss()).isEqualTo(amiss("!role.path"));
            assertThat(setUp.says("role.path")).endsWith("Choose another name in role.name.");
        }
    }

    @Test
    void aPartitionInWhichGooglesTokenWasNeverTriedIsWorthALook() {
        SandboxOptions gov = SandboxOptions.gcp().withRegion(new RegionName("us-gov-west-1"));
        try (SetUp setUp = SetUp.with(new World(gov), draft -> draft)) {
            assertThat(setUp.amiss()).isEqualTo(amiss("?account.partition"));
        }
    }

    @Test
    void aBucketThatIsNotThereIsToldOnceAndTheRestNotReached() {
        try (SetUp setUp = SetUp.aws()) {
            setUp.s3.deleteBucket(b -> b.bucket(SetUp.BUCKET));
            assertThat(setUp.amiss()).isEqualTo(amiss("!bucket.exists"));
        }
    }
}
