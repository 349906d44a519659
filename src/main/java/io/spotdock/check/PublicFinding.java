package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.port.Buckets.PublicAccess;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether delivered files could be seen by anyone: Block Public Access, and the bucket's policy. */
final class PublicFinding {
    private PublicFinding() {}

    static Finding blocked(Sight<Set<PublicAccess>> unblocked) {
        String id = "bucket.private";
        Fault title = Fault.of("finding.public-access");
        return BucketSurvey.of(
                unblocked,
                id,
                title,
                off -> off.isEmpty()
                        ? Finding.fine(id, title, Fault.of("finding.public-access.blocked"))
                        : Finding.look(
                                id,
                                Fault.of("finding.public-access.open"),
                                Fault.of("finding.public-access.says", names(off)),
                                Fault.of("remedy.public-access", names(off))));
    }

    private static String names(Set<PublicAccess> settings) {
        return settings.stream().sorted().map(PublicAccess::id).collect(Collectors.joining(", "));
    }

    static Finding policy(Sight<Boolean> isPublic, Sight<Set<PublicAccess>> unblocked) {
        String id = "bucket.public-policy";
        Fault title = Fault.of("finding.public-policy");
        return BucketSurvey.of(isPublic, id, title, open -> {
            if (!open) return Finding.fine(id, title, Fault.of("finding.public-policy.no"));
            return isRestricted(unblocked)
                    ? Finding.know(
                            id, Fault.of("finding.public-policy.public"), Fault.of("finding.public-policy.restricted"))
                    : Finding.look(
                            id,
                            Fault.of("finding.public-policy.public"),
                            Fault.of("finding.public-policy.says"),
                            Fault.of("remedy.public-policy"));
        });
    }

    private static boolean isRestricted(Sight<Set<PublicAccess>> unblocked) {
        return unblocked instanceof Sight.Seen<Set<PublicAccess>>(Set<PublicAccess> off)
                && !off.contains(PublicAccess.RESTRICT_PUBLIC_BUCKETS);
    }
}
