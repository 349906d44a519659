package io.spotdock.export.fleet;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a StackSet says of its parameters, whose values each stack has to itself. CloudFormation refuses a StackSet that
 * says nothing of a parameter without a default. Each of these keeps to the parameter's rule, and no stack that took one
 * by mistake comes up or lets anybody in: no account is 000000000000, no bucket may be called {@code xn--} (Amazon S3 User
 * Guide, "General purpose bucket naming rules"), and Google numbers no service account 0000000000.
 */
final class Unset {
    private static final Map<String, String> VALUES = Map.of(
            "ThoughtSpotAccountId",
            "000000000000",
            "ExternalId",
            "given-by-each-stack",
            "ServiceAccountId",
            "0000000000",
            ProviderTemplate.CLIENT_IDS,
            "0000000000",
            "BucketName",
            "xn--given-by-each-stack",
            "BucketRegion",
            "xx-none-1",
            "PathPrefix",
            "given-by-each-stack/",
            "KmsKeyArn",
            "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-0000-0000-000000000000",
            "RoleName",
            "given-by-each-stack",
            "CreateIdentityProvider",
            "false");

    private Unset() {}

    /** For a template with the parameters of these values; one that is not known here has a default of its own. */
    static Map<String, String> of(Map<String, String> values) {
        Map<String, String> unset = new LinkedHashMap<>(values);
        unset.replaceAll((name, _) -> VALUES.getOrDefault(name, ""));
        return unset;
    }
}
