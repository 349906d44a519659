package io.spotdock.domain.resource;

/** A field of a webhook that an update names. */
public enum WebhookField {
    NAME,
    URL,
    DESCRIPTION,
    URL_PARAMS,
    AUTHENTICATION,
    SIGNATURE,
    HEADERS,
    STORAGE,
    ENABLED
}
