package io.spotdock.service;

import io.spotdock.settings.Field;
import java.util.List;

/** What is wrong with the person who looks, with their computer, or with what AWS lets the whole account do. */
final class OperatorBreakages {
    private OperatorBreakages() {}

    static List<Breakage> all() {
        return List.of(
                Breakage.of(
                        "The settings name another AWS account than one is signed in to",
                        s -> s.world.with(draft -> draft.with(Field.ACCOUNT, "111122223333")),
                        "Invalid fault.account-mismatch"),
                fault("The clock is ten minutes off", "clock-skew", "10m", "!account.clock check.account.clock.slow"),
                fault(
                        "The clock is twenty minutes off",
                        "clock-skew",
                        "-20m",
                        "!account.clock check.account.clock.fast"),
                Breakage.of(
                        "The person may do nothing in AWS",
                        s -> s.world.as(s.world.userWhoMay("sts:GetCallerIdentity")),
                        "!bucket.exists Denied s3:ListBucket"),
                Breakage.of(
                        "The person’s access key was deleted",
                        s -> {
                            s.world.as(s.world.userWhoMay("*"));
                            String key = s.world.environment().get("AWS_ACCESS_KEY_ID");
                            s.iam.deleteAccessKey(b -> b.userName("maria").accessKeyId(key));
                        },
                        "Expired sign-in.aws-rejected"),
                fault("The person may not look at the role", "deny", "iam:GetRole", "!role.exists Denied iam:GetRole"),
                fault(
                        "The person may not look at the bucket",
                        "deny",
                        "s3:ListBucket,s3:GetBucketLocation",
                        "!bucket.exists Denied s3:ListBucket"),
                fault(
                                "The person may not write to the bucket",
                                "deny",
                                "s3:PutObject",
                                "?upload.write check.upload.write.denied")
                        .onlyTheTestSees(),
                fault(
                                "The person may not remove test files",
                                "deny",
                                "s3:DeleteObject",
                                "?upload.removed check.delivery.removed.no")
                        .onlyTheTestSees(),
                // No account of an organisation can see what the organisation denies it.
                fault("The organisation denies PutObject", "scp", "s3:PutObject", "!delivery.validate cause.scp")
                        .onlyTheTestSees(),
                fault("AWS asks to slow down, and goes on to", "throttle", "100000", "Throttled"),
                fault("AWS can’t be reached", "drop-before", "100000", "Unreachable"),
                fault(
                                "AWS begins to ask to slow down, and goes on to",
                                "throttle",
                                "100000",
                                "!account.clock Throttled")
                        .whileSignedIn(),
                fault("AWS can’t be reached any more", "drop-before", "100000", "!account.clock Unreachable")
                        .whileSignedIn());
    }

    private static Breakage fault(String name, String fault, String value, String finding) {
        return Breakage.of(name, s -> s.world.sandbox.faults().set(fault, value), finding);
    }
}
