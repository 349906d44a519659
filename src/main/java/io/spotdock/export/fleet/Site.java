package io.spotdock.export.fleet;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.export.Standing;
import io.spotdock.export.TemplateFiles;
import io.spotdock.plan.Wanted;
import java.util.Optional;

/**
 * What is made of AWS for one integration, or for several that share one destination.
 *
 * @param name of the first of them
 * @param wanted without the bucket, where another site makes that
 * @param bucketMaker the site that makes the bucket for this one, too
 */
record Site(String name, Wanted wanted, Optional<Site> bucketMaker) {
    AccountId account() {
        return wanted.settings().aws().accountId();
    }

    RegionName region() {
        return wanted.settings().aws().region();
    }

    Shape shape() {
        return Shape.of(wanted);
    }

    /** An identity provider is one for the whole account, and made beside the sites. */
    TemplateFiles templates() {
        return new TemplateFiles(wanted, new Standing(Optional.empty(), Optional.empty(), wanted.identityProvider()));
    }
}
