package io.spotdock.service;

import static io.spotdock.service.SetUp.ACCOUNT;
import static io.spotdock.service.SetUp.BUCKET;
import static io.spotdock.service.SetUp.EXTERNAL_ID;
import static io.spotdock.service.SetUp.ROLE;
import static io.spotdock.service.SetUp.allow;
import static io.spotdock.service.SetUp.deny;
import static io.spotdock.service.SetUp.statement;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.settings.Field;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** What is done to the role: its being there, its rights, and whom it trusts. */
final class RoleBreakages {
    private static final String FILES = "arn:aws:s3:::" + BUCKET + "/thoughtspot/*";
    private static final String POLICY = "thoughtspot-s3-upload";
    private static final String BOTH = "s3:PutObject s3:PutObjectAcl";
    private static final String ASSUME = "'Effect':'Allow','Action':'sts:AssumeRole',";
    private static final String WITH_ID = ",'Condition':{'StringEquals':{'sts:ExternalId':'" + EXTERNAL_ID + "'}}";
    private static final String RIGHT = statement(ASSUME + principal("arn:aws:iam::123456789012:root") + WITH_ID);
    private static final String PARTNER = "111122223333";

    private RoleBreakages() {}

    static List<Breakage> all() {
        return List.of(
                Breakage.of("The role was deleted", RoleBreakages::delete, "!role.exists check.role.exists.no"),
                rights(
                        "The role's policy was removed",
                        s -> s.iam.deleteRolePolicy(b -> b.roleName(ROLE).policyName(POLICY)),
                        "!role.may-upload check.role.may-upload.lacks"),
                rights(
                        "The role lacks PutObject",
                        s -> s.rights(allow("s3:PutObjectAcl", FILES)),
                        "!role.may-upload check.role.may-upload.lacks"),
                rights(
                                "The role lacks PutObjectAcl",
                                s -> s.rights(allow("s3:PutObject", FILES)),
                                "!delivery.validate cause.acl-denied")
                        .doctor("?role.may-upload check.role.may-upload.no-acl"),
                rights(
                        "The role may write under another prefix",
                        s -> s.rights(allow(BOTH, "arn:aws:s3:::" + BUCKET + "/reports/*")),
                        "!role.may-upload check.role.may-upload.elsewhere"),
                rights(
                        "The role may write to another bucket",
                        s -> s.rights(allow(BOTH, "arn:aws:s3:::another-bucket/thoughtspot/*")),
                        "!role.may-upload check.role.may-upload.elsewhere"),
                // Each thing that must be refused names the statement to narrow; role.permissions lists it all.
                rights(
                        "The role may do anything in S3",
                        s -> s.rights(allow("s3:*", "*")),
                        "!refused.outside-prefix check.refused.no"),
                rights(
                        "The role's own policy denies PutObject",
                        s -> s.rights(allow(BOTH, FILES), deny("s3:Put*", "*")),
                        "!role.may-upload check.role.may-upload.denied"),
                rights(
                        "A policy that denies PutObject was attached",
                        s -> s.attach(s.managed("frozen", deny("s3:Put*", "*"))),
                        "!role.may-upload check.role.may-upload.denied"),
                rights(
                        "A permissions boundary was set that leaves out S3",
                        s -> s.bound(s.managed("readers", allow("ec2:Describe*", "*"))),
                        "!role.boundary check.role.boundary.holds"),
                rights(
                        "A permissions boundary was set that denies PutObject",
                        s -> s.bound(s.managed("guard", allow("*", "*"), deny("s3:PutObject", FILES))),
                        "!role.boundary check.role.boundary.holds"),
                trust(
                        "The trust policy names another account",
                        other("arn:aws:iam::" + PARTNER + ":root", WITH_ID),
                        "!trust.principal check.trust.principal.not"),
                trust(
                        "The trust policy tests no external ID",
                        other("arn:aws:iam::123456789012:root", ""),
                        "!trust.external-id check.trust.external-id.none"),
                trust(
                        "The trust policy asks for another external ID",
                        RIGHT.replace(EXTERNAL_ID, "another-id"),
                        "!trust.external-id check.trust.external-id.other"),
                trust(
                        "The trust policy has the external ID in other case",
                        RIGHT.replace(EXTERNAL_ID, "TS-webhook-x7k9m2p4q1"),
                        "!trust.external-id check.trust.external-id.case"),
                trust(
                        "The trust policy takes any external ID that begins alike",
                        RIGHT.replace("StringEquals", "StringLike").replace(EXTERNAL_ID, "ts-*"),
                        "!trust.external-id check.trust.external-id.wildcard"),
                trust(
                        "The trust policy lets in everyone besides",
                        RIGHT + "," + statement(ASSUME + "'Principal':'*'"),
                        "!trust.others check.trust.others.everyone"),
                trust(
                        "The trust policy lets in another account besides",
                        RIGHT + "," + other("arn:aws:iam::" + PARTNER + ":root", ""),
                        "?trust.others check.trust.others.some"),
                trust(
                        "The trust policy lets in everyone who knows the external ID",
                        RIGHT.replace("arn:aws:iam::123456789012:root", "*"),
                        "!trust.others check.trust.others.conditions"),
                trust(
                        "The trust policy takes the external ID in any case",
                        RIGHT.replace("StringEquals", "StringEqualsIgnoreCase"),
                        "!trust.external-id check.trust.external-id.any-case"),
                Breakage.of(
                        "Somebody else has assumed the role",
                        s -> {
                            String administrator = "arn:aws:iam::" + ACCOUNT + ":user/administrator";
                            s.trust(RIGHT, other(administrator, WITH_ID));
                            try (var sts = s.world.sts()) {
                                sts.assumeRole(b -> b.roleArn("arn:aws:iam::" + ACCOUNT + ":role/" + ROLE)
                                        .roleSessionName("maria")
                                        .externalId(EXTERNAL_ID));
                            }
                            s.trust(RIGHT);
                        },
                        "?role.events check.role.events.stranger"),
                trust(
                        "The trust policy denies ThoughtSpot",
                        RIGHT + "," + RIGHT.replace("Allow", "Deny"),
                        "!role.assumable check.role.assumable.no"),
                trust(
                        "The trust policy allows another action",
                        RIGHT.replace("sts:AssumeRole", "sts:TagSession"),
                        "!trust.principal check.trust.principal.nobody"),
                Breakage.of(
                        "The trust policy names a role of ThoughtSpot's that is gone",
                        s -> {
                            var access = s.world.sandbox.access();
                            try (var theirs =
                                    s.world.iam(access.thoughtSpotAccessKeyId(), access.thoughtSpotSecretAccessKey())) {
                                theirs.createRole(
                                        b -> b.roleName("cell-7").assumeRolePolicyDocument(SetUp.document(RIGHT)));
                                s.trust(RIGHT.replace(":root", ":role/cell-7"));
                                theirs.deleteRole(b -> b.roleName("cell-7"));
                            }
                        },
                        "!trust.principal check.trust.principal.not"),
                Breakage.of(
                        "The trust policy names somebody besides who was deleted",
                        s -> {
                            s.iam.createUser(b -> b.userName("contractor"));
                            s.trust(RIGHT, other("arn:aws:iam::" + ACCOUNT + ":user/contractor", WITH_ID));
                            s.iam.deleteUser(b -> b.userName("contractor"));
                        },
                        "?trust.deleted check.trust.deleted.some"),
                Breakage.of(
                        "A self-test was torn down and left its statement",
                        s -> s.trust(
                                RIGHT,
                                statement("'Sid':'SpotdockSelfTest0123456789'," + ASSUME
                                        + principal("arn:aws:iam::" + ACCOUNT + ":user/administrator") + WITH_ID)),
                        "?role.temporary-statement check.role.temporary-statement.endless"),
                Breakage.of(
                        "The settings name another external ID than the role and the webhook",
                        s -> s.world.with(draft -> draft.with(Field.EXTERNAL_ID, "of-my-own")),
                        "!trust.external-id check.trust.external-id.settings"),
                Breakage.of(
                        "The settings name a role of another path",
                        s -> s.world.with(
                                draft -> draft.with(Field.ROLE_ARN, "arn:aws:iam::" + ACCOUNT + ":role/teams/" + ROLE)),
                        "!role.exists check.role.exists.other-arn"));
    }

