package io.spotdock.settings;

/** A step of the journey. */
public enum StepId {
    HOSTING,
    AWS_ACCOUNT,
    BUCKET,
    ACCESS,
    REVIEW,
    WEBHOOK,
    LIVE_TEST,
    DONE
}
