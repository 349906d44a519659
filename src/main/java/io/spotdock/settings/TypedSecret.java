package io.spotdock.settings;

import io.spotdock.domain.SecretReference;

/**
 * A secret that a person typed for a field: the draft holds its name in this session, never the secret. A settings file
 * outlives the session, so that there a place stands for it which the person can fill.
 */
public final class TypedSecret {
    private TypedSecret() {}

    /** The name that the secret of a field is kept under. */
    public static SecretReference.Entered of(Field field) {
        return new SecretReference.Entered(field.path());
    }

    /** Whether a field's text says that its secret was typed. */
    public static boolean isMeant(String text) {
        return text.startsWith("entered:");
    }

    /** What stands in a settings file for the secret of a field, where nobody has said where it is. */
    public static SecretReference.Environment inFile(Field field) {
        return new SecretReference.Environment(
                switch (field) {
                    case BEARER_TOKEN -> "SPOTDOCK_WEBHOOK_TOKEN";
                    case API_KEY_VALUE -> "SPOTDOCK_WEBHOOK_API_KEY";
                    case BASIC_PASSWORD -> "SPOTDOCK_WEBHOOK_PASSWORD";
                    case OAUTH2_SECRET -> "SPOTDOCK_WEBHOOK_CLIENT_SECRET";
                    case SIGNATURE_SECRET -> "SPOTDOCK_WEBHOOK_SIGNATURE_SECRET";
                    // No default: a new field of this kind is to get a name of its own.
                    case HOSTING,
                            HOST,
                            ORG,
                            THOUGHTSPOT_ACCOUNT,
                            SERVICE_ACCOUNT,
                            ACCOUNT,
                            PROFILE,
                            REGION,
                            BUCKET_NAME,
                            PREFIX,
                            CREATE,
                            TLS_ONLY,
                            KMS_KEY,
                            ROLE_NAME,
                            ROLE_ARN,
                            EXTERNAL_ID,
                            GOOGLE_PROVIDER,
                            WEBHOOK_NAME,
                            WEBHOOK_URL,
                            DESCRIPTION,
                            URL_PARAMS,
                            API_KEY_NAME,
                            BASIC_USERNAME,
                            OAUTH2_URL,
                            OAUTH2_CLIENT,
                            SIGNATURE_HEADER,
                            HEADERS,
                            ENABLED -> throw new IllegalArgumentException("no secret: " + field);
                });
    }
}
