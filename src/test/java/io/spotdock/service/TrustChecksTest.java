package io.spotdock.service;

import static io.spotdock.service.SetUp.EXTERNAL_ID;
import static io.spotdock.service.SetUp.amiss;
import static io.spotdock.service.SetUp.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.settings.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trust policy with one thing wrong, or merely written otherwise, as it stands in AWS. */
class TrustChecksTest {
    private static final String ROOT = "'Principal':{'AWS':'arn:aws:iam::123456789012:root'}";
    private static final String WITH_ID = "'Condition':{'StringEquals':{'sts:ExternalId':'" + EXTERNAL_ID + "'}}";
    private static final String ASSUME = "'Effect':'Allow','Action':'sts:AssumeRole'";
    private static final String RIGHT = statement(ASSUME + "," + ROOT + "," + WITH_ID);
    private static final String PARTNER = "111122223333";

    private final SetUp setUp = SetUp.aws();

    @AfterEach
    void close() {
        setUp.close();
    }

    private static String idOf(String operator, String value) {
        return statement(ASSUME + "," + ROOT + ",'Condition':{'" + operator + "':{'sts:ExternalId':'" + value + "'}}");
    }

    private static String partner(String more) {
        return statement(ASSUME + ",'Principal':{'AWS':'arn:aws:iam::" + PARTNER + ":root'}" + more);
    }

    private void partnerExists() {
        setUp.world.sandbox.aws().addAccount(new AccountId(PARTNER), new RegionName("us-east-1"));
    }

    @Test
    void asSpotdockSetsItUpNothingIsAmiss() {
        assertThat(setUp.amiss()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Sid':'Mine','Effect':'Allow','Principal':{'AWS':['123456789012']},'Action':['sts:AssumeRole'],"
                        + "'Condition':{'StringEquals':{'sts:ExternalId':['ts-webhook-x7k9m2p4q1']}}",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':['sts:AssumeRole',"
                        + "'sts:TagSession','sts:SetSourceIdentity'],"
                        + "'Condition':{'StringEquals':{'STS:externalid':'ts-webhook-x7k9m2p4q1'}}",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'sts:AssumeRole',"
                        + "'Condition':{'StringLike':{'sts:ExternalId':['another-of-ours','ts-webhook-x7k9m2p4q1']}}",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'sts:AssumeRole',"
                        + "'Condition':{'StringEquals':{'sts:ExternalId':'ts-webhook-x7k9m2p4q1'},"
                        + "'Bool':{'aws:SecureTransport':'true'}}",
            })
    void whatIsOnlyWrittenOtherwiseIsNoFault(String other) {
        setUp.trust(statement(other));
        assertThat(setUp.amiss()).isEmpty();
    }

