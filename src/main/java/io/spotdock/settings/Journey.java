package io.spotdock.settings;

import java.util.Arrays;
import java.util.List;

/** Which steps a draft leads through. */
public final class Journey {
    private Journey() {}

    public static List<StepId> of(Draft draft) {
        return Arrays.stream(StepId.values())
                .filter(step -> isNeeded(step, draft))
                .toList();
    }

    private static boolean isNeeded(StepId step, Draft draft) {
        return switch (step) {
            // Bucket and role come from the cloud team's own engine, so nothing is applied to AWS from here.
            case REVIEW -> !draft.roleMadeElsewhere();
            case HOSTING, AWS_ACCOUNT, BUCKET, ACCESS, WEBHOOK, LIVE_TEST, DONE -> true;
        };
    }

    /** Where a field is entered. */
    public static StepId stepOf(Field field) {
        return switch (field) {
            case HOSTING, HOST, ORG -> StepId.HOSTING;
            case ACCOUNT, PROFILE -> StepId.AWS_ACCOUNT;
            case REGION, BUCKET_NAME, PREFIX, CREATE, TLS_ONLY, KMS_KEY -> StepId.BUCKET;
            case THOUGHTSPOT_ACCOUNT, SERVICE_ACCOUNT, ROLE_NAME, ROLE_ARN, EXTERNAL_ID, GOOGLE_PROVIDER ->
                StepId.ACCESS;
            case WEBHOOK_NAME,
                    WEBHOOK_URL,
                    DESCRIPTION,
                    URL_PARAMS,
                    BEARER_TOKEN,
                    API_KEY_NAME,
                    API_KEY_VALUE,
                    BASIC_USERNAME,
                    BASIC_PASSWORD,
                    OAUTH2_URL,
                    OAUTH2_CLIENT,
                    OAUTH2_SECRET,
                    SIGNATURE_HEADER,
                    SIGNATURE_SECRET,
                    HEADERS,
                    ENABLED -> StepId.WEBHOOK;
        };
    }
}
