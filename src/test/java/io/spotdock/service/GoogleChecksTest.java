package io.spotdock.service;

import static io.spotdock.service.SetUp.amiss;
import static io.spotdock.service.SetUp.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.settings.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The trust of a GCP-hosted ThoughtSpot, and Google as its identity provider, as they stand in AWS. */
class GoogleChecksTest {
    private static final String PROVIDER = "arn:aws:iam::999888777666:oidc-provider/accounts.google.com";

    private final SetUp setUp = SetUp.gcp();
    private final String id = setUp.world.sandbox.access().serviceAccount().value();

    @AfterEach
    void close() {
        setUp.close();
    }

    private String trust(String provider, String conditions) {
        return statement("'Effect':'Allow','Principal':{'Federated':'" + provider
                + "'},'Action':'sts:AssumeRoleWithWebIdentity','Condition':{" + conditions + "}");
    }

    private String both() {
        return "'StringEquals':{'accounts.google.com:sub':'" + id + "','accounts.google.com:aud':'" + id + "'}";
    }

    @Test
    void asSpotdockSetsItUpNothingIsAmiss() {
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.skipped()).contains("trust.external-id", "refused.other-case");
    }

    @Test
    void googleAsAwsKnowsItNeedsNoProviderWhicheverWayTheSettingsSay() {
        setUp.trust(trust("accounts.google.com", both()));
        assertThat(setUp.amiss()).isEmpty();
        setUp.iam.deleteOpenIDConnectProvider(b -> b.openIDConnectProviderArn(PROVIDER));
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.says("role.provider"))
                .isEqualTo("skipped: Not needed: the trust policy names Google as AWS knows it.");
        setUp.world.with(draft -> draft.with(Field.GOOGLE_PROVIDER, "built-in"));
        assertThat(setUp.amiss()).isEmpty();
    }

    /** ThoughtSpot's own template. */
    @Test
    void aPolicyWithoutTheAudienceIsWorthALookAndTheProviderRefusesOthers() {
        setUp.trust(trust(PROVIDER, "'StringEquals':{'accounts.google.com:sub':'" + id + "'}"));
        assertThat(setUp.amiss()).isEqualTo(amiss("?trust.audience ?role.trust"));
        assertThat(setUp.says("refused.other-audience"))
                .isEqualTo("passed: It is refused, by the account’s identity provider.");
    }

    @Test
    void aServiceAccountThatIsNotTestedLetsInAnyGoogleAccount() {
        setUp.trust(trust(PROVIDER, "'StringEquals':{'accounts.google.com:aud':'" + id + "'}"));
        assertThat(setUp.amiss()).isEqualTo(amiss("!trust.subject ?role.trust !refused.other-service-account"));
        assertThat(setUp.says("trust.subject"))
                .isEqualTo(
                        "failed: Statement #1 lets in any Google account. In statement #1 of the trust policy, set the"
                                + " condition StringEquals accounts.google.com:sub to " + id + ".");
    }

    @Test
    void anotherServiceAccountIsNamed() {
        setUp.trust(trust(PROVIDER, both().replace("sub':'" + id, "sub':'100000000000000000000")));
        assertThat(setUp.amiss()).isEqualTo(amiss("!trust.subject ?role.trust !role.assumable"));
        assertThat(setUp.says("trust.subject")).startsWith("failed: It asks for 100000000000000000000, not for " + id);
    }

    @Test
    void anotherAudienceIsNamedWithTheConditionToSet() {
        setUp.trust(trust(PROVIDER, both().replace("aud':'" + id, "aud':'sts.amazonaws.com")));
        assertThat(setUp.amiss()).isEqualTo(amiss("!trust.audience ?role.trust !role.assumable"));
        assertThat(setUp.says("trust.audience"))
                .isEqualTo("failed: It asks for sts.amazonaws.com, not for " + id
                        + ". In statement #1 of the trust policy, set the condition StringEquals"
                        + " accounts.google.com:aud to " + id + ".");
    }

    @Test
    void aProviderOfAnotherAccountIsNotThoughtSpots() {
        setUp.trust(trust(PROVIDER.replace("999888777666", "111122223333"), both()));
        assertThat(setUp.amiss()).isEqualTo(amiss("!trust.principal ?trust.others ?role.trust !role.assumable"));
    }

    @Test
    void aProviderThatIsGoneOrTakesAnotherAudienceIsNamed() {
        setUp.iam.addClientIDToOpenIDConnectProvider(
                b -> b.openIDConnectProviderArn(PROVIDER).clientID("another"));
        setUp.iam.removeClientIDFromOpenIDConnectProvider(
                b -> b.openIDConnectProviderArn(PROVIDER).clientID(id));
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.provider"));
        setUp.iam.deleteOpenIDConnectProvider(b -> b.openIDConnectProviderArn(PROVIDER));
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.provider ?role.assumable"));
    }
}