    @Test
    void statementsForTagsAndForAnotherIntegrationOfThoughtSpotsAreNoFault() {
        setUp.trust(
                RIGHT,
                statement("'Effect':'Allow','Action':'sts:TagSession'," + ROOT),
                idOf("StringEquals", "of-another-org"));
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.says("role.trust")).isEqualTo("passed: It is written otherwise, and comes to the same.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals|Ts-webhook-x7k9m2p4q1|!trust.external-id ?role.trust !role.assumable",
                "StringEquals|another-id|!trust.external-id ?role.trust !role.assumable",
                "StringEqualsIfExists|ts-webhook-x7k9m2p4q1|!trust.external-id ?role.trust !refused.no-external-id",
                "StringLike|ts-webhook-*|!trust.external-id ?role.trust !refused.wrong-external-id",
                "StringEqualsIgnoreCase|ts-webhook-x7k9m2p4q1|!trust.external-id ?role.trust !refused.other-case",
                "StringNotEquals|another-id|!trust.external-id ?role.trust !refused.no-external-id"
                        + " !refused.wrong-external-id !refused.other-case",
            })
    void anExternalIdThatIsNotTestedAsItMustBeIsNamed(String operator, String value, String amiss) {
        setUp.trust(idOf(operator, value));
        assertThat(setUp.amiss()).isEqualTo(amiss(amiss));
    }

    @Test
    void theValueFoundAndTheStatementToChangeAreSaid() {
        setUp.trust(idOf("StringEquals", "Ts-webhook-x7k9m2p4q1"));
        assertThat(setUp.says("trust.external-id"))
                .isEqualTo(
                        "failed: It asks for Ts-webhook-x7k9m2p4q1, which differs from ts-webhook-x7k9m2p4q1 in case."
                                + " In statement #1 of the trust policy, set the condition StringEquals sts:ExternalId to"
                                + " ts-webhook-x7k9m2p4q1, case included.");
        assertThat(setUp.run("trust.external-id").said()).startsWith("{\"Effect\":\"Allow\",\"Principal\":");
    }

    @Test
    void withoutAnExternalIdWhoeverUsesThoughtSpotGetsIn() {
        setUp.trust(statement("'Sid':'Open'," + ASSUME + "," + ROOT));
        assertThat(setUp.amiss())
                .isEqualTo(
                        amiss(
                                "!trust.external-id ?role.trust !refused.no-external-id !refused.wrong-external-id !refused.other-case"));
        assertThat(setUp.says("trust.external-id"))
                .startsWith("failed: Statement Open lets ThoughtSpot in without one.");
    }

    @Test
    void anotherAccountInThoughtSpotsPlaceIsNamed() {
        partnerExists();
        setUp.trust(partner("," + WITH_ID));
        assertThat(setUp.amiss()).isEqualTo(amiss("!trust.principal ?trust.others ?role.trust !role.assumable"));
        assertThat(setUp.says("trust.principal"))
                .isEqualTo("failed: It names arn:aws:iam::111122223333:root instead. Name"
                        + " arn:aws:iam::123456789012:root as principal in a statement of the trust policy.");
    }

    @Test
    void whomTheCompanyLetsInBesidesIsWorthALookAndNoMore() {
        partnerExists();
        setUp.trust(RIGHT, partner(",'Condition':{'StringEquals':{'sts:ExternalId':'theirs'}}"));
        assertThat(setUp.amiss()).isEqualTo(amiss("?trust.others ?role.trust"));
        assertThat(setUp.says("trust.others"))
                .startsWith("warned: So may arn:aws:iam::111122223333:root, by statement #2.");
    }

    @Test
    void everyoneIsAFaultAndEveryoneWhoKnowsTheIdIsWorthALook() {
        setUp.trust(statement(ASSUME + ",'Principal':'*'"));
        assertThat(setUp.amiss())
                .isEqualTo(
                        amiss(
                                "!trust.others !trust.external-id ?role.trust !refused.no-external-id !refused.wrong-external-id !refused.other-case !refused.other-account"));
        setUp.trust(statement(ASSUME + ",'Principal':{'AWS':'*'}," + WITH_ID));
        assertThat(setUp.amiss()).isEqualTo(amiss("!trust.others ?role.trust !refused.other-account"));
    }

    @Test
    void whoWasDeletedIsNamedByWhatAwsLeavesOfThem() {
        setUp.iam.createUser(b -> b.userName("contractor"));
        setUp.trust(
                RIGHT,
                statement(
                        "'Sid':'Old'," + ASSUME + ",'Principal':{'AWS':'arn:aws:iam::999888777666:user/contractor'}"));
        setUp.iam.deleteUser(b -> b.userName("contractor"));
        assertThat(setUp.amiss()).isEqualTo(amiss("?trust.deleted ?role.trust"));
        assertThat(setUp.says("trust.deleted")).startsWith("warned: AIDA").contains("in statement Old");
    }

    @Test
    void aDenyCountsAndAnAddressThatOnlyThoughtSpotKnowsIsLeftToTheTest() {
        String denyAll = statement("'Effect':'Deny','Action':'sts:*','Principal':{'AWS':'*'}");
        setUp.trust(RIGHT, denyAll);
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.assumable ?role.trust"));
        setUp.trust(
                RIGHT,
                denyAll.replace(
                        "\"Deny\"", "\"Deny\",\"Condition\":{\"NotIpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}"));
        assertThat(setUp.amiss()).containsEntry("role.assumable", Status.WARNED).doesNotContainValue(Status.FAILED);
    }

    @Test
    void aRoleOfThoughtSpotsAccountMayBeNamed() {
        var sandbox = setUp.world.sandbox.access();
        World thoughtSpot = setUp.world;
        try (var theirs = thoughtSpot.iam(sandbox.thoughtSpotAccessKeyId(), sandbox.thoughtSpotSecretAccessKey())) {
            theirs.createRole(b -> b.roleName("cell-7-coms").assumeRolePolicyDocument(SetUp.document(RIGHT)));
        }
        setUp.trust(RIGHT.replace(":root", ":role/cell-7-coms"));
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.says("trust.principal"))
                .isEqualTo("passed: arn:aws:iam::123456789012:role/cell-7-coms, in statement #1.");
    }

    @Test
    void whoeverMayNotTouchIamIsToldTheSame() {
        setUp.world.with(draft ->
                draft.without(Field.ROLE_NAME).with(Field.ROLE_ARN, "arn:aws:iam::999888777666:role/" + SetUp.ROLE));
        setUp.trust(idOf("StringEquals", "another-id"));
        assertThat(setUp.amiss()).isEqualTo(amiss("!trust.external-id ?role.trust !role.assumable"));
    }
}
