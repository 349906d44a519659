package io.spotdock.check;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the operator's rights are looked at for; known before a bucket and a role are chosen.
 *
 * @param identityProvider whether Google has to be made one
 * @param madeElsewhere whether somebody else makes the role
 * @param bucket empty while none is chosen: then every bucket is asked for
 * @param createsBucket whether the bucket is to be made
 */
public record RightsSought(
        Partition partition,
        AccountId account,
        boolean identityProvider,
        RoleArn role,
        boolean madeElsewhere,
        Optional<BucketName> bucket,
        String prefix,
        boolean createsBucket) {
    /** The name that Spotdock proposes. */
    public static final RoleName USUAL_ROLE = new RoleName("thoughtspot-s3-upload");

    static RightsSought of(Wanted wanted) {
        return new RightsSought(
                wanted.partition(),
                wanted.settings().aws().accountId(),
                wanted.identityProvider().isPresent(),
                wanted.role().arn(),
                wanted.settings().role().isMadeElsewhere(),
                Optional.of(wanted.settings().bucket().name()),
                wanted.settings().bucket().prefix().toString(),
                wanted.settings().bucket().create());
    }

    /** As far as a draft tells; what it lacks, or has wrong, is taken as usual. */
    public static RightsSought of(Draft draft, Caller caller) {
        boolean google = draft.text(Field.HOSTING).filter("gcp"::equals).isPresent();
        boolean builtIn =
                draft.text(Field.GOOGLE_PROVIDER).filter("built-in"::equals).isPresent();
        RoleName role = draft.text(Field.ROLE_NAME)
                .flatMap(text -> RoleName.parse(text).good())
                .orElse(USUAL_ROLE);
        return new RightsSought(
                caller.partition(),
                caller.account(),
                google && !builtIn,
                new RoleArn(caller.partition(), caller.account(), role),
                draft.roleMadeElsewhere(),
                draft.text(Field.BUCKET_NAME)
                        .flatMap(text -> BucketName.parse(text).good()),
                draft.text(Field.PREFIX).orElse(""),
                draft.text(Field.CREATE).filter("false"::equals).isEmpty());
    }

    /**
     * Something the operator needs.
     *
     * @param id {@code may.…}; {@code check.ID} is its name in the text bundle
     * @param resource its ARN
     * @param leading the actions it is known by
     * @param others that it takes as well
     * @param ofNamed whether the resource is one, and not any
     */
    public record Right(String id, String resource, List<String> leading, Set<String> others, boolean ofNamed) {
        public Right {
            leading = List.copyOf(leading);
            others = Set.copyOf(others);
        }

        Set<String> actions() {
            Set<String> all = new TreeSet<>(leading);
            all.addAll(others);
            return all;
        }
    }

    /** In the order in which they are shown; those on one resource stand together. */
    public List<Right> rights() {
        List<Right> rights = new ArrayList<>();
        if (!madeElsewhere)
            rights.addAll(List.of(
                    onRole("may.look-at-roles", "iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy"),
                    onRole("may.create-role", "iam:CreateRole", "iam:TagRole"),
                    onRole("may.change-trust", "iam:UpdateAssumeRolePolicy"),
                    onRole("may.change-permissions", "iam:PutRolePolicy")));
        String arn =
                "arn:" + partition + ":s3:::" + bucket.map(BucketName::value).orElse("*");
        if (createsBucket) {
            rights.add(onBucket("may.create-bucket", arn, "s3:CreateBucket", "s3:PutBucketTagging"));
            rights.add(onBucket(
                    "may.protect-bucket",
                    arn,
                    "s3:PutBucketPublicAccessBlock",
                    "s3:PutBucketPolicy",
                    "s3:PutEncryptionConfiguration"));
        }
        rights.add(new Right(
                "may.test-file",
                arn + "/" + prefix + "spotdock-test",
                List.of("s3:PutObject", "s3:DeleteObject"),
                Set.of("s3:GetObject"),
                bucket.isPresent()));
        if (identityProvider && !madeElsewhere)
            rights.add(new Right(
                    "may.identity-provider",
                    IdentityProvider.arn(partition, account),
                    List.of("iam:CreateOpenIDConnectProvider"),
                    Set.of("iam:GetOpenIDConnectProvider"),
                    true));
        return List.copyOf(rights);
    }

    private Right onRole(String id, String leading, String... others) {
        return new Right(id, role.toString(), List.of(leading), Set.of(others), true);
    }

    private Right onBucket(String id, String arn, String leading, String... others) {
        return new Right(id, arn, List.of(leading), Set.of(others), bucket.isPresent());
    }
}
