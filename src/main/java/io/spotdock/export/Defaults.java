package io.spotdock.export;

/** Whether the parameters of a template have defaults. */
public enum Defaults {
    /** The integration's own values: the template can be used as it is. */
    OWN,
    /** None of them, so that a template of many accounts can't be used with another account's values by mistake. */
    NONE
}