    static void delete(SetUp s) {
        s.iam.deleteRolePolicy(b -> b.roleName(ROLE).policyName(POLICY));
        s.iam.deleteRole(b -> b.roleName(ROLE));
    }

    /** Under the same name and with the same policies; only its unique ID is another. */
    static void makeAnew(SetUp s) {
        String rights =
                s.iam.getRolePolicy(b -> b.roleName(ROLE).policyName(POLICY)).policyDocument();
        delete(s);
        s.iam.createRole(b -> b.roleName(ROLE).assumeRolePolicyDocument(SetUp.document(RIGHT)));
        s.iam.putRolePolicy(b ->
                b.roleName(ROLE).policyName(POLICY).policyDocument(URLDecoder.decode(rights, StandardCharsets.UTF_8)));
    }

    private static String principal(String arn) {
        return "'Principal':{'AWS':'" + arn + "'}";
    }

    private static String other(String arn, String condition) {
        return statement(ASSUME + principal(arn) + condition);
    }

    private static Breakage rights(String name, Consumer<SetUp> breaking, String finding) {
        return Breakage.of(name, breaking, finding);
    }

    private static Breakage trust(String name, String statements, String finding) {
        return Breakage.of(
                name,
                s -> {
                    s.world.sandbox.aws().addAccount(new AccountId(PARTNER), new RegionName("us-east-1"));
                    s.trust(statements);
                },
                finding);
    }
}
