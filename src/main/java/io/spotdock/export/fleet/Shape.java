package io.spotdock.export.fleet;

import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Settings;
import java.util.StringJoiner;

/**
 * All that makes one template differ from another.
 *
 * @param makesBucket whether the bucket is made along with the role
 * @param tlsOnly whether a bucket that is made refuses connections without TLS
 */
record Shape(Who who, boolean makesBucket, boolean tlsOnly, boolean key) {
    /** Whom the role lets in. */
    enum Who {
        AWS("aws"),
        GCP("gcp"),
        GCP_BUILT_IN("gcp-built-in");

        private final String slug;

        Who(String slug) {
            this.slug = slug;
        }
    }

    static Shape of(Wanted wanted) {
        Settings.Bucket bucket = wanted.settings().bucket();
        return new Shape(
                who(wanted.hosting()),
                bucket.create(),
                bucket.create() && bucket.tlsOnly(),
                bucket.kmsKey().isPresent());
    }

    private static Who who(Hosting hosting) {
        return switch (hosting) {
            case Hosting.OnAws _ -> Who.AWS;
            case Hosting.OnGcp gcp -> gcp.provider() == GoogleProvider.BUILT_IN ? Who.GCP_BUILT_IN : Who.GCP;
        };
    }

    /** Of small letters and hyphens; another for each shape. */
    @Override
    public String toString() {
        StringJoiner slug = new StringJoiner("-").add(who.slug).add(makesBucket ? "bucket" : "existing-bucket");
        if (makesBucket && !tlsOnly) slug.add("without-tls-rule");
        if (key) slug.add("kms");
        return slug.toString();
    }
}
